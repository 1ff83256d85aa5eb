"""Cards for whoever a new matter waits for."""

from collections.abc import Iterable

from domain.decision import Card, Say, Target, Urgency
from domain.matters.standing_by import concerned
from domain.members import AccountRef, Duty, OnDuty, Sender
from domain.query import Book
from domain.roles import Role

_UNTIED = AccountRef("", "")


async def hands(
    book: Book, role: Role, grid: str, concerns: Iterable[str], besides: Iterable[int] = ()
) -> tuple[Duty, ...]:
    """Everybody of a role who serves the grid and is neither concerned nor among ``besides``."""
    found = await book.answer(OnDuty(role, grid))
    left_out = set(besides)
    return tuple(one for one in found if one.person not in left_out and not concerned(Sender(_UNTIED), one, concerns))


def cards(people: Iterable[Duty], card: Card, file: str = "") -> tuple[Say, ...]:
    """The same card for each of them, privately."""
    return tuple(Say(Target("staff", str(one.person)), "", card, urgency=Urgency.NOTICE, file=file) for one in people)
