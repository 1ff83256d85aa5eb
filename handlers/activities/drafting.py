"""An announcement in the making: what was said in one line, what is still asked one by one."""

from dataclasses import dataclass

from domain.activities.times import Stretch, stretch_said
from domain.decision import Ask
from domain.numerals import whole_number
from domain.refusal import Refusal
from domain.request import Request
from handlers.activities import wording

_TRIES = 3
_LONGEST = 40
_MOST = 2000
_LIVE = "!"
"""Ends the steps of a broadcast's questions, since their answers no longer say what is announced."""
_UNLIMITED = frozenset({"不限", "不限制", "没有限制", "无限制", "都可以"})
_NOT_YET = frozenset({"待定", "还没定", "未定"})


def is_live(request: Request) -> bool:
    """True where 直播 was said, now or when the first question was asked."""
    return any(step.endswith(_LIVE) for step in request.answers) or (
        not request.answers and "直播" in request.message.text
    )


@dataclass(frozen=True, slots=True)
class Draft:
    """Reads one slot after the other, each from the latest answer or from the line."""

    request: Request
    kind: str

    def step(self, name: str) -> str:
        """The name of a question."""
        return name + (_LIVE if self.kind == "live" else "")

    def _said(self, name: str) -> tuple[str | None, int]:
        """The latest words for a slot, and how often it was asked."""
        answers = self.request.answers
        tries = [answers[step] for turn in range(_TRIES) if (step := self.step(f"{name}{turn}")) in answers]
        said = tries[-1] if tries else self.request.slot(name)
        return (None if said is None else str(said).strip()), len(tries)

    def _asked(self, name: str, words: str, tries: int) -> Ask:
        if tries >= _TRIES:
            raise Refusal(wording.GIVEN_UP)
        return Ask(self.step(f"{name}{tries}"), words, "text", on_no=wording.NOT_POSTED)

    def text(self, name: str, question: str) -> str | Ask:
        """A title, a place or a name."""
        said, tries = self._said(name)
        if not said:
            return self._asked(name, question, tries)
        return said if len(said) <= _LONGEST else self._asked(name, wording.TOO_LONG, tries)

    def lecturer(self) -> str | Ask:
        """Who speaks; 待定 is nobody yet."""
        said = self.text("lecturer", wording.WHO_SPEAKS)
        return "" if isinstance(said, str) and said in _NOT_YET else said

    def stretch(self) -> Stretch | Ask:
        """When it is; what is not understood, past or too long is asked again."""
        said, tries = self._said("when")
        if said is None:
            return self._asked("when", wording.WHEN, tries)
        found = stretch_said(said, self.request.now)
        return found if isinstance(found, Stretch) else self._asked("when", wording.FAULTS[found], tries)

    def seats(self) -> int | Ask:
        """How many may come, 0 for as many as like."""
        said, tries = self._said("capacity")
        if said is None:
            return self._asked("capacity", wording.HOW_MANY, tries)
        if said in _UNLIMITED:
            return 0
        count = whole_number(said.rstrip("人个位名"))
        return count if count and count <= _MOST else self._asked("capacity", wording.HOW_MANY_AGAIN, tries)
