"""``gridbot verify``."""

import argparse

SUMMARY = "recompute the whole book and say whether it holds"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    takes_settings(parser)
    parser.add_argument("--since", default="", metavar="N-HASH", help="only what came after that entry")


def run(arguments: argparse.Namespace) -> int:
    """Recompute it."""
    from functools import partial

    from bot.operating.carrying_out import carried_out
    from bot.operating.verifying import verified

    return carried_out(arguments, partial(verified, since=arguments.since))
