"""``gridbot export ledger``."""

import argparse
from pathlib import Path

SUMMARY = "write the ledger as a sheet, names masked"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    parser.add_argument("what", choices=("ledger",))
    parser.add_argument("file", type=Path, help="a .csv or .xlsx to write")
    parser.add_argument("--period", default="", help="a year, month or day, such as 2026-11; without it everything")
    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the sheet."""
    from bot.operating.carrying_out import carried_out
    from bot.operating.exporting import export_ledger

    return carried_out(arguments, lambda config: export_ledger(config, arguments.file, arguments.period))
