"""The command line: a small table of subcommands, each importing what it needs when it runs."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from bot import commands

Configure = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]


def _configure_parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", help="one private message; without it, JSON lines from standard input")


def _run_parse(arguments: argparse.Namespace) -> int:
    """Print what messages are understood as."""
    from bot.parse import parse_lines, parse_text

    if arguments.text is not None:
        print(parse_text(arguments.text))
        return 0
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # always a TextIOWrapper on a terminal or pipe
    try:
        for line in parse_lines(sys.stdin):
            print(line)
    except ValueError as error:
        print(f"gridbot parse: {error}", file=sys.stderr)
        return 2
    return 0


def _configure_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, help="settings; without it config.toml of the working directory, if any")
    parser.add_argument("--empty", action="store_true", help="start without the demonstration community")
    parser.add_argument("--still", action="store_true", help="hold the simulator's clock")


def _run_run(arguments: argparse.Namespace) -> int:
    """Start the bot."""
    from bot.config import BrokenConfig, load_config
    from bot.rules.loader import BrokenRules
    from bot.running import run
    from storage.lock import BookInUse

    try:
        return run(load_config(arguments.config), still=arguments.still, empty=arguments.empty)
    except (BrokenConfig, BrokenRules, BookInUse) as broken:
        print(broken, file=sys.stderr)
        return 2


def _configure_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, help="settings; without it config.toml of the working directory, if any")


def _run_verify(arguments: argparse.Namespace) -> int:
    """Recompute the whole book."""
    from bot.config import BrokenConfig, load_config
    from bot.verifying import verify

    try:
        whole, sentence = verify(load_config(arguments.config))
    except BrokenConfig as broken:
        print(broken, file=sys.stderr)
        return 2
    print(sentence)
    return 0 if whole else 1


def _configure_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="a workbook (.xlsx), a CSV file or a folder of them")
    parser.add_argument("--template", type=Path, metavar="FILE", help="write an empty workbook to be filled in")
    parser.add_argument("--skip-bad", action="store_true", help="import the good rows, write the others to a workbook")
    parser.add_argument("--config", type=Path, help="settings; without it config.toml of the working directory, if any")


def _run_import(arguments: argparse.Namespace) -> int:
    """Import a register, or write its template."""
    if arguments.template:
        from bot.workbook.template import write_template

        write_template(arguments.template)
        print(f"模板写好了：{arguments.template}")
        return 0
    if arguments.file is None:
        print("请写要导入的文件，或者用 --template FILE 先取一张模板", file=sys.stderr)
        return 2
    from bot.config import BrokenConfig, load_config
    from bot.importing import import_file

    try:
        code, lines = import_file(load_config(arguments.config), arguments.file, skip_bad=arguments.skip_bad)
    except BrokenConfig as broken:
        print(broken, file=sys.stderr)
        return 2
    print("\n".join(lines))
    return code


SUBCOMMANDS: dict[str, tuple[str, Configure, Run]] = {
    "run": ("start the bot", _configure_run, _run_run),
    "verify": ("recompute the whole book and say whether it holds", _configure_verify, _run_verify),
    "import": ("import a register", _configure_import, _run_import),
    "parse": ("print what messages are understood as", _configure_parse, _run_parse),
}


def _on_the_shelf() -> dict[str, tuple[str, Configure, Run]]:
    """The subcommands that stand in files of their own."""
    names = sorted(module.name for module in iter_modules(commands.__path__))
    modules = {name: import_module(f"{commands.__name__}.{name}") for name in names}
    return {name: (module.SUMMARY, module.configure, module.run) for name, module in modules.items()}


class _Version(argparse.Action):
    """Prints the installed version; looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"gridbot {version('gridbot')}")
        parser.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit code."""
    parser = argparse.ArgumentParser(prog="gridbot", description="Credit points for a residential community.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    choices = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (summary, configure, run) in {**SUBCOMMANDS, **_on_the_shelf()}.items():
        one = choices.add_parser(name, help=summary, description=summary)
        configure(one)
        one.set_defaults(run=run)
    arguments = parser.parse_args(argv)
    run_chosen: Run = arguments.run
    return run_chosen(arguments)


if __name__ == "__main__":
    sys.exit(main())
