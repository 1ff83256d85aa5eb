"""Finding the jobs: every module on the shelf holds exactly one, under its own name."""

import importlib
import pkgutil
from types import ModuleType

from domain.calendar import Cron, Job
from scheduler import jobs
from scheduler.triggers import check


def _job_of(module: ModuleType) -> Job:
    held = [name for name, value in vars(module).items() if isinstance(value, Job)]
    if held != ["job"]:
        raise TypeError(f"{module.__name__}: must hold exactly one domain.calendar.Job, named `job`")
    job: Job = module.job
    if job.name != module.__name__.rpartition(".")[2]:
        raise ValueError(f"{module.__name__}: its job is called {job.name!r}, not as the file")
    if not job.title:
        raise ValueError(f"{module.__name__}: its job has no title for people")
    if isinstance(job.when, Cron):
        check(job.when)
    return job


def discover_jobs(shelf: ModuleType = jobs) -> tuple[Job, ...]:
    """Every job on the shelf, by name; a file that declares one badly stops the start."""
    names = sorted(module.name for module in pkgutil.iter_modules(shelf.__path__))
    return tuple(_job_of(importlib.import_module(f"{shelf.__name__}.{name}")) for name in names)
