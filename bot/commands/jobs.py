"""``gridbot jobs``: the calendar's past and future, one job's preview, and what a person decides about it."""

import argparse
import sys
from datetime import datetime

SUMMARY = "show what the calendar did and what comes, preview a job, make up a missed period, pause or resume a job"
_CHOICES = ("list", "preview", "run", "pause", "resume")


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    from bot.operating.carrying_out import takes_settings

    parser.add_argument("what", nargs="?", choices=_CHOICES, default="list")
    parser.add_argument("name", nargs="?", default="", help="the job to preview, run, pause or resume")
    parser.add_argument("period", nargs="?", default="", help="the missed period to run, as the list shows it")
    parser.add_argument("--at", metavar="TIME", help="the moment to preview; without it now")
    takes_settings(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show, preview, or carry out what was decided."""
    from bot.clock import MachineClock

    now = MachineClock().now()
    if arguments.what in {"list", "preview"}:
        return _shown(arguments, now)
    return _decided(arguments, now)


def _shown(arguments: argparse.Namespace, now: datetime) -> int:
    from bot.clock import SHANGHAI
    from bot.operating import rehearsing_wording
    from bot.operating.carrying_out import carried_out
    from bot.operating.rehearsing import list_jobs, preview_job

    if arguments.what == "list":
        return carried_out(arguments, lambda config: list_jobs(config, now))
    try:
        at = datetime.fromisoformat(arguments.at) if arguments.at else now
    except ValueError:
        print(rehearsing_wording.BAD_TIME, file=sys.stderr)
        return 2
    moment = at if at.tzinfo else at.replace(tzinfo=SHANGHAI)
    return carried_out(arguments, lambda config: preview_job(config, arguments.name, moment))


def _decided(arguments: argparse.Namespace, now: datetime) -> int:
    from bot.operating.carrying_out import carried_out
    from bot.operating.minding_jobs import pause_job, run_job

    name, paused = arguments.name, arguments.what == "pause"
    if arguments.what == "run":
        return carried_out(arguments, lambda config: run_job(config, name, arguments.period, now))
    return carried_out(arguments, lambda config: pause_job(config, name, now, paused=paused))
