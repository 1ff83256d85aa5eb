"""The hand-over to recipients and the way back to reporters: opened in memory, sealed again for the outbox."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from domain.decision import Say, Target
from domain.tips.case import CLOSED, TipCase
from domain.tips.effects import HandOver, MoveTip, TellReporter
from domain.tips.padding import unpad
from domain.tips.wording import card
from storage.posting.scope import Batch, Poster
from storage.posting.sealed import queue_sealed
from storage.posting.tip_parts import BOT
from storage.posting.tip_traces import blur, blur_parts
from storage.posting.tips import CUT_OFF, views
from storage.tables.tips import tip_case, tip_echo, tip_part, tip_recipient, tip_wrap
from storage.tip_rows import CASE_COLUMNS, MATTER, case_of, one_matter
from storage.vault import sealing
from storage.vault.echoes import remembered

_CASE = select(*CASE_COLUMNS).where(
    tip_case.c.community == bindparam("community"), tip_case.c.code == bindparam("code")
)
_RECIPIENTS = (
    select(tip_recipient.c.person, tip_recipient.c.role)
    .where(tip_recipient.c.community == bindparam("community"), tip_recipient.c.code == bindparam("code"))
    .order_by(tip_recipient.c.person)
)
_WAITING = (
    select(tip_part.c.part, tip_part.c.kind, tip_part.c.body, tip_wrap.c.wrap)
    .join(
        tip_wrap,
        (tip_wrap.c.community == tip_part.c.community)
        & (tip_wrap.c.code == tip_part.c.code)
        & (tip_wrap.c.part == tip_part.c.part),
    )
    .where(
        tip_part.c.community == bindparam("community"),
        tip_part.c.code == bindparam("code"),
        tip_wrap.c.person == BOT,
    )
    .order_by(tip_part.c.kind.desc(), tip_part.c.part)
)
MERGED_WITHIN = 30
"""Days within which tips on one matter are checked together."""
_FORGET = delete(tip_wrap).where(
    tip_wrap.c.community == bindparam("its_community"),
    tip_wrap.c.code == bindparam("its_code"),
    tip_wrap.c.person == BOT,
)
_ONE = (tip_case.c.community == bindparam("its_community"), tip_case.c.code == bindparam("its_code"))
_HANDED = update(tip_case).where(*_ONE, tip_case.c.state == "held").values(state="handed", handed_on=bindparam("day"))
_MERGED = (
    update(tip_case)
    .where(*_ONE, tip_case.c.state == "handed")
    .values(state="merged", closed_on=bindparam("day"), joined=bindparam("head"))
)
_itself = tip_case.alias("itself")
_SAME_MATTER = (
    select(tip_case.c.code, tip_case.c.matter_mark, _itself.c.matter_mark.label("own_mark"))
    .join(
        _itself,
        (_itself.c.community == tip_case.c.community)
        & (func.substr(_itself.c.matter_mark, 1, MATTER) == func.substr(tip_case.c.matter_mark, 1, MATTER)),
    )
    .where(
        tip_case.c.community == bindparam("community"),
        _itself.c.code == bindparam("code"),
        tip_case.c.code != bindparam("code"),
        tip_case.c.matter_mark != "",
        tip_case.c.handed_on != "",
        tip_case.c.closed_on == "",
        tip_case.c.opened_on >= bindparam("since"),
    )
    .order_by(tip_case.c.opened_on, tip_case.c.code)
)
_TOLD_TOO = select(tip_case.c.code, tip_case.c.relay).where(
    tip_case.c.community == bindparam("community"), tip_case.c.joined == bindparam("code"), tip_case.c.relay != ""
)
_RESEAL = update(tip_case).where(*_ONE).values(relay=bindparam("new_relay"), relay_on=bindparam("new_relay_on"))


def _remember(batch: Batch, one: HandOver, waiting: Sequence[Any]) -> None:
    """What recipients read must not turn up in what they write."""
    keys = [(row, batch.safe.open(row.wrap, "outbox")) for row in waiting if row.kind == "text"]
    texts = [(row.part, unpad(sealing.unlock(row.body, key))) for row, key in keys if key]
    rows = [(part, batch.safe.seal(remembered(text), "echo", one.on)) for part, text in texts]
    batch.write(insert(tip_echo), [{"code": one.code, "part": part, "sealed": sealed} for part, sealed in rows])


def _joins(batch: Batch, one: HandOver, case: TipCase, people: Sequence[Any]) -> str:
    """The code of the open case on the same matter with the same recipients, or nothing."""
    if case.joined or case.state != "held":
        return case.joined
    since = (one.on - timedelta(days=MERGED_WITHIN)).isoformat()
    for row in batch.read(_SAME_MATTER, code=one.code, since=since).all():
        others = batch.read(_RECIPIENTS, code=row.code).all()
        alike = one_matter(row.matter_mark, row.own_mark)
        # Who took a case over later may be among its recipients as well.
        if alike and {person.person for person in people} <= {person.person for person in others}:
            return str(row.code)
    return ""


def hand_over(batch: Batch, effects: Sequence[tuple[int, HandOver]]) -> None:
    """Cards leave for the recipients, who are logged as having seen them; the bot's own wraps are forgotten."""
    for unit, one in effects:
        row = batch.read(_CASE, code=one.code).first()
        waiting = batch.read(_WAITING, code=one.code).all()
        if row is None or not waiting:
            continue
        case, recipients = case_of(row), batch.read(_RECIPIENTS, code=one.code).all()
        joined = _joins(batch, one, case, recipients)
        # Recipients know a merged case by the other's code alone, as more on the same matter.
        known = replace(case, code=joined, handed_on=one.on) if joined else case
        for one_of in recipients:
            queue_sealed(batch, [(unit, say) for say in _cards(batch, known, waiting, one_of.person)])
        _remember(batch, one, waiting)
        day = one.on.isoformat()
        views(batch, [(case.code, one_of.person, one_of.role, day) for one_of in recipients])
        key = {"its_community": batch.community, "its_code": one.code}
        batch.connection.execute(_FORGET, key)
        batch.connection.execute(_HANDED, key | {"day": day})
        if joined:
            batch.connection.execute(_MERGED, key | {"day": day, "head": joined})
        blur_parts(batch, case.code, [part.part for part in waiting])
    if effects:
        blur(batch, effects[0][1].on)


def _cards(batch: Batch, case: TipCase, waiting: Sequence[Any], person: int) -> list[Say]:
    keys = [(row, batch.safe.open(row.wrap, "outbox")) for row in waiting]
    texts = tuple(unpad(sealing.unlock(row.body, key)) for row, key in keys if key and row.kind == "text")
    photos = [f"tip:{case.code}:{row.part}:{key.hex()}" for row, key in keys if key and row.kind == "photo"]
    shown = card(case, texts, more=case.handed_on is not None, photo=bool(photos))
    to = Target("staff", str(person))
    more = [Say(to, "", file=photo) for photo in photos[1:]]
    return [Say(to, "", shown, file=photos[0] if photos else ""), *more]


def tell(batch: Batch, effects: Sequence[tuple[int, TellReporter]]) -> None:
    """Words go the sealed way back, which is sealed anew, or forgotten where the case is closed."""
    for unit, one in effects:
        if _closes(batch, unit, one.code):
            _tell_merged(batch, unit, one)
        row = batch.read(_CASE, code=one.code).first()
        plain = batch.safe.open(row.relay, "relay") if row is not None and row.relay else None
        if row is None or plain is None:
            continue
        channel, _, account = plain.decode().rstrip().partition("|")
        to = Target("account", account, channel)
        queue_sealed(batch, [(unit, Say(to, one.text, not_before=one.not_before))])
        key = {"its_community": batch.community, "its_code": one.code}
        if row.closed_on or _closes(batch, unit, one.code):
            batch.connection.execute(CUT_OFF, key)
        else:
            relay = batch.safe.seal(plain, "relay", one.on)
            batch.connection.execute(_RESEAL, key | {"new_relay": relay, "new_relay_on": one.on.isoformat()})


def _tell_merged(batch: Batch, unit: int, one: TellReporter) -> None:
    """The outcome is also that of the tips that were merged into the case."""
    for row in batch.read(_TOLD_TOO, code=one.code).all():
        plain = batch.safe.open(row.relay, "relay")
        if plain is not None:
            channel, _, account = plain.decode().rstrip().partition("|")
            queue_sealed(batch, [(unit, Say(Target("account", account, channel), one.text))])
        batch.connection.execute(CUT_OFF, {"its_community": batch.community, "its_code": row.code})


def _closes(batch: Batch, unit: int, code: str) -> bool:
    moves = (effect for effect in batch.units[unit].effects if isinstance(effect, MoveTip))
    return any(move.case.code == code and move.state in CLOSED for move in moves)


POSTERS: dict[type, Poster] = {HandOver: hand_over, TellReporter: tell}
