"""``gridbot doctor``."""

import argparse

SUMMARY = "look at machine, files and book, and say what to do"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating import takes_settings

    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Look at everything once."""
    from bot.clock import MachineClock
    from bot.doctor.visit import visit
    from bot.operating import carried_out

    return carried_out(arguments, lambda config: visit(config, MachineClock().now()))
