"""What the desk begins: putting a household's points together, and help out of the pool."""

from datetime import date

from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.matters.matter import Holder, Matter, MoveMatter, OpenMatter, Step, concerns_of
from domain.members import Subject
from domain.query import Book
from domain.shop.sharing import ASKED, HOUSEHOLD, MERGED, RELIEF, Share, put_together
from handlers.bringing import brought_at
from handlers.pairing import shown_to_two
from handlers.rewards import sharing_wording as wording


async def merge_asked(book: Book, giver: Subject, receiver: Subject, points: int, now: int) -> tuple[object, ...]:
    """Ask whose points they are; nothing moves before the yes."""
    code = NewCode("P")
    opened = OpenMatter(
        code=code,
        sort=HOUSEHOLD,
        state=ASKED,
        line=wording.line(giver.name, receiver.name, points),
        step=Step("entered"),
        subject=giver.id,
        grid=giver.grid,
        concerns=concerns_of(giver),
        facts={"asked": f"subject:{giver.id}", "to": receiver.id, "points": points},
    )
    card = wording.may_they(code, receiver.name, points)
    return (opened, *await brought_at(now, book, Target("subject", str(giver.id)), card, code))


def merged(matter: Matter, giver: Subject, receiver: Subject, on: date, version: str) -> tuple[object, ...]:
    """Both entries, the matter closed, and both told."""
    share = Share(matter.code, int(matter.facts["points"]), on, version)
    out, into = put_together(share, giver, receiver)
    moved = MoveMatter(matter, MERGED, Step("entered"), closes=True, facts={"asked": ""})
    told = (
        Say(Target("subject", str(giver.id)), wording.left_to(out.code, receiver.name, share.points)),
        Say(
            Target("subject", str(receiver.id)),
            wording.came_from(into.code, giver.name, share.points),
            urgency=Urgency.NOTICE,
        ),
    )
    return (out, into, moved, *told)


async def help_proposed(book: Book, receiver: Subject, points: int) -> tuple[object, ...]:
    """Help that two people have to agree to; why is never written down."""
    line, concerns = wording.help_line(receiver.name, points), concerns_of(receiver)
    opened = OpenMatter(
        code=NewCode("K"),
        sort=RELIEF,
        state="proposed",
        line=line,
        step=Step("entered"),
        subject=receiver.id,
        grid=receiver.grid,
        holder=Holder("supervisor"),
        concerns=concerns,
        facts={"points": points},
    )
    return (opened, *await shown_to_two(book, receiver.grid, concerns, wording.help_card(line)))
