"""``gridbot restore``."""

import argparse
from pathlib import Path

SUMMARY = "bring a copy back into an empty data directory"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    parser.add_argument("file", type=Path, help="a copy that gridbot backup made")
    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prove the copy and make it the book."""
    from bot.operating.backing import bring_back
    from bot.operating.carrying_out import carried_out

    return carried_out(arguments, lambda config: bring_back(config, arguments.file))
