"""``gridbot doctor``."""

import argparse

SUMMARY = "look at machine, files and book, and say what to do"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    takes_settings(parser)
    parser.add_argument(
        "--exposure", action="store_true", help="only count what a thief of the running computer would get"
    )


def run(arguments: argparse.Namespace) -> int:
    """Look at everything once, or at what could be stolen."""
    from bot.clock import MachineClock
    from bot.doctor import exposure
    from bot.doctor.visit import visit
    from bot.operating.carrying_out import carried_out

    if arguments.exposure:
        return carried_out(arguments, exposure.visit)
    return carried_out(arguments, lambda config: visit(config, MachineClock().now()))
