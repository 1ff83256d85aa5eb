"""``gridbot rules show``: the rules that the bot works by, and which meeting adopted them."""

from bot.config import Config, rules_folder
from bot.database import is_there
from bot.operating.carrying_out import Said
from bot.operating.open_book import open_book
from bot.rules.force import rules_now
from bot.rules.loader import BrokenRules
from bot.rules.showing import counted, show_rules


async def show_in_force(config: Config) -> Said:
    """Version and counts; before there is a book, those of the folder."""
    if not is_there(config):
        return show_rules(rules_folder(config), counts=True)
    async with open_book(config) as book:
        try:
            rules = await rules_now(book, rules_folder(config))
        except BrokenRules as broken:
            return 1, str(broken).splitlines()
    return 0, [*counted(rules), *([rules.adopted] if rules.adopted else [])]
