"""What somebody takes back was said all the same: what it did stands, and he is told how to undo it."""

from datetime import timedelta

from bot.dispatch import recalling_wording as wording
from bot.dispatch.case import hasher, milliseconds
from bot.dispatch.surroundings import Surroundings
from domain.awarding import hand_source
from domain.decision import Claim, Say, Target, Unit
from domain.happenings import Recalled
from domain.refusal import AlreadyDone
from domain.work import DoneBy

_WORTH = timedelta(hours=1)


class Recalls:
    """Deals with messages that were taken back."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._keyed = hasher(around.key)

    async def deal(self, channel: str, recalled: Recalled) -> None:
        """Offer the way back to whoever took back a message that changed the book; say nothing of any other."""
        name = f"{channel}|{recalled.message}"
        done = await self._around.book.answer(DoneBy(self._keyed(name), hand_source(channel, recalled.message)))
        if done is None:
            return
        now = self._around.now()
        words = wording.offer(done) if done else wording.DONE
        say = Say(Target("account", recalled.account, channel), words, expires_at=now + _WORTH)
        try:
            await self._around.book.post(
                Unit(Claim("message", self._keyed(f"recall|{name}")), (say,), at=milliseconds(now))
            )
        except AlreadyDone:
            return  # the platform told it twice
        self._around.mouth.wake()
