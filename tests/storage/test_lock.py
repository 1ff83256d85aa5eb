"""One SQLite book, one process: the second one is told so in Chinese."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import open_database, sqlite_url
from storage.lock import BookInUse, only_process

_HOLD = """
import sys
from storage.database import open_database
from storage.lock import only_process
with only_process(open_database(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "book.db")
    held = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", _HOLD, url], text=True, **held) as first:  # type: ignore[call-overload]
        assert first.stdout.readline() == "held\n"
        with pytest.raises(BookInUse, match="已经有一个机器人在用这个账本"), only_process(open_database(url)):
            pass
        first.kill()
    with only_process(open_database(url)):
        pass


def test_postgresql_is_shared() -> None:
    database = open_database("postgresql+asyncpg://nobody@localhost/book")
    with only_process(database), only_process(database):
        pass
