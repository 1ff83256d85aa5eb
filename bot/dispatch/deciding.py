"""Identify, permit, ask once more where wise, then let the command decide."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.dispatch import wording
from bot.dispatch.case import Case, hasher, milliseconds
from bot.dispatch.surroundings import Surroundings
from domain.command import Where
from domain.decision import Answer, Ask, Decision
from domain.members import Grid, GridOfRoom, Sender, SenderOf
from domain.message import Message
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.work import RepeatedSince

_REPEAT = timedelta(minutes=10)
_STALE = timedelta(hours=2)


class Decider:
    """Turns a case into a decision; it reads and never writes."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._keyed = hasher(around.key)

    async def decide(self, case: Case) -> Decision:
        """What should happen; refusals are decisions too."""
        message, command = case.message, case.command
        if command.where is Where.PRIVATE_ONLY and message.scene == "group":
            return Decision(Answer(wording.PRIVATE_ONLY))
        sender = await self._around.book.answer(SenderOf(case.place.account))
        if not sender.roles & command.who:
            return Decision(Answer(wording.NOT_BOUND if "resident" in command.who else wording.NOT_ALLOWED))
        if command.handle is None:
            return Decision(Answer(wording.NOT_OPEN.format(title=command.title)))
        if case.question and case.answers.get(case.question.ask.step) is False and case.question.ask.on_no is not None:
            return Decision(Answer(case.question.ask.on_no))
        if ask := await self._once_more(case):
            return Decision(ask=ask)
        return await self._handled(case, sender, command.handle)

    async def _handled(
        self, case: Case, sender: Sender, handle: Callable[[Request, Book], Awaitable[Decision]]
    ) -> Decision:
        request = Request(
            message=case.message,
            reading=case.reading,
            sender=sender,
            grid=await self._grid(case.message, sender),
            now=self._around.now(),
            rules=self._around.rules(),
            answers=case.answers,
        )
        try:
            return await handle(request, self._around.book)
        except Refusal as refusal:
            return Decision(Answer(str(refusal)))

    async def _grid(self, message: Message, sender: Sender) -> Grid | None:
        if message.scene == "group":
            return await self._around.book.answer(GridOfRoom(message.channel, message.room))
        return Grid(sender.subject.grid, "") if sender.subject else None

    async def _once_more(self, case: Case) -> Ask | None:
        if not case.command.writes or case.answers:
            return None
        now = self._around.now()
        if now - case.message.at > _STALE:
            return Ask("stale", wording.STALE, on_no=wording.DROPPED)
        if case.command.asks_anyway:
            return None
        since = milliseconds(now - _REPEAT)
        if await self._around.book.answer(RepeatedSince(case.fingerprint(self._keyed), since)):
            return Ask("again", wording.AGAIN, on_no=wording.DROPPED)
        return None
