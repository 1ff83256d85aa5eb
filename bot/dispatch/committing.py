"""Carries a decision out: what changes the book is posted with its replies, what changes nothing is just said."""

from collections.abc import Sequence
from datetime import datetime, time

from bot.dispatch import asking, wording
from bot.dispatch.addressing import addressed, asked_at, private_chat
from bot.dispatch.case import Case, hasher, milliseconds
from bot.dispatch.surroundings import Surroundings
from domain.decision import Answer, Claim, Decision, Say, Unit
from domain.demand import Unmet
from domain.members import AccountRef
from domain.period import SHANGHAI, civil
from domain.questions import DropQuestion, KeepQuestion, OpenQuestion, Place
from domain.tips.effects import OpenTip, SaySealed


class Committer:
    """The one place that posts what messages decided; it keeps ``places``, where questions are open."""

    def __init__(self, around: Surroundings, places: set[Place]) -> None:
        self._around = around
        self._places = places
        self._keyed = hasher(around.key)
        self.whispered: dict[Place, OpenQuestion] = {}
        """Questions of confidential commands, which are never written down."""

    async def carry_out(self, case: Case, decision: Decision) -> None:
        """Say it, or commit it and then say it."""
        if case.command.confidential and decision.answer and decision.answer.here:
            await self._hushed(case, decision)
            return
        if case.command.confidential:
            await self._in_confidence(case, decision)
            return
        says = await self._says(case, decision)
        effects = (*decision.effects, *self._question_effects(case, decision))
        if not effects:
            if self.whispered.pop(case.place, None):
                self._places.discard(case.place)
            if says:
                await self._around.mouth.say_now(says)
            return
        claim = Claim("message", self._keyed(f"{case.message.channel}|{case.message.id}"), self._mark(case, decision))
        at = milliseconds(self._around.now())
        # The answer first: in one chat it stands above whatever else the decision sends there.
        await self._around.book.post(Unit(claim, (*says, *effects), decision.watches, at))
        self._places.discard(case.place)
        self.whispered.pop(case.place, None)
        if decision.ask:
            self._places.add(asked_at(case))
        self._around.mouth.wake()

    async def _hushed(self, case: Case, decision: Decision) -> None:
        """Said in a group what belongs in private: nothing is kept, and only the sender reads what to do about it."""
        await self._around.mouth.say_now(await self._says(case, decision))
        if await self._around.mouth.reaches(case.place.account) is False:
            return
        told = SaySealed(Say(private_chat(case.message), wording.TAKE_IT_BACK))
        today = datetime.combine(civil(self._around.now()), time(), SHANGHAI)
        await self._around.book.post(Unit(None, (told,), at=milliseconds(today)))
        self._around.mouth.wake()

    async def _in_confidence(self, case: Case, decision: Decision) -> None:
        """Commit it so that nothing leads to the sender: the day alone, no fingerprint, sealed answers."""
        # A question that is in the book is forgotten here alone: to take it out would name the place in this commit.
        says = tuple(SaySealed(say) for say in await self._says(case, decision))
        day, today = civil(case.message.at), civil(self._around.now())
        claim = Claim("message", hasher(self._around.day_key(day))(f"{case.message.channel}|{case.message.id}"))
        at = milliseconds(datetime.combine(today, time(), SHANGHAI))
        await self._around.book.post(Unit(claim, (*decision.effects, *says), decision.watches, at))
        self._places.discard(case.place)
        self.whispered.pop(case.place, None)
        self._forget_expired()
        if decision.ask:
            place, now = asked_at(case), self._around.now()
            self.whispered[place] = asking.opened(case.command.intent, case.reading, decision.ask, now, case.answers)
            self._places.add(place)
        for effect in decision.effects:
            if isinstance(effect, OpenTip):
                self._around.outside.tips.count(case.place.account, today, effect.text)
        self._around.mouth.wake()

    def _forget_expired(self) -> None:
        """What was whispered is not kept longer than its question stands."""
        now = milliseconds(self._around.now())
        for place in [place for place, question in self.whispered.items() if question.expires_at <= now]:
            del self.whispered[place]
            self._places.discard(place)

    async def _says(self, case: Case, decision: Decision) -> Sequence[Say]:
        asked = Answer(asking.choices_as_words(decision.ask)) if decision.ask else None
        answers = [answer for answer in (decision.answer, asked) if answer]
        if not answers:
            return ()
        hint = await self._hint(case.place.account) if case.message.scene == "group" else ""
        return addressed(case.message, case.command, answers, hint)

    async def _hint(self, account: AccountRef) -> str:
        """What a group reads where the answer goes to the private chat; it promises no more than the channel can."""
        sure = await self._around.mouth.reaches(account)
        return wording.SENT_PRIVATELY if sure else wording.SENT_PERHAPS

    def _question_effects(self, case: Case, decision: Decision) -> Sequence[object]:
        # What was whispered is in no book: to drop it there would put down that somebody was asked something.
        kept = case.place in self._places and case.place not in self.whispered
        effects: list[object] = [DropQuestion(case.place)] if kept else []
        if decision.ask:
            asked = asking.opened(case.command.intent, case.reading, decision.ask, self._around.now(), case.answers)
            effects.append(KeepQuestion(asked_at(case), asked))
        return effects

    def _mark(self, case: Case, decision: Decision) -> str:
        # What was refused is only counted, and may be said again at once.
        wrote = any(not isinstance(effect, Unmet) for effect in decision.effects)
        return case.fingerprint(self._keyed) if case.command.writes and wrote else ""
