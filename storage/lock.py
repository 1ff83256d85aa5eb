"""One process to a SQLite book: a lock of the operating system on a file beside it, gone with the process."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from storage import wording
from storage.database import Database


class BookInUse(Exception):  # noqa: N818 - named for the person who reads it
    """Another process works on the same book; ``str()`` is one sentence for whoever started this one."""


@contextmanager
def only_process(database: Database) -> Iterator[None]:
    """Hold the book for this process; on PostgreSQL several may work side by side, and nothing is held."""
    path = database.writer.url.database
    if not database.is_sqlite or not path or path == ":memory:":
        yield
        return
    book = Path(path)
    with book.with_name(f"{book.name}.lock").open("a+b") as file:
        if not _locked(file):
            raise BookInUse(wording.BOOK_IN_USE.format(name=book.name))
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
