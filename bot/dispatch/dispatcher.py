"""The way of one message; the one place that catches what goes wrong."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.dispatch import asking, wording
from bot.dispatch.addressing import here
from bot.dispatch.case import Case, milliseconds, place_of
from bot.dispatch.committing import Committer
from bot.dispatch.deciding import Decider
from bot.dispatch.hearing import Hearing
from bot.dispatch.lanes import Lanes
from bot.dispatch.limits import Pace, Seldom, Verdict
from bot.dispatch.recalling import Recalls
from bot.dispatch.replying import bare_answer, command_of, may_be_bare, reply_to
from bot.dispatch.spelling import as_listed
from bot.dispatch.surroundings import Surroundings, Understanding
from domain.channel import PictureGone
from domain.message import Message, Utterance
from domain.pictures import UnfitPicture
from domain.questions import OpenPlaces, OpenQuestion, Place, QuestionAt
from domain.reading import Reading
from domain.refusal import AlreadyDone, Moved
from domain.text import LONGEST, clean

log = logging.getLogger(__name__)

_LATE_MS = 24 * 60 * 60 * 1000
"""How long a question that nobody answered in time is still told of."""
_REMEMBERED = 4096
_TRIES = 5
_READ = frozenset({"text", "image"})


class Dispatcher:
    """Receives messages of all channels."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.understand_by(around.understanding)
        self.hearing = Hearing(around.outside.entrance.bot)
        self.recalls = Recalls(around)
        self._seen: set[tuple[str, str]] = set()
        self._seen_before: set[tuple[str, str]] = set()
        self._places = around.places
        self._decider = Decider(around)
        self._committer = Committer(around, self._places)
        self._pace = Pace(around.seconds)
        self._photos_unused = Seldom(around.seconds)
        self._lanes = Lanes(self._serve_safely)
        self._once_more = asyncio.Lock()

    async def prepare(self) -> None:
        """Learn where questions are open; once, before the first message."""
        self._places.update(await self._around.book.answer(OpenPlaces()))

    def understand_by(self, understanding: Understanding) -> None:
        """Read messages by this from now on: what people call things changes with the rules."""
        self._understanding = understanding
        self._glance, self._quick = understanding.glance, understanding.quick

    async def idle(self) -> None:
        """Return once every message received so far is dealt with."""
        await self._lanes.idle()

    def receive(self, message: Message) -> None:
        """Take one message; group chatter ends here, without a task and without the database."""
        self.hearing.note(message)
        if message.addressed or self._glance[message.text[:2]] or self._places:
            self._look_again(message)

    def _look_again(self, message: Message) -> None:
        if message.addressed or self._may_concern(message, plain=self._quick(message.text)):
            self._take(message)

    def _may_concern(self, message: Message, *, plain: bool) -> bool:
        if message.mentions_others or (message.quote and not message.quote.of_bot):
            return False
        if self._places and message.kind in _READ and place_of(message) in self._places:
            return True
        return message.kind == "text" and plain

    def _take(self, message: Message) -> None:
        key = (message.channel, message.id)
        if key in self._seen or key in self._seen_before:
            return
        self._seen.add(key)
        if len(self._seen) >= _REMEMBERED:
            self._seen, self._seen_before = set(), self._seen
        self._lanes.put((message.channel, message.room or message.sender), message)

    async def _serve_safely(self, message: Message) -> None:
        try:
            await self._serve(message)
        except Exception as fault:  # noqa: BLE001 - whatever went wrong, the person gets a sentence
            # Only the kind of fault: its text may hold what the person wrote.
            log.error(  # noqa: TRY400 - a traceback could hold what was written
                "message failed: %s", type(fault).__name__
            )
            # What was not done may be handed over again.
            self._seen.discard((message.channel, message.id))
            self._seen_before.discard((message.channel, message.id))
            await self._around.mouth.say_now([here(message, wording.FAULT)])

    async def _serve(self, message: Message) -> None:
        place = place_of(message)
        question = await self._question(place) if self._places and place in self._places else None
        if message.kind != "text" or len(message.text) > LONGEST:
            asked = question.ask if question else None
            awaited = message.kind == "image" and asked is not None and (asked.kind == "photo" or asked.photo_too)
            if not awaited:
                await self._turn_away(message)
                return
        if (text := clean(message.text)) is not message.text:
            message = replace(message, text=text)
        reading = self._read(message, pending=question is not None)
        case = await self._case(message, place, reading, question)
        if case is None:
            words = asking.reminder(question, reading) or await self._came_late(message, place, question)
            await self._small_talk(message, reading, words)
            return
        verdict = self._pace.judge(message.channel, message.sender, in_group=message.scene == "group")
        if verdict is not Verdict.ANSWER:
            if verdict is Verdict.NOTICE:
                await self._around.mouth.say_now([here(message, wording.TOO_FAST)])
            return
        try:
            if message.image is not None:
                case = await self._with_picture(case, message.image)
        except UnfitPicture as unfit:
            await self._around.mouth.say_now([here(message, str(unfit))])
            return
        await self._work(case)

    async def _with_picture(self, case: Case, image: Callable[[], Awaitable[bytes]]) -> Case:
        if not (case.command.takes_photo or case.message.kind == "image"):
            return case
        try:
            raw = await image()
        except PictureGone as gone:
            raise UnfitPicture(wording.PICTURE_GONE) from gone
        # A process of its own takes the picture apart; only waiting for it happens on the thread.
        return replace(case, picture=await asyncio.to_thread(self._around.recode, raw))

    async def _turn_away(self, message: Message) -> None:
        if message.scene != "private":
            return
        # Of nine photos sent at once the first is answered.
        if message.kind == "image" and not self._photos_unused.may(message.channel, message.sender):
            return
        words = {"text": wording.TOO_LONG, "image": wording.PHOTO_UNUSED}.get(message.kind, wording.PLEASE_TYPE)
        await self._around.mouth.say_now([here(message, words)])

    async def _question(self, place: Place) -> OpenQuestion | None:
        whispered = self._committer.whispered.get(place)
        question = whispered or await self._around.book.answer(QuestionAt(place))
        if question is None or question.expires_at <= milliseconds(self._around.now()):
            return None
        return question

    async def _came_late(self, message: Message, place: Place, question: OpenQuestion | None) -> str | None:
        """What a bare yes or no reads that comes after the time of its question."""
        if question is not None or place not in self._places or not may_be_bare(message):
            return None
        lapsed, now = await self._around.book.answer(QuestionAt(place)), milliseconds(self._around.now())
        late = lapsed is not None and lapsed.expires_at <= now < lapsed.expires_at + _LATE_MS
        return wording.CAME_LATE if late else None

    def _read(self, message: Message, *, pending: bool) -> Reading:
        quote = message.quote.text if message.quote else None
        return as_listed(
            self._understanding.read(Utterance(message.text, message.scene, message.addressed, quote, pending=pending))
        )

    async def _case(
        self, message: Message, place: Place, reading: Reading, question: OpenQuestion | None
    ) -> Case | None:
        """What the message is: a reply to the card it quotes, the answer to what is asked, or a command."""
        if reading.who_reported or reading.several:
            return None
        menu, answers = self._around.menu, {}
        if message.quote and (reply := await self._replied(message, reading)):
            reading = reply
        elif answered := question and asking.resume(question, message, reading):
            reading, answers = Reading(answered.intent, answered.slots), dict(answered.answers)
        elif (
            question is None
            and may_be_bare(message)
            and (late := await bare_answer(message, self._around.book, self._around.rulings))
        ):
            reading = late
        elif asking.reminder(question, reading):
            return None
        command = menu.get(reading.intent)
        return None if command is None else Case(message, place, reading, command, question, answers)

    async def _replied(self, message: Message, reading: Reading) -> Reading | None:
        """Free words that quote a card: to the command that sends such cards, or to what the card's code is about."""
        meant = command_of(message, reading, self._around.menu)
        return meant or await reply_to(message, reading, self._around.book, self._around.rulings)

    async def _small_talk(self, message: Message, reading: Reading, reminder: str | None) -> None:
        verdict = self._pace.judge(message.channel, message.sender, in_group=message.scene == "group")
        if message.addressed and message.text.strip() and verdict is Verdict.ANSWER:
            card = message.quote.text if message.quote and message.quote.of_bot else ""
            await self._around.mouth.say_now([here(message, reminder or wording.no_command(reading, card))])

    async def _work(self, case: Case) -> None:
        if await self._done(case):
            return
        # Where many want the same last seat, they stand in line for it instead of pushing each other away.
        async with self._once_more:
            for _ in range(_TRIES):
                if await self._done(case):
                    return
        raise Moved

    async def _done(self, case: Case) -> bool:
        """False where what was decided on moved meanwhile."""
        decision = await self._decider.decide(case)
        try:
            await self._committer.carry_out(case, decision)
        except AlreadyDone:
            return True
        except Moved:
            return False
        return True
