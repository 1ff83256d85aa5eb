"""``gridbot import``."""

import argparse
import sys
from pathlib import Path

SUMMARY = "import a register"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    parser.add_argument("file", nargs="?", type=Path, help="a workbook (.xlsx), a CSV file or a folder of them")
    parser.add_argument("--template", type=Path, metavar="FILE", help="write an empty workbook to be filled in")
    parser.add_argument("--skip-bad", action="store_true", help="import the good rows, write the others to a workbook")
    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Import a register, or write its template."""
    if arguments.template:
        from bot.workbook.template import write_template

        write_template(arguments.template)
        print(f"模板写好了：{arguments.template}")
        return 0
    if arguments.file is None:
        print("请写要导入的文件，或者用 --template FILE 先取一张模板", file=sys.stderr)
        return 2
    from bot.clock import MachineClock
    from bot.config import BrokenConfig, load_config
    from bot.operating.importing import import_file
    from domain.period import civil

    try:
        config, today = load_config(arguments.config), civil(MachineClock().now())
        code, lines = import_file(config, arguments.file, today, skip_bad=arguments.skip_bad)
    except BrokenConfig as broken:
        print(broken, file=sys.stderr)
        return 2
    print("\n".join(lines))
    return code
