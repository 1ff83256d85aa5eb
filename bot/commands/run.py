"""``gridbot run``."""

import argparse
import sys

SUMMARY = "start the bot, with the simulator where the settings name no channel"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    takes_settings(parser)
    parser.add_argument("--empty", action="store_true", help="simulator: start without the demonstration community")
    parser.add_argument("--still", action="store_true", help="simulator: hold the clock")


def run(arguments: argparse.Namespace) -> int:
    """Run until interrupted."""
    from bot.lasting import lasting

    with lasting():
        from bot.channels.around import MissingExtra
        from bot.config import BrokenConfig, load_config
        from bot.rules.loader import BrokenRules
        from bot.running import run as run_bot
        from bot.secrets import LooseKey
        from storage.lock import BookInUse

    try:
        return run_bot(load_config(arguments.config), still=arguments.still, empty=arguments.empty)
    except (BrokenConfig, BrokenRules, BookInUse, LooseKey, MissingExtra) as broken:
        print(broken, file=sys.stderr)
        return 2
