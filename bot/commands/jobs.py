"""``gridbot jobs`` and ``gridbot jobs preview``."""

import argparse
import sys
from datetime import datetime

SUMMARY = "show what the calendar did and what comes, or what one job would post"


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating import takes_settings

    parser.add_argument("what", nargs="?", choices=("list", "preview"), default="list")
    parser.add_argument("name", nargs="?", default="", help="the job to preview")
    parser.add_argument("--at", metavar="TIME", help="the moment to preview; without it now")
    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show; nothing is written or sent."""
    from bot import rehearsing_wording
    from bot.clock import SHANGHAI, MachineClock
    from bot.operating import carried_out
    from bot.rehearsing import list_jobs, preview_job

    now = MachineClock().now()
    if arguments.what == "list":
        return carried_out(arguments, lambda config: list_jobs(config, now))
    try:
        at = datetime.fromisoformat(arguments.at) if arguments.at else now
    except ValueError:
        print(rehearsing_wording.BAD_TIME, file=sys.stderr)
        return 2
    moment = at if at.tzinfo else at.replace(tzinfo=SHANGHAI)
    return carried_out(arguments, lambda config: preview_job(config, arguments.name, moment))
