"""Vouchers to bearer: made in batches, handed out of the drawer, and gone once spent."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import bindparam, delete, insert

from domain.period import civil
from domain.refusal import Moved
from domain.shop.bearer import HandOutBearer, IssueBearerBatch, SpendBearer
from domain.shop.voucher import new_voucher_code
from storage.posting.scope import Batch, Poster
from storage.tables.shop import bearer, drawer

_ADD = insert(bearer)
_PUT = insert(drawer)
_HAND_OUT = delete(drawer).where(drawer.c.community == bindparam("community"), drawer.c.mark == bindparam("mark"))
_SPEND = delete(bearer).where(bearer.c.community == bindparam("community"), bearer.c.mark == bindparam("mark"))
_KIND = "bearer"


def bearer_mark(batch: Batch, code: str) -> str:
    """The keyed hash of a code."""
    return batch.safe.mark(_KIND, code)


def issue_batches(batch: Batch, effects: Sequence[tuple[int, IssueBearerBatch]]) -> None:
    """New codes, equal in everything but their letters; the drawer keeps them sealed until they are handed out."""
    for unit, effect in effects:
        on = civil(datetime.fromtimestamp(batch.units[unit].at / 1000, UTC))
        codes = sorted({new_voucher_code(batch.safe.below) for _ in range(effect.count)})
        rows = [{"mark": bearer_mark(batch, code), "week": effect.week, "until_on": effect.until_on} for code in codes]
        batch.write(_ADD, [{**row, "points": effect.points} for row in rows])
        sealed = [batch.safe.seal(code.encode(), "outbox", on) for code in codes]
        batch.write(_PUT, [{**row, "sealed": body} for row, body in zip(rows, sealed, strict=True)])


def hand_out(batch: Batch, effects: Sequence[tuple[int, HandOutBearer]]) -> None:
    """The code leaves the drawer; whether and when it is spent is known to nobody."""
    for _, effect in effects:
        if batch.read(_HAND_OUT, mark=bearer_mark(batch, effect.code)).rowcount != 1:
            raise Moved


def spend(batch: Batch, effects: Sequence[tuple[int, SpendBearer]]) -> None:
    """Delete the row of a code; also from the drawer, should somebody have guessed one that is still there."""
    for _, effect in effects:
        mark = bearer_mark(batch, effect.code)
        if batch.read(_SPEND, mark=mark).rowcount != 1:
            raise Moved
        batch.read(_HAND_OUT, mark=mark)


POSTERS: dict[type, Poster] = {IssueBearerBatch: issue_batches, HandOutBearer: hand_out, SpendBearer: spend}
