"""Tip-offs: opened, added to, handed over, moved on, rewarded."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, delete, insert, update

from domain.refusal import Moved
from domain.tips.case import OUTCOMES, ImpossibleMove, State, moved
from domain.tips.effects import (
    Counted,
    CountTip,
    EnrolKey,
    GrantReward,
    HandOn,
    MoveTip,
    NoteView,
    OpenTip,
    RevokeReward,
    SupplementTip,
    TakeReward,
    TellReporter,
)
from domain.tips.padding import pad, pad_photo
from storage.posting.scope import Batch, Poster
from storage.posting.tip_parts import Part, keep_parts
from storage.tables.tips import tip_case, tip_count, tip_key, tip_receipt, tip_recipient, tip_reward, tip_view
from storage.upserting import upsert

_OPEN = insert(tip_case)
_MY_CASE = (tip_case.c.community == bindparam("its_community"), tip_case.c.code == bindparam("its_code"))
_MOVE = update(tip_case).where(*_MY_CASE).values(state=bindparam("new_state"), closed_on=bindparam("new_closed_on"))
CUT_OFF = update(tip_case).where(*_MY_CASE).values(relay="", relay_on="")
"""Forgets the way back of one case."""
_VOTED = (
    update(tip_recipient)
    .where(
        tip_recipient.c.community == bindparam("its_community"),
        tip_recipient.c.code == bindparam("its_code"),
        tip_recipient.c.person == bindparam("its_person"),
    )
    .values(voted=1)
)
_MARKS = tip_receipt.select().where(
    tip_receipt.c.community == bindparam("community"), tip_receipt.c.code == bindparam("code")
)
_TAKE = delete(tip_reward).where(
    tip_reward.c.community == bindparam("community"),
    tip_reward.c.mark == bindparam("mark"),
    tip_reward.c.until_on >= bindparam("on"),
)


_REVOKE = delete(tip_reward).where(
    tip_reward.c.community == bindparam("community"), tip_reward.c.mark == bindparam("mark")
)
_REWARDED = update(tip_case).where(*_MY_CASE, tip_case.c.rewarded == 0).values(rewarded=1)
"""A verdict that goes back and forth rewards once."""


def reward_mark(batch: Batch, receipt_mark: str) -> str:
    """The keyed hash of a receipt's reward."""
    return batch.safe.mark("reward", receipt_mark)


def relay_of(batch: Batch, tip: OpenTip) -> str:
    """The sealed way back, empty for receipt only."""
    if tip.reporter is None:
        return ""
    return batch.safe.seal(f"{tip.reporter.channel}|{tip.reporter.id}".encode().ljust(256), "relay", tip.on)


def open_tips(batch: Batch, effects: Sequence[tuple[int, OpenTip]]) -> None:
    """Open cases; a code that is taken fails the unit."""
    tips = [tip for _, tip in effects]
    batch.write(_OPEN, [_case(batch, tip) for tip in tips])
    batch.write(
        insert(tip_recipient),
        [{"code": tip.code, "person": one.person, "role": one.role} for tip in tips for one in tip.recipients],
    )
    marks = [{"mark": batch.safe.mark("receipt", tip.receipt), "code": tip.code} for tip in tips]
    batch.write(insert(tip_receipt), sorted(marks, key=lambda row: row["mark"]))
    keep_parts(batch, [part for tip in tips for part in _parts(tip.code, tip.text, tip.photo, tip.on)])
    count(batch, [("received", f"{tip.on:%Y-%m}") for tip in tips])


def _case(batch: Batch, tip: OpenTip) -> dict[str, object]:
    relay = relay_of(batch, tip)
    return {
        "code": tip.code,
        "state": "held",
        "grid": tip.grid,
        "topic": tip.topic,
        "urgent": int(tip.urgent),
        "serious": int(tip.serious),
        "guarded": int(tip.guarded),
        "readable": 1,
        "opened_on": tip.on.isoformat(),
        "matter_mark": _matter_mark(batch, tip.matter),
        "relay": relay,
        "relay_on": tip.on.isoformat() if relay else "",
    }


def _matter_mark(batch: Batch, matter: tuple[str, ...]) -> str:
    """Keyed hashes: of act and place, then short ones of entrance and room as far as they were said."""
    if not matter:
        return ""
    whole, *details = matter
    mark = batch.safe.mark("matter", whole)
    if not any(details):
        return mark
    return ":".join([mark, *(batch.safe.mark("matter", f"{whole}|{one}")[:16] if one else "" for one in details)])


def _parts(code: str, text: str, photo: bytes | None, on: date) -> Iterable[Part]:
    if text:
        yield Part(code, "text", pad(text), on)
    if photo:
        yield Part(code, "photo", pad_photo(photo), on)


def supplement(batch: Batch, effects: Sequence[tuple[int, SupplementTip]]) -> None:
    """Seal more words and photos."""
    keep_parts(batch, [part for _, one in effects for part in _parts(one.case.code, one.text, one.photo, one.on)])


def move(batch: Batch, effects: Sequence[tuple[int, MoveTip]]) -> None:
    """Take cases to their next state; a closed one loses its way back."""
    for unit, one in effects:
        state = _next(one)
        case = replace(one.case, state=state)
        key = {"its_community": batch.community, "its_code": one.case.code}
        closed = "" if case.is_open else one.on.isoformat()
        batch.connection.execute(_MOVE, key | {"new_state": state, "new_closed_on": closed})
        if not case.is_open and not _tells(batch, unit, one.case.code):
            batch.connection.execute(CUT_OFF, key)
        if one.by is not None:
            batch.connection.execute(_VOTED, key | {"its_person": one.by.person})
        if state in OUTCOMES and one.case.state not in OUTCOMES:
            count(batch, [(state, f"{one.on:%Y-%m}")])  # type: ignore[list-item]  # outcomes are counted kinds


def _tells(batch: Batch, unit: int, code: str) -> bool:
    """True where the unit also tells the reporter, who is then cut off after that."""
    return any(isinstance(effect, TellReporter) and effect.code == code for effect in batch.units[unit].effects)


def _next(one: MoveTip) -> State:
    try:
        return moved(one.case, one.state)
    except ImpossibleMove as impossible:
        raise Moved from impossible


def hand_on(batch: Batch, effects: Sequence[tuple[int, HandOn]]) -> None:
    """Add to those who decide."""
    statement = upsert(batch.dialect, tip_recipient, ("community", "code", "person"), {})
    rows = [{"code": one.code, "person": one.to.person, "role": one.to.role} for _, one in effects]
    batch.write(statement, rows)


def note_views(batch: Batch, effects: Sequence[tuple[int, NoteView]]) -> None:
    """Log who opened what, by day."""
    views(batch, [(one.code, one.by.person, one.by.role, one.on.isoformat()) for _, one in effects])


def views(batch: Batch, seen: Sequence[tuple[str, int, str, str]]) -> None:
    """Add rows of the trail; the same person on the same day is one."""
    statement = upsert(batch.dialect, tip_view, ("community", "code", "person", "seen_on"), {})
    rows = [{"code": code, "person": person, "role": role, "seen_on": on} for code, person, role, on in seen]
    batch.write(statement, rows)


def count(batch: Batch, kinds: Sequence[tuple[Counted, str]]) -> None:
    """One more of each kind in its month."""
    statement = upsert(batch.dialect, tip_count, ("community", "month", "kind"), {"count": "add"})
    batch.write(statement, [{"month": month, "kind": kind, "count": 1} for kind, month in kinds])


def count_tips(batch: Batch, effects: Sequence[tuple[int, CountTip]]) -> None:
    """Count what names no case."""
    count(batch, [(one.kind, f"{one.on:%Y-%m}") for _, one in effects])


def grant(batch: Batch, effects: Sequence[tuple[int, GrantReward]]) -> None:
    """Rewards may be taken, under hashes that lead to no case."""
    rows = [
        {"mark": reward_mark(batch, row.mark), "until_on": one.until.isoformat()}
        for _, one in effects
        if _first_time(batch, one.code)
        for row in batch.read(_MARKS, code=one.code)
    ]
    batch.write(upsert(batch.dialect, tip_reward, ("community", "mark"), {}), rows)


def _first_time(batch: Batch, code: str) -> bool:
    return batch.connection.execute(_REWARDED, {"its_community": batch.community, "its_code": code}).rowcount == 1


def revoke(batch: Batch, effects: Sequence[tuple[int, RevokeReward]]) -> None:
    """A reward that was not taken is gone; nobody can tell from it whether there was one."""
    for _, one in effects:
        for row in batch.read(_MARKS, code=one.code).all():
            batch.read(_REVOKE, mark=reward_mark(batch, row.mark))


def take(batch: Batch, effects: Sequence[tuple[int, TakeReward]]) -> None:
    """Delete the rows of rewards that are taken."""
    for _, one in effects:
        mark = reward_mark(batch, batch.safe.mark("receipt", one.receipt))
        if batch.read(_TAKE, mark=mark, on=one.on.isoformat()).rowcount != 1:
            raise Moved


def enrol_keys(batch: Batch, effects: Sequence[tuple[int, EnrolKey]]) -> None:
    """Keep public keys, instead of earlier ones."""
    statement = upsert(
        batch.dialect,
        tip_key,
        ("community", "person"),
        {"public": "excluded", "made_on": "excluded"},
    )
    rows = [{"person": one.person, "public": one.public, "made_on": one.on.isoformat()} for _, one in effects]
    batch.write(statement, rows)


POSTERS: dict[type, Poster] = {
    OpenTip: open_tips,
    SupplementTip: supplement,
    MoveTip: move,
    HandOn: hand_on,
    NoteView: note_views,
    CountTip: count_tips,
    GrantReward: grant,
    RevokeReward: revoke,
    TakeReward: take,
    EnrolKey: enrol_keys,
}
