"""What a book costs at least: a small schema, read and written straight by SQLAlchemy and by the drivers."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import (
    BigInteger,
    Engine,
    ForeignKey,
    Index,
    Integer,
    Text,
    bindparam,
    create_engine,
    event,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.pool import AsyncAdaptedQueuePool

from benchmarks.community import ENTRIES_EACH, SUBJECTS

_ID = BigInteger().with_variant(Integer, "sqlite")
BODY = '{"to":"r1","text":"张三 当前积分 98 分，扣 2 分：高空抛物"}'


class Base(DeclarativeBase):
    """The tables."""


class Subject(Base):
    """Who has points."""

    __tablename__ = "subject"
    id: Mapped[int] = mapped_column(_ID, primary_key=True)
    grid: Mapped[int]
    name: Mapped[str] = mapped_column(Text)


class Balance(Base):
    """How many."""

    __tablename__ = "balance"
    subject: Mapped[int] = mapped_column(_ID, ForeignKey("subject.id"), primary_key=True, autoincrement=False)
    points: Mapped[int]


class Entry(Base):
    """And why."""

    __tablename__ = "entry"
    id: Mapped[int] = mapped_column(_ID, primary_key=True)
    subject: Mapped[int] = mapped_column(_ID)
    delta: Mapped[int]
    kind: Mapped[str] = mapped_column(Text)
    ref: Mapped[str] = mapped_column(Text, unique=True)
    at: Mapped[int] = mapped_column(_ID)
    __table_args__ = (Index("entry_subject", "subject", "id"),)


class Outbox(Base):
    """What is to be said."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(_ID, primary_key=True)
    room: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    state: Mapped[int]


S: Any = Subject.__table__
B: Any = Balance.__table__
E: Any = Entry.__table__
O: Any = Outbox.__table__  # noqa: E741
HEAD = select(S.c.name, S.c.grid, B.c.points).join(B, B.c.subject == S.c.id).where(S.c.id == bindparam("s"))
LAST = select(E.c.delta, E.c.kind, E.c.at).where(E.c.subject == bindparam("s")).order_by(E.c.id.desc()).limit(10)
ADD_ENTRY: Any = insert(E)
ADD_OUTBOX: Any = insert(O)
MOVE = update(B).where(B.c.subject == bindparam("s")).values(points=B.c.points + bindparam("d")).returning(B.c.points)
_SEED: tuple[tuple[Any, Callable[[], Sequence[dict[str, Any]]]], ...] = (
    (insert(S), lambda: [{"id": i, "grid": i % 20, "name": f"户{i}"} for i in range(1, SUBJECTS + 1)]),
    (insert(B), lambda: [{"subject": i, "points": 100} for i in range(1, SUBJECTS + 1)]),
    (
        insert(E),
        lambda: [
            {"subject": i % SUBJECTS + 1, "delta": -2, "kind": "违规", "ref": f"seed{i}", "at": i}
            for i in range(SUBJECTS * ENTRIES_EACH)
        ],
    ),
)
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000")


def _prepared(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


@dataclass(slots=True)
class PlainBook:
    """The small book with every way into it."""

    engine: AsyncEngine
    sync: Engine | None
    _chance: random.Random = field(default_factory=lambda: random.Random(3))
    _numbers: Any = field(default_factory=lambda: count(1))
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    _held: Any = None

    def someone(self) -> int:
        """Any subject."""
        return self._chance.randrange(1, SUBJECTS + 1)

    def entry(self, subject: int) -> dict[str, Any]:
        """One new entry."""
        number = next(self._numbers)
        return {"subject": subject, "delta": -2, "kind": "违规", "ref": f"x{number}", "at": number}

    @property
    def sessions(self) -> "async_sessionmaker[AsyncSession]":
        """ORM sessions."""
        return async_sessionmaker(self.engine, expire_on_commit=False)

    async def core_read(self) -> None:
        """Head and last ten, by Core on a connection from the pool."""
        who = {"s": self.someone()}
        async with self.engine.connect() as connection:
            (await connection.execute(HEAD, who)).one()
            (await connection.execute(LAST, who)).all()

    async def orm_read(self) -> None:
        """The same by the ORM."""
        who = self.someone()
        both = select(Subject, Balance).join(Balance, Balance.subject == Subject.id).where(Subject.id == who)
        entries = select(Entry).where(Entry.subject == who).order_by(Entry.id.desc()).limit(10)
        async with self.sessions() as session:
            (await session.execute(both)).one()
            (await session.execute(entries)).scalars().all()

    async def hop_read(self) -> None:
        """The same by Core on one synchronous connection, with one hop to its thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._read_here, {"s": self.someone()})

    def _read_here(self, who: dict[str, int]) -> None:
        assert self.sync is not None
        if self._held is None:
            self._held = self.sync.connect()
        self._held.execute(HEAD, who).one()
        self._held.execute(LAST, who).all()

    async def core_write(self) -> None:
        """Entry, balance and outbox in one transaction, by Core."""
        who = self.someone()
        async with self.engine.connect() as connection:
            if self.sync is not None:
                await connection.execute(text("BEGIN IMMEDIATE"))
            await connection.execute(ADD_ENTRY.inline(), self.entry(who))
            (await connection.execute(MOVE, {"s": who, "d": -2})).scalar_one()
            await connection.execute(ADD_OUTBOX.inline(), {"room": "r1", "body": BODY, "state": 0})
            await connection.commit()

    async def orm_write(self) -> None:
        """The same by an ORM session."""
        who = self.someone()
        async with self.sessions() as session:
            if self.sync is not None:
                await session.execute(text("BEGIN IMMEDIATE"))
            session.add(Entry(**self.entry(who)))
            balance = await session.get(Balance, who, with_for_update=self.sync is None)
            assert balance is not None
            balance.points -= 2
            session.add(Outbox(room="r1", body=BODY, state=0))
            await session.commit()

    def locked(self, write: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        """One writer at a time, as SQLite wants it."""

        async def alone() -> None:
            async with self._lock:
                await write()

        return alone


@asynccontextmanager
async def plain_book(url: str) -> AsyncIterator[PlainBook]:
    """A fresh small book of the bot's size."""
    engine = create_async_engine(url, pool_size=10, max_overflow=0, poolclass=AsyncAdaptedQueuePool)
    sync = None
    if url.startswith("sqlite"):
        _prepared(engine.sync_engine)
        sync = create_engine(f"sqlite:///{Path(url.partition(':///')[2])}", connect_args={"check_same_thread": False})
        _prepared(sync)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
        for statement, rows in _SEED:
            await connection.execute(statement, rows())
        await connection.execute(text("ANALYZE"))
    book = PlainBook(engine, sync)
    try:
        yield book
    finally:
        if book._held is not None:
            book._held.close()
        if sync is not None:
            sync.dispose()
        book._thread.shutdown()
        await engine.dispose()
