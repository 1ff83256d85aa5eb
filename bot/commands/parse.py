"""``gridbot parse``."""

import argparse
import sys

SUMMARY = "print what messages are understood as"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("text", nargs="?", help="one private message; without it, JSON lines from standard input")


def run(arguments: argparse.Namespace) -> int:
    """Print one reading, or one for each line."""
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
