"""``gridbot backup``."""

import argparse
from pathlib import Path

SUMMARY = "copy the book while the bot runs, and prove the copy"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    parser.add_argument("--to", type=Path, metavar="DIR", help="where to; without it the directory of the settings")
    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make one copy."""
    from bot.clock import MachineClock
    from bot.operating.backing import make_backup
    from bot.operating.carrying_out import carried_out

    return carried_out(arguments, lambda config: make_backup(config, arguments.to, MachineClock().now()))
