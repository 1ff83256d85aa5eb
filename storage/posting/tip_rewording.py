"""What the reporter still decides after the receipt: which words stand, and whether a way back is kept."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select

from domain.tips.effects import ForgetReporter, RewordTip
from domain.tips.padding import pad
from storage.posting.scope import Batch, Poster
from storage.posting.tip_parts import Part, keep_parts
from storage.posting.tips import CUT_OFF
from storage.tables.tips import tip_case, tip_part, tip_wrap

_HELD = (
    select(tip_part.c.part)
    .join(tip_case, (tip_case.c.community == tip_part.c.community) & (tip_case.c.code == tip_part.c.code))
    .where(
        tip_part.c.community == bindparam("community"),
        tip_part.c.code == bindparam("code"),
        tip_part.c.kind == "text",
        tip_case.c.state == "held",
    )
)
_DROP = tuple(
    delete(table).where(
        table.c.community == bindparam("its_community"),
        table.c.code == bindparam("its_code"),
        table.c.part == bindparam("its_part"),
    )
    for table in (tip_wrap, tip_part)
)


def reword(batch: Batch, effects: Sequence[tuple[int, RewordTip]]) -> None:
    """Put other words in place of those that nobody has read."""
    for _, one in effects:
        for row in batch.read(_HELD, code=one.case.code).all():
            key = {"its_community": batch.community, "its_code": one.case.code, "its_part": row.part}
            for statement in _DROP:
                batch.connection.execute(statement, key)
        keep_parts(batch, [Part(one.case.code, "text", pad(one.text), one.on)])


def forget(batch: Batch, effects: Sequence[tuple[int, ForgetReporter]]) -> None:
    """Cut the way back off."""
    for _, one in effects:
        batch.connection.execute(CUT_OFF, {"its_community": batch.community, "its_code": one.code})


POSTERS: dict[type, Poster] = {RewordTip: reword, ForgetReporter: forget}
