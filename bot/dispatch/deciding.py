"""Identify, permit, ask once more where wise, then let the command decide."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from bot.dispatch import asking, wording
from bot.dispatch.case import Case, hasher, milliseconds
from bot.dispatch.echoing import repeats_a_tip
from bot.dispatch.surroundings import Surroundings
from domain.command import Command, Where
from domain.counter import COUNTER, may_be_done_for
from domain.decision import Answer, Ask, Decision
from domain.members import Grid, Room, RoomOf, Sender, SenderOf
from domain.query import Book
from domain.refusal import Refusal
from domain.register.sheets import ROLE_NAMES
from domain.request import Request
from domain.work import RepeatedSince

_REPEAT = timedelta(minutes=10)
_STALE = timedelta(hours=2)
_SILENCE = Decision()
Handle = Callable[[Request, Book], Awaitable[Decision]]


class Decider:
    """Turns a case into a decision; it reads and never writes."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._keyed = hasher(around.key)
        self._opened = frozenset(one.intent for one in around.menu.values() if one.handle is not None)

    async def decide(self, case: Case) -> Decision:
        """What should happen; refusals are decisions too, and a group that nobody bound gets silence."""
        message, room = case.message, None
        if message.scene == "group":
            room = await self._around.book.answer(RoomOf(message.channel, message.room))
            if room is None:
                return _SILENCE
            if elsewhere := await self._elsewhere(case, room):
                return elsewhere
        sender = await self._around.book.answer(SenderOf(case.place.account))
        if refused := _refused(case, sender):
            return refused
        if case.command.writes and not case.answers and (ask := await self._once_more(case)):
            return Decision(ask=ask)
        if case.command.handle is None:
            raise AssertionError("a command that is not open was refused before")
        decision = _with_unanswered(case, await self._handled(case, sender, room, case.command.handle))
        apart = room is not None and decision.answer is not None and decision.answer.privately
        if apart and await self._around.mouth.reaches(case.place.account) is False:
            return replace(decision, answer=self._no_way().answer)
        return decision

    async def _elsewhere(self, case: Case, room: Room) -> Decision | None:
        """What a group reads where the matter belongs into the private chat, or its answer could not arrive there."""
        out_of_place = _out_of_place(case.command, room)
        if not out_of_place and case.command.where is not Where.PRIVATELY:
            return None
        if await self._around.mouth.reaches(case.place.account) is False:
            return self._no_way(privately_only=out_of_place)
        return Decision(Answer(wording.PRIVATE_ONLY, here=True)) if out_of_place else None

    def _no_way(self, *, privately_only: bool = False) -> Decision:
        """What a group reads instead of a private answer that could not arrive; nothing is done meanwhile."""
        entrance = self._around.outside.entrance
        words = wording.PRIVATE_ONLY if privately_only else wording.NO_PRIVATE_CHAT
        return Decision(Answer(words + wording.way_in(entrance.bot, entrance.link), here=True))

    async def _handled(self, case: Case, sender: Sender, room: Room | None, handle: Handle) -> Decision:
        request = Request(
            message=case.message,
            reading=case.reading,
            sender=sender,
            grid=room.grid if room else _own_grid(sender),
            now=self._around.now(),
            rules=self._around.rules(),
            outside=self._around.outside,
            rulings=self._around.rulings,
            opened=self._opened,
            picture=case.picture,
            answers=case.answers,
        )
        try:
            if case.command.writes and await repeats_a_tip(request, self._around.book):
                return Decision(Answer(wording.ECHOES, privately=True))
            return await handle(request, self._around.book)
        except Refusal as refusal:
            return Decision(Answer(str(refusal)), refusal.effects)

    async def _once_more(self, case: Case) -> Ask | None:
        now = self._around.now()
        if now - case.message.at > _STALE:
            return Ask("stale", wording.STALE, on_no=wording.DROPPED)
        if case.command.asks_anyway:
            return None
        since = milliseconds(now - _REPEAT)
        if await self._around.book.answer(RepeatedSince(case.fingerprint(self._keyed), since)):
            return Ask("again", wording.AGAIN, on_no=wording.DROPPED)
        return None


def _with_unanswered(case: Case, decision: Decision) -> Decision:
    """The decision with a word on the further questions of the message."""
    if decision.answer is None or not case.reading.unanswered:
        return decision
    words = f"{decision.answer.text}\n{wording.one_more_time(case.reading.unanswered)}"
    return replace(decision, answer=replace(decision.answer, text=words))


def _own_grid(sender: Sender) -> Grid | None:
    subject = sender.subject
    return Grid(subject.grid, "") if subject else None


def _out_of_place(command: Command, room: Room) -> bool:
    """True for a matter of the private chat that was said in a group where it must not be."""
    return command.where is Where.PRIVATE_ONLY or (command.where is Where.STAFF and room.kind != "staff")


def _wordiest(case: Case) -> int:
    """How many characters the longest of what was said to a command has."""
    if not (case.reading.slots or case.answers):
        return 0
    said = (*case.reading.slots.values(), *case.answers.values())
    return max((len(one) for one in said if isinstance(one, str)), default=0)


def _whose(command: Command, sender: Sender) -> str:
    """What somebody reads whose the command is not; staff are told whose it is, and where their own work stands."""
    if "resident" in command.who:
        return command.strangers or wording.NOT_BOUND
    if not sender.duties:
        return wording.NOT_ALLOWED
    whose = "、".join(name for role, name in ROLE_NAMES.items() if role in command.who)
    return wording.NOT_YOUR_DUTY.format(title=command.title, whose=whose)


def _refused(case: Case, sender: Sender) -> Decision | None:
    """The refusal of a command that is not the sender's, not open yet, or was just declined."""
    command, question = case.command, case.question
    if case.place.account.channel == COUNTER and not may_be_done_for(command):
        return Decision(Answer(wording.NOT_FOR_ANOTHER, here=True))
    if not sender.is_any_of(command.who):
        return Decision(Answer(_whose(command, sender)))
    if command.handle is None:
        return Decision(Answer(wording.NOT_OPEN.format(title=command.title)))
    if (count := _wordiest(case)) > command.longest and not command.confidential:
        said = wording.TOO_WORDY.format(most=command.longest, count=count)
        return Decision(Answer(said), ask=question.ask if question else None)
    ending = asking.ending(question.ask, case.message.text) if question else None
    if question and ending is not None and case.answers.get(question.ask.step) is False:
        return Decision(Answer(ending))
    return None
