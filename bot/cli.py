"""The command line: a shelf of subcommands, each importing what it needs when it runs."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

from bot import cli_wording, commands

Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """Says in the installer's language what to do about a line that it cannot read."""

    def error(self, message: str) -> NoReturn:
        """Leave with the usage, the sentence and what the parser stumbled over."""
        words = cli_wording.UNREADABLE.format(message=message, program=self.prog)
        self.exit(2, f"{self.format_usage()}{words}\n")


class _Version(argparse.Action):
    """Prints the installed version; looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"gridbot {version('gridbot')}")
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit code."""
    parser = _Parser(prog="gridbot", description="Credit points for a residential community.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    choices = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for file in sorted(module.name for module in iter_modules(commands.__path__)):
        module = import_module(f"{commands.__name__}.{file}")
        # A file named after a word of Python's own has an underscore behind it.
        one = choices.add_parser(file.rstrip("_"), help=module.SUMMARY, description=module.SUMMARY)
        module.configure(one)
        one.set_defaults(run=module.run)
    arguments = parser.parse_args(argv)
    run_chosen: Run = arguments.run
    return run_chosen(arguments)


if __name__ == "__main__":
    sys.exit(main())
