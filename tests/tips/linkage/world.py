"""The community of one attack: its book, its people, and what really happened, which the thief does not have."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from domain.decision import Claim, Say, Target, Unit, Urgency
from domain.members import AccountRef
from domain.outbox import Mark, OwedNow
from domain.tips.case import Recipient
from storage.database import Database
from storage.store import Store
from storage.vault.vault import Vault

WORKER, PROPERTY, SUPERVISOR = Recipient(901, "grid_worker"), Recipient(902, "property"), Recipient(903, "supervisor")
PHOTO = b"\xff\xd8" + b"pixels" * 400
FOR_EVER = 2**53
Design = Literal["voucher", "pool", "naive", "hasty"]
"""The two that hold, and two careless ones: everything kept, and the neutral item booked at once and alone."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large a year is; the release run plays the whole community."""

    residents: int = 400
    months: int = 6
    tips: int = 5
    awards: int = 40


@dataclass(slots=True)
class Truth:
    """One tip as it really was."""

    code: str
    receipt: str
    reporter: AccountRef
    text: str
    message: str
    opened: date
    matter: str
    guarded: bool
    relayed: bool
    closed: date | None = None
    pooled: bool = False
    moments: list[int] = field(default_factory=list)
    """On the day that was dense enough to tell minutes apart: when the reporter said something."""


@dataclass(slots=True)
class World:
    """Everything that the year is played with, by one design of the reward."""

    store: Store
    vault: Vault
    database: Database
    keys: Path
    chance: random.Random
    people: tuple[AccountRef, ...]
    design: Design
    truths: list[Truth] = field(default_factory=list)
    messages: int = 0
    workers: frozenset[int] = frozenset({WORKER.person, PROPERTY.person})
    """Whom guarded cases are kept from."""
    last_claim: Truth | None = None
    """Whose claim fell between the two thefts."""

    @property
    def naive(self) -> bool:
        """True for the bot that keeps receipts and rewards the ordinary way."""
        return self.design == "naive"

    async def post(self, at: datetime, *effects: object, claim: Claim | None = None) -> None:
        await self.store.post(Unit(claim, effects, at=milliseconds(at)))

    def message(self) -> str:
        """The platform's id of one more message."""
        self.messages += 1
        return f"wxmsg{self.messages:06}{self.chance.randrange(10**8):08}"

    async def deliver(self, at: datetime) -> None:
        """Whatever is owed is sent."""
        marks = [
            Mark(one.id, "sent", 1, sent_at=milliseconds(at), platform_id=self.message())
            for one in await self.store.answer(OwedNow(FOR_EVER))
        ]
        if marks:
            await self.post(at, *marks)


def milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def to(account: AccountRef, text: str) -> Say:
    return Say(Target("account", account.id, account.channel), text, urgency=Urgency.ANSWER)
