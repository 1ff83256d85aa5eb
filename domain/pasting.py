"""转发稿: what a person has to paste into a group that no program may write to, or to confirm there (product.md 7)."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain import pasting_wording as wording
from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.matters.matter import Holder, Matter, MoveMatter, OpenMatter, Step
from domain.members import Duty
from domain.roles import Role

SORT = "paste"
WAITING, CONFIRMING, POSTED, MISSED = "to_paste", "to_confirm", "posted", "missed"
DAY_MS = 86_400_000
LONGEST_MS = 14 * DAY_MS
"""After how long a text that nobody pasted is let go."""
_LEAST_QUOTED = 8


@dataclass(frozen=True, slots=True)
class Paste:
    """What is to be pasted where; ``grid`` is empty for the staff's own group, ``until`` when it is too late."""

    room: str
    text: str
    file: str = ""
    grid: str = ""
    until: int | None = None
    task: str = ""
    """The platform's number of the task that a person only has to confirm."""


def whose(grid: str) -> Role:
    """Who pastes: the grid's workers, or the secretary for the staff's own group."""
    return "grid_worker" if grid else "secretary"


def handed_over(paste: Paste, people: Iterable[Duty]) -> tuple[object, ...]:
    """The matter that stays open until it stands in the group, and word to everybody who may see to that."""
    code = NewCode("F")
    opened = OpenMatter(
        code=code,
        sort=SORT,
        state=CONFIRMING if paste.task else WAITING,
        line=wording.line(paste.room, paste.text, confirms=bool(paste.task)),
        step=Step("handed_over"),
        grid=paste.grid,
        holder=Holder(whose(paste.grid)),
        due_at=paste.until,
        facts={"room": paste.room, "text": paste.text, "file": paste.file, "task": paste.task},
    )
    return (opened, *(say for one in people for say in _told(paste, str(code), one)))


def returned(matter: Matter, people: Iterable[Duty]) -> tuple[object, ...]:
    """The platform will never show what waited for a confirmation: it has to be pasted after all."""
    facts = matter.facts
    paste = Paste(str(facts["room"]), str(facts["text"]), str(facts["file"]), matter.grid, matter.due_at)
    moved = MoveMatter(
        matter,
        WAITING,
        Step("returned"),
        matter.holder,
        matter.due_at,
        line=wording.line(paste.room, paste.text),
        facts={"task": ""},
    )
    return (moved, *(say for one in people for say in _told(paste, matter.code, one)))


def confirmed(matter: Matter) -> MoveMatter:
    """Its task was confirmed, and it stands in the group."""
    return MoveMatter(matter, POSTED, Step(POSTED), closes=True)


def _told(paste: Paste, code: str, one: Duty) -> tuple[Say, ...]:
    """First what to do, then the text alone, so that it can be copied as it is; a task holds its text itself."""
    to = Target("staff", str(one.person))
    if paste.task:
        card = wording.confirm_card(code, paste.room, paste.text)
        return (Say(to, "", card, urgency=Urgency.NOTICE),)
    card = wording.card(code, paste.room)
    return (Say(to, "", card, urgency=Urgency.NOTICE), Say(to, paste.text, urgency=Urgency.NOTICE, file=paste.file))


def done(matter: Matter, duty: Duty) -> MoveMatter:
    """It stands in the group now; the book keeps the day and who said so."""
    return MoveMatter(matter, POSTED, Step(POSTED, duty.person, duty.role), closes=True)


def is_quoted(matter: Matter, quoted: str) -> bool:
    """True where a quote, perhaps cut short by the platform, is of the text that was to be pasted."""
    said, text = ("".join(one.split()) for one in (quoted.rstrip("…. "), str(matter.facts["text"])))
    return said == text or (len(said) >= _LEAST_QUOTED and text.startswith(said))
