"""What the dispatcher works with, and what it needs of the rooms around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from domain.command import Command
from domain.decision import Say
from domain.matters.ruling import Ruling
from domain.members import AccountRef
from domain.message import Utterance
from domain.outside import Outside
from domain.query import Posting
from domain.questions import Place
from domain.reading import Reading
from domain.rules.rulebook import Rulebook


class Understanding(Protocol):
    """What the dispatcher needs of understanding."""

    @property
    def glance(self) -> Mapping[str, bool]:
        """Whether an unaddressed message that begins with these two characters may be a command."""
        ...

    def quick(self, text: str) -> bool:
        """False where an unaddressed message can be no command."""
        ...

    def read(self, utterance: Utterance) -> Reading:
        """What an utterance means."""
        ...


class Mouth(Protocol):
    """What the dispatcher needs of delivery."""

    async def say_now(self, says: Sequence[Say]) -> None:
        """Say what changed nothing, without writing it down."""
        ...

    async def reaches(self, account: AccountRef) -> bool | None:
        """Whether something can be said privately to an account; None where only trying would show it."""
        ...

    def wake(self) -> None:
        """There is something new in the outbox."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that the dispatcher works with; ``key`` is the secret for the inbox's hashes."""

    book: Posting
    understanding: Understanding
    menu: Mapping[str, Command]
    rules: Callable[[], Rulebook]
    mouth: Mouth
    now: Callable[[], datetime]
    seconds: Callable[[], float]
    key: bytes
    outside: Outside
    recode: Callable[[bytes], bytes]
    """Makes a picture anew from its pixels; ValueError says in one sentence why it cannot be taken."""
    day_key: Callable[[date], bytes]
    """The secret for the inbox's hashes of what is confidential; a day's is destroyed after a week."""
    rulings: Mapping[str, Ruling] = field(default_factory=dict)
    places: set[Place] = field(default_factory=set)
    """Where questions are open."""
