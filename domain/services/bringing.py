"""A question that is brought to somebody who did not write: it stays open for three days."""

from collections.abc import Iterable

from domain.decision import Ask
from domain.matters.ruling import REPLY
from domain.questions import KeepQuestion, OpenQuestion, Place

STEP = "answer"
_MINUTES = 3 * 24 * 60


def kept(places: Iterable[tuple[Place, OpenQuestion | None]], code: object, words: str, now: int) -> list[KeepQuestion]:
    """The question at every place where none is open; elsewhere a quoting reply answers it."""
    ask = Ask(STEP, words, minutes=_MINUTES)
    question = OpenQuestion(REPLY, {"ref": str(code)}, ask, now + _MINUTES * 60_000)
    return [KeepQuestion(place, question) for place, there in places if there is None or there.expires_at <= now]
