"""What becomes of tip-offs whose time is over: texts, ways back, receipts, cases, keys."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import Delete, Table, Update, bindparam, delete, select, update

from domain.matters.matter import matter_key
from domain.period import months_before
from domain.tips.effects import EraseTips, KeepEpochs, WithdrawTip
from storage.days import start_of
from storage.posting.scope import Batch, Poster
from storage.posting.tip_traces import blur
from storage.tables.outbox import SEALED, outbox
from storage.tables.tips import tip_case, tip_echo, tip_part, tip_receipt, tip_recipient, tip_reward, tip_view, tip_wrap
from storage.tables.work import inbox, version

_CLAIM_DAYS = 7
_SEALED_DAYS = 62
"""A sealed message this old cannot be opened any more."""
_MINE = tip_case.c.community == bindparam("its_community")
_CLOSED = tip_case.c.closed_on != ""
_TEXT_OVER = select(tip_case.c.code).where(
    _MINE,
    tip_case.c.readable == 1,
    (_CLOSED & (tip_case.c.closed_on <= bindparam("closed_by"))) | (tip_case.c.opened_on <= bindparam("opened_by")),
)
_ROW_OVER = select(tip_case.c.code).where(_MINE, _CLOSED, tip_case.c.closed_on <= bindparam("closed_by"))
_QUIET = (
    update(tip_case)
    .where(
        _MINE,
        tip_case.c.relay != "",
        (_CLOSED & (tip_case.c.state != "merged")) | (tip_case.c.relay_on <= bindparam("quiet_since")),
    )
    .values(relay="", relay_on="")
)
_UNREADABLE = update(tip_case).where(_MINE, tip_case.c.code == bindparam("its_code")).values(readable=0)
_WITHDRAWN = (
    update(tip_case)
    .where(_MINE, tip_case.c.code == bindparam("its_code"))
    .values(state="withdrawn", closed_on=bindparam("day"), relay="", relay_on="", matter_mark="", joined="")
)
_STANDS_ALONE = (
    update(tip_case)
    .where(_MINE, tip_case.c.joined == bindparam("its_code"), tip_case.c.state == "merged")
    .values(state="handed", closed_on="", joined="")
)
"""What was merged into a case that is taken back is checked by itself."""
_TEXTS = (tip_part, tip_wrap, tip_echo)
_ROWS = (*_TEXTS, tip_view, tip_recipient, tip_receipt, tip_case)


def _of_case(table: Table) -> Delete:
    return delete(table).where(table.c.community == bindparam("its_community"), table.c.code == bindparam("its_code"))


_DELETE = {table.name: _of_case(table) for table in _ROWS}
_VERSION = delete(version).where(
    version.c.community == bindparam("its_community"), version.c.key == bindparam("its_key")
)
_REWARDS = delete(tip_reward).where(
    tip_reward.c.community == bindparam("its_community"), tip_reward.c.until_on < bindparam("day")
)
_CLAIMS = delete(inbox).where(inbox.c.community == bindparam("its_community"), inbox.c.at < bindparam("before"))
_SEALED = delete(outbox).where(
    outbox.c.community == bindparam("its_community"),
    outbox.c.target.startswith(SEALED),
    outbox.c.created_at < bindparam("before"),
)


def _run(batch: Batch, statement: Delete | Update, **values: object) -> None:
    batch.connection.execute(statement, {"its_community": batch.community, **values})


def _erase(batch: Batch, tables: Sequence[Table], codes: Sequence[str]) -> None:
    for code in codes:
        for table in tables:
            _run(batch, _DELETE[table.name], its_code=code)


def withdraw(batch: Batch, effects: Sequence[tuple[int, WithdrawTip]]) -> None:
    """Erase what reporters took back."""
    for _, one in effects:
        _erase(batch, (*_TEXTS, tip_receipt), [one.case.code])
        _run(batch, _WITHDRAWN, its_code=one.case.code, day=one.on.isoformat())
        _run(batch, _UNREADABLE, its_code=one.case.code)
        _run(batch, _STANDS_ALONE, its_code=one.case.code)


def erase(batch: Batch, effects: Sequence[tuple[int, EraseTips]]) -> None:
    """Erase all that is over on a day; twice is once."""
    for _, one in effects:
        _texts(batch, one)
        _cases(batch, months_before(one.on, one.keep.tip_case_row_months))
        _run(batch, _QUIET, quiet_since=_ago(one.on, one.keep.tip_relay_silence_days))
        _run(batch, _REWARDS, day=one.on.isoformat())
        _run(batch, _CLAIMS, before=start_of(one.on - timedelta(days=_CLAIM_DAYS)))
        _run(batch, _SEALED, before=start_of(one.on - timedelta(days=_SEALED_DAYS)))
        batch.safe.keep_days(one.on)
        blur(batch, one.on)


def _texts(batch: Batch, one: EraseTips) -> None:
    values = {
        "its_community": batch.community,
        "closed_by": _ago(one.on, one.keep.tip_content_days_after_close),
        "opened_by": _ago(one.on, one.keep.tip_days_hard_stop),
    }
    codes = batch.connection.execute(_TEXT_OVER, values).scalars().all()
    _erase(batch, _TEXTS, codes)
    for code in codes:
        _run(batch, _UNREADABLE, its_code=code)


def _cases(batch: Batch, until: date) -> None:
    values = {"its_community": batch.community, "closed_by": until.isoformat()}
    codes = batch.connection.execute(_ROW_OVER, values).scalars().all()
    _erase(batch, _ROWS, codes)
    for code in codes:
        _run(batch, _VERSION, its_key=matter_key(code))


def _ago(on: date, days: int) -> str:
    return (on - timedelta(days=days)).isoformat()


def keep_epochs(batch: Batch, effects: Sequence[tuple[int, KeepEpochs]]) -> None:
    """Make and destroy the keys of months; a month destroyed by a unit that then fails was over all the same."""
    for _, one in effects:
        batch.safe.keep_epochs(one.on)


POSTERS: dict[type, Poster] = {WithdrawTip: withdraw, EraseTips: erase, KeepEpochs: keep_epochs}
