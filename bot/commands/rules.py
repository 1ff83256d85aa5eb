"""``gridbot rules check`` and ``gridbot rules show``."""

import argparse
import sys
from pathlib import Path

SUMMARY = "check a directory of rules, or show what is in force"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    parser.add_argument("what", choices=("check", "show"))
    parser.add_argument("directory", nargs="?", type=Path, help="without it the one of the settings, or the defaults")
    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """List every mistake, or the version and how much there is."""
    from bot.config import BrokenConfig, load_config
    from bot.operating.carrying_out import carried_out
    from bot.operating.showing import show_in_force
    from bot.rules.showing import show_rules

    if arguments.what == "show" and arguments.directory is None:
        return carried_out(arguments, show_in_force)
    try:
        named = load_config(arguments.config).rules.directory
    except (BrokenConfig, OSError) as broken:
        print(broken, file=sys.stderr)
        return 2
    directory = arguments.directory or (Path(named) if named else None)
    code, lines = show_rules(directory, counts=arguments.what == "show")
    print("\n".join(lines))
    return code
