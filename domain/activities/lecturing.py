"""A lecture whose speaker was sent by a unit: the unit gets its points (U02) once somebody was there."""

from collections.abc import Iterable, Sequence

from domain.activities import wording
from domain.activities.activity import Activity, moment
from domain.activities.course import Standing
from domain.awarding import Award, cap_left
from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.ledger import Hand
from domain.members import Duty
from domain.partners import Partner
from domain.period import civil
from domain.rules.rulebook import Rulebook

SENT = "U02"
STEP = "lecturer"
"""What stands among an activity's steps once its lecturer's unit was looked for."""
_SLOT = 9_999
"""Tells the unit's new code from those of the people who were there."""


def unit_of(lecturer: str, partners: Iterable[Partner], staff: Sequence[Duty]) -> str:
    """The unit that a lecturer's line names, else the one the register knows the lecturer by; empty for none."""
    if not lecturer:
        return ""
    known = tuple(partners)
    units = [one.name for one in known] + [one.unit for one in staff if one.unit]
    named = [name for name in units if name in lecturer]
    named += [one.name for one in known if one.contact and one.contact in lecturer]
    named += [one.unit for one in staff if one.unit and one.name in lecturer]
    return next(iter(named), "")


def sent_points(rules: Rulebook, activity: Activity, unit: Standing) -> tuple[object, ...]:
    """The entries for the unit and its notice; nothing where the cap leaves nothing."""
    item = rules.item(SENT)
    if item is None or unit.subject.kind not in item.subjects:
        return ()
    points = min(item.points, cap_left(item, unit.entries))
    if points <= 0:
        return ()
    code = NewCode("L", _SLOT)
    award = Award(
        subject=unit.subject.id,
        item=item,
        points=points,
        source=f"lecture:{activity.number}",
        hand=Hand(activity.organiser.person, activity.organiser.role or "system", activity.plan.grid),
        on=civil(moment(activity.plan.starts_at)),
        version=rules.version,
        note=activity.plan.title,
        code=code,
    )
    words = wording.sent(code, activity, unit.subject.name, item.title, points)
    told = Say(Target("subject", str(unit.subject.id)), words, urgency=Urgency.NOTICE)
    return (*award.entries(), told)
