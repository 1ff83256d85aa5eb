"""``gridbot verify``."""

import argparse

SUMMARY = "recompute the whole book and say whether it holds"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating import takes_settings

    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Recompute it."""
    from bot.operating import carried_out
    from bot.verifying import verified

    return carried_out(arguments, verified)
