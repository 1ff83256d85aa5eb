"""What the operator's subcommands share: the setting for the settings, and saying what came of it."""

import argparse
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.config import Config

Said = tuple[int, list[str]]


def takes_settings(parser: argparse.ArgumentParser) -> None:
    """Add ``--config``."""
    parser.add_argument("--config", type=Path, help="settings; without it config.toml of the working directory, if any")


def carried_out(arguments: argparse.Namespace, work: Callable[["Config"], Coroutine[Any, Any, Said]]) -> int:
    """Load the settings, do the work, print what it says; the exit code."""
    import asyncio  # noqa: PLC0415 - every start of the command line passes here, few need it

    from bot.config import BrokenConfig, load_config  # noqa: PLC0415 - as above

    try:
        config = load_config(arguments.config)
    except (BrokenConfig, OSError) as broken:
        print(broken, file=sys.stderr)  # noqa: T201 - the command line's own voice
        return 2
    code, lines = asyncio.run(work(config))
    print("\n".join(lines))  # noqa: T201 - as above
    return code
