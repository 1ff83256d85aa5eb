"""``gridbot keys``."""

import argparse
from pathlib import Path

SUMMARY = "the keys of those who receive tip-offs"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    helps = {
        "list": "who holds a key, and which months' keys exist",
        "init": "make a key for a staff member who has none",
        "rotate": "make a new key for a staff member and move open cases to it",
        "recover": "make a new key where passphrase or key file is lost, out of the recovery sheet if there is one",
        "export-sheet": "write the recovery sheet of a staff member's key, to be printed and locked away",
    }
    for act, summary in helps.items():
        one = acts.add_parser(act, help=summary, description=summary)
        takes_settings(one)
        if act != "list":
            one.add_argument("person", type=int, help="the staff member's number, as `gridbot keys list` shows it")
        if act == "export-sheet":
            one.add_argument("file", type=Path, help="where to write the sheet")


def run(arguments: argparse.Namespace) -> int:
    """Do one of them; passphrases are asked for and never shown."""
    from getpass import getpass

    from bot.clock import MachineClock
    from bot.operating.carrying_out import carried_out
    from bot.operating.recipients import Wish, keep_keys

    wish = Wish(arguments.act, getattr(arguments, "person", 0), getattr(arguments, "file", None))
    return carried_out(arguments, lambda config: keep_keys(config, wish, getpass, MachineClock().now()))
