"""Whom a matter waits for, and who must keep out of it (product.md section 3: self, household, employer)."""

from collections.abc import Iterable

from domain.matters.matter import Matter
from domain.members import Duty, Sender, Subject


def concerned(sender: Sender, duty: Duty, concerns: Iterable[str]) -> bool:
    """True where the matter is the sender's own, the household's or the employer's."""
    own = {part for one in sender.subjects for part in _names(one)}
    own |= {duty.unit, duty.household, *duty.recused}
    return any(concern in own for concern in concerns if concern)


def _names(subject: Subject) -> tuple[str, ...]:
    return (subject.household, subject.address) if subject.kind == "resident" else (subject.name,)


def duty_for(sender: Sender, matter: Matter) -> Duty | None:
    """The duty in which the sender may decide a matter, or None.

    The secretary may decide all that waits for staff but own ones; what a partner took on is the partner's alone,
    since a request for advice is nobody else's to see.
    """
    holder = matter.holder
    if holder.role is None:
        return None
    for duty in sender.duties:
        fits = duty.role == holder.role and holder.person in {0, duty.person}
        if (fits or (duty.role == "secretary" and holder.role != "partner")) and duty.serves(matter.grid):
            return None if concerned(sender, duty, matter.concerns) else duty
    return None


def kept_out(sender: Sender, matter: Matter) -> bool:
    """True where the sender could decide the matter but for being concerned."""
    could = {matter.holder.role} | ({"secretary"} if matter.holder.role != "partner" else set())
    return duty_for(sender, matter) is None and any(
        duty.role in could and duty.serves(matter.grid) for duty in sender.duties
    )
