"""Any sequence of awards, reversals, redeliveries and restarts leaves the book equal to a dictionary."""

import asyncio
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.code import NewCode
from domain.decision import Claim, Posted, Unit
from domain.ledger import Account, Hand, NewEntry, RuleMark
from domain.refusal import AlreadyDone, Moved
from storage.database import open_database, sqlite_url
from storage.ledger import BALANCES, prove
from storage.migrations import migrate
from storage.store import Store
from tests.conftest import COMMUNITY, NOTE_KEY

SUBJECTS = st.integers(1, 4)
ACCOUNTS = st.sampled_from(["credit", "spendable"])


class Ledger(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory(prefix="gridbot-ledger-")
        self.model: dict[tuple[int, str], int] = {}
        self.said: list[NewEntry] = []
        self.undone: set[int] = set()

    @initialize()
    def open(self) -> None:
        self.database = open_database(sqlite_url(Path(self.folder.name) / "book.db"))
        self.loop.run_until_complete(migrate(self.database))
        self.store = Store(self.database, COMMUNITY, NOTE_KEY)

    def _post(self, key: str, entry: NewEntry) -> Posted:
        return self.loop.run_until_complete(self.store.post(Unit(Claim("message", key), (entry,), at=1)))

    @rule(subject=SUBJECTS, account=ACCOUNTS, amount=st.integers(1, 50), note=st.text(max_size=5))
    def award(self, subject: int, account: Account, amount: int, note: str) -> None:
        key = f"m{len(self.said)}"
        entry = NewEntry(
            NewCode("L"),
            subject,
            account,
            "issue",
            amount,
            key,
            RuleMark("R07", "v", "{}"),
            Hand(),
            "2026-11-23",
            note,
        )
        posted = self._post(key, entry)
        assert list(posted.numbers.values()) == [len([e for e in self.said if e.reverses is None]) + 1]
        self.said.append(entry)
        self.model[subject, account] = self.model.get((subject, account), 0) + amount

    @rule(which=st.integers(0, 10_000))
    def reverse(self, which: int) -> None:
        if not self.said:
            return
        seq = which % len(self.said) + 1
        first = self.said[seq - 1]
        if first.reverses is not None:
            return
        key = f"m{len(self.said)}"
        entry = NewEntry(
            seq,
            first.subject,
            first.account,
            "void",
            -first.amount,
            key,
            first.rule,
            Hand(),
            "2026-11-23",
            reverses=seq,
        )
        if seq in self.undone:
            try:
                self._post(key, entry)
            except Moved:
                return
            raise AssertionError("reversed twice")
        self._post(key, entry)
        self.said.append(entry)
        self.undone.add(seq)
        self.model[first.subject, first.account] -= first.amount

    @rule(which=st.integers(0, 10_000))
    def redeliver(self, which: int) -> None:
        if not self.said:
            return
        index = which % len(self.said)
        try:
            self._post(f"m{index}", self.said[index])
        except AlreadyDone:
            return
        raise AssertionError("one message acted twice")

    @rule()
    def restart(self) -> None:
        self._close()
        self.open()

    @invariant()
    def balances_are_the_models(self) -> None:
        if not hasattr(self, "store"):
            return
        for subject in range(1, 5):
            rows = self.loop.run_until_complete(self.store.reader.all(BALANCES, subject=subject))
            expected = {account: points for (owner, account), points in self.model.items() if owner == subject}
            assert {row[0]: row[1] for row in rows} == expected

    async def _prove(self) -> tuple[str, ...]:
        async with self.database.writer.connect() as connection:
            return (await connection.run_sync(prove, COMMUNITY, NOTE_KEY)).broken

    def _close(self) -> None:
        assert self.loop.run_until_complete(self._prove()) == ()
        self.loop.run_until_complete(self.store.close())
        self.loop.run_until_complete(self.database.close())

    def teardown(self) -> None:
        self._close()
        self.loop.close()
        self.folder.cleanup()


TestLedger = Ledger.TestCase
TestLedger.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
