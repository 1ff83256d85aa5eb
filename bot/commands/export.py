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
    from bot.config import Config
    from bot.operating.carrying_out import Said, carried_out
    from bot.operating.exporting import export_ledger
    from bot.rules.loader import load_rules

    async def work(config: Config) -> Said:
        rules = load_rules(Path(config.rules.directory) if config.rules.directory else None)
        return await export_ledger(config, arguments.file, arguments.period, rules)

    return carried_out(arguments, work)
