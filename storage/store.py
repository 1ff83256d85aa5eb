"""The one place that commits: whatever queued while the last commit ran is posted together.

A batch that fails is rolled back and replayed unit by unit, so that one bad unit fails alone.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from domain.decision import Posted, Unit
from domain.ledger import NewEntry
from domain.query import Query
from domain.refusal import AlreadyDone, DifferentContent, Moved
from storage import answering
from storage.database import Database, posting_engine
from storage.ledger import ENTRY_AT_SOURCE
from storage.posting.batch import post
from storage.posting.claims import TAKEN, watched_keys
from storage.posting.known import Known
from storage.posting.scope import Batch
from storage.posting_thread import PostingThread
from storage.reading import Reader
from storage.scrubbing import Scrubber
from storage.shelf import gather
from storage.vault.vault import Vault

T = TypeVar("T")
ANSWERS = gather(answering, "ANSWERS")
LARGEST_BATCH = 256
_RETRIES = 5
_SERIALISATION = ("40001", "40P01")
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Waiting:
    unit: Unit
    done: "asyncio.Future[Posted]"
    posted: Posted | None = None
    """What the first part of a unit was given whose rest is still to be posted."""


class Store:
    """The book of one community: reads at once, posts units in groups."""

    def __init__(self, database: Database, community: str, note_key: bytes, vault: Vault | None = None) -> None:
        self._database = database
        self._community = community
        self._note_key = note_key
        self._vault = vault
        self._queue: deque[_Waiting] = deque()
        self._task: asyncio.Task[None] | None = None
        self._thread = PostingThread(posting_engine(database)) if database.is_sqlite else None
        self._known = Known()
        self.faults = 0
        """How often the database refused to keep what was sound, as it does when the disk is full."""
        self.faulted_at: int | None = None
        """The moment of the unit that was refused last, until something is kept again."""
        self._scrubber = Scrubber(database)
        self.reader = Reader(database, community, note_key, vault)

    @property
    def alone(self) -> bool:
        """True where no other process can work on the same book."""
        return self._database.is_sqlite

    @property
    def hurried(self) -> bool:
        """True where a past is played, and limits count by its clock."""
        return self._database.hurried

    async def post(self, unit: Unit) -> Posted:
        """Post one unit durably; returns when it is committed, raises when nothing of it was kept.

        Raises AlreadyDone, Moved or DifferentContent as domain.refusal says.
        """
        done: asyncio.Future[Posted] = asyncio.get_running_loop().create_future()
        self._queue.append(_Waiting(unit, done))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._write(), name="store-writer")
        # A caller that is cancelled gives up its own future alone; its unit is posted with the others of its batch.
        return await done

    async def answer(self, query: Query[T]) -> T:
        """Answer one question as of the last commit."""
        answer: T = await ANSWERS[type(query)](self.reader, query)
        return answer

    async def close(self) -> None:
        """Finish what is queued and give the reading connection back."""
        if self._task is not None:
            await self._task
        if self._thread is not None:
            await self._thread.close()
        await self.reader.close()

    async def _write(self) -> None:
        # One turn of the loop lets everybody who is ready at this moment join the first batch.
        await asyncio.sleep(0)
        while self._queue:
            batch = self._take()
            try:
                answers = await self._commit([waiting.unit for waiting in batch])
            except Exception as broken:  # noqa: BLE001 - every kind of failure goes back to whoever waits
                await self._replay(batch, broken)
            else:
                await self._scrubber.after([waiting.unit for waiting in batch])
                for waiting, posted in zip(batch, answers, strict=True):
                    self._after(waiting, posted)

    def _take(self) -> list[_Waiting]:
        """The next units whose watched keys do not meet, in order; the rest of a long one is taken alone."""
        batch: list[_Waiting] = []
        later: list[_Waiting] = []
        held: set[str] = set()
        if self._queue[0].posted:
            return [self._queue.popleft()]
        while self._queue and len(batch) < LARGEST_BATCH and not self._queue[0].posted:
            waiting = self._queue.popleft()
            keys = watched_keys(waiting.unit)
            (later if keys & held else batch).append(waiting)
            held |= keys
        self._queue.extendleft(reversed(later))
        return batch

    async def _replay(self, batch: list[_Waiting], broken: Exception) -> None:
        if len(batch) == 1:
            _answer(batch[0], await self._explain(batch[0].unit, broken))
            return
        for waiting in batch:
            try:
                (posted,) = await self._commit([waiting.unit])
                await self._scrubber.after([waiting.unit])
            except Exception as alone:  # noqa: BLE001 - as above
                _answer(waiting, await self._explain(waiting.unit, alone))
            else:
                self._after(waiting, posted)

    def _after(self, waiting: _Waiting, posted: Posted) -> None:
        """Answer, or post the rest of what was too long for one transaction behind whatever queued meanwhile."""
        first = waiting.posted or posted
        if posted.later:
            self._queue.append(_Waiting(Unit(None, posted.later, at=waiting.unit.at), waiting.done, first))
        else:
            _answer(waiting, first)

    async def _explain(self, unit: Unit, broken: Exception) -> Exception:
        """What a failure means: done before, other content under one key, or a lost race."""
        unique = isinstance(broken, IntegrityError)
        if isinstance(broken, DBAPIError) and not unique:
            return broken
        if unit.claim and await self.reader.first(TAKEN[unit.claim.kind], key=unit.claim.key):
            return AlreadyDone()
        if not unique:
            return broken
        for new in unit.effects:
            if isinstance(new, NewEntry):
                row = await self.reader.first(
                    ENTRY_AT_SOURCE,
                    source=new.source,
                    item=new.rule.item,
                    subject=new.subject,
                    account=new.account,
                )
                if row is not None:
                    return AlreadyDone() if row[0] == new.amount else DifferentContent(new.source)
        return Moved()

    async def _commit(self, units: list[Unit]) -> list[Posted]:
        for attempt in range(_RETRIES):
            known = self._known.copy()
            try:
                posted = await self._in_one_transaction(partial(self._post, units=units, known=known))
            except (DBAPIError, Moved) as broken:
                if self._known and not getattr(broken, "connection_invalidated", False):
                    # Another process may have gone on since; what is read anew decides.
                    self._known = Known()
                    continue
                if isinstance(broken, Moved):
                    raise
                if attempt + 1 == _RETRIES or getattr(broken.orig, "sqlstate", "") not in _SERIALISATION:
                    self._note_fault(broken, units[-1])
                    raise
            else:
                self.faulted_at = None
                self._known = known
                return posted
        raise AssertionError("unreachable")

    def _note_fault(self, broken: DBAPIError, unit: Unit) -> None:
        """A broken uniqueness is an answer; anything else says that the book cannot be written."""
        if not isinstance(broken, IntegrityError):
            self.faults += 1
            self.faulted_at = unit.at
            _log.error("book_not_written %s", type(broken).__name__)

    async def _in_one_transaction(self, work: Callable[[Connection], T]) -> T:
        if self._thread is not None:
            return await self._thread.run(work)
        async with self._database.writer.connect() as connection:
            return await connection.run_sync(_committed, work)

    def _post(self, connection: Connection, units: list[Unit], known: Known) -> list[Posted]:
        return post(Batch(connection, self._community, self._note_key, units, vault=self._vault, known=known))


def _committed(connection: Connection, work: Callable[[Connection], T]) -> T:
    # The transaction begins with the first statement, so that what needs only one may do without.
    done = work(connection)
    connection.commit()
    return done


def _answer(waiting: _Waiting, result: Any) -> None:  # noqa: ANN401 - a Posted or an exception
    if waiting.done.done():
        return
    if isinstance(result, BaseException):
        waiting.done.set_exception(result)
    else:
        waiting.done.set_result(result)
