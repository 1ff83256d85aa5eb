"""``gridbot rules``: whether a directory of rules can be used, and how much stands in it."""

from pathlib import Path

from bot.rules import wording
from bot.rules.loader import BrokenRules, load_rules
from domain.rules.rulebook import Rulebook


def show_rules(directory: Path | None, *, counts: bool) -> tuple[int, list[str]]:
    """The exit code and what to say, line by line."""
    try:
        rules = load_rules(directory)
    except BrokenRules as broken:
        return 1, str(broken).splitlines()
    if not counts:
        return 0, [wording.USABLE.format(version=rules.version)]
    return 0, counted(rules)


def counted(rules: Rulebook) -> list[str]:
    """The version, and how much stands in it."""
    return [
        wording.VERSION.format(version=rules.version),
        wording.COUNTS.format(
            items=len(rules.catalogue.items),
            negative=len(rules.negative.items),
            pledges=len(rules.pledges.pledges),
            rewards=len(rules.rewards.rewards),
            grades=len(rules.ratings.grades),
        ),
    ]
