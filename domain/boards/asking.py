"""怎么署名: the question that whoever qualifies for red finds open in the private chat, and its choices."""

from collections.abc import Iterable

from domain.decision import Ask
from domain.questions import KeepQuestion, OpenQuestion, Place

INTENT, STEP, WHOSE = "publicity_consent", "signed", "of"
FULL, NOT_NAMED = "全名", "不署名"
_MINUTES = 7 * 24 * 60


def choices(masked: str) -> tuple[str, ...]:
    """The ways to be named; shops and units have a sign, which nothing is masked of."""
    return (FULL, masked, NOT_NAMED) if "*" in masked else (FULL, NOT_NAMED)


def kept(
    places: Iterable[tuple[Place, OpenQuestion | None]], subject: int, masked: str, words: str, now: int
) -> list[KeepQuestion]:
    """The question at every place where none is open."""
    ask = Ask(STEP, words, "choice", choices(masked), _MINUTES)
    question = OpenQuestion(INTENT, {WHOSE: str(subject)}, ask, now + _MINUTES * 60_000)
    return [KeepQuestion(place, question) for place, there in places if there is None or there.expires_at <= now]
