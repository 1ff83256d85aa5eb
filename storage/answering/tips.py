"""Cases of tip-offs as handlers and jobs ask for them; no answer holds a reporter."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, String, bindparam, func, select

from domain.tips.case import OUTCOMES, Recipient, TipCase
from domain.tips.queries import (
    JudgedTip,
    OwnTip,
    RewardedBefore,
    TipByReceipt,
    TipEchoes,
    TipFor,
    TipJoinedBy,
    TipsHandedTo,
    TipsOpenedBefore,
    TipsToHandOver,
    TipsWaitingFor,
)
from storage.posting.tip_parts import BOT
from storage.reading import Reader
from storage.tables.tips import tip_case, tip_echo, tip_receipt, tip_recipient, tip_wrap
from storage.tables.work import version
from storage.tip_rows import CASE_COLUMNS, MATTER, MOVED, WITH_VERSION, case_of, one_matter
from storage.vault.echoes import repeats
from storage.vault.vault import Vault

_MINE = tip_case.c.community == bindparam("community")
_CASES = select(*CASE_COLUMNS, MOVED).outerjoin(version, WITH_VERSION)
_ONE = _CASES.where(_MINE, tip_case.c.code == bindparam("code"))
_RECIPIENTS = (
    select(tip_recipient.c.person, tip_recipient.c.role, tip_recipient.c.voted)
    .where(tip_recipient.c.community == bindparam("community"), tip_recipient.c.code == bindparam("code"))
    .order_by(tip_recipient.c.person)
)
_BEHIND = select(tip_receipt.c.code).where(
    tip_receipt.c.community == bindparam("community"), tip_receipt.c.mark == bindparam("mark")
)
_WAITING = (
    _CASES.join(
        tip_recipient,
        (tip_recipient.c.community == tip_case.c.community) & (tip_recipient.c.code == tip_case.c.code),
    )
    .where(
        _MINE,
        tip_case.c.closed_on == "",
        tip_case.c.handed_on != "",
        tip_recipient.c.person == bindparam("person", type_=BigInteger),
        tip_recipient.c.voted == 0,
    )
    .order_by(tip_case.c.handed_on, tip_case.c.code)
)
_HANDED_TO = (
    _CASES.join(
        tip_recipient,
        (tip_recipient.c.community == tip_case.c.community) & (tip_recipient.c.code == tip_case.c.code),
    )
    .where(
        _MINE,
        tip_case.c.handed_on != "",
        (tip_case.c.closed_on == "") | (tip_case.c.closed_on >= bindparam("since")),
        tip_recipient.c.person == bindparam("person", type_=BigInteger),
    )
    .order_by(tip_case.c.code)
)
_TO_HAND_OVER = (
    select(tip_wrap.c.code)
    .distinct()
    .where(tip_wrap.c.community == bindparam("community"), tip_wrap.c.person == BOT)
    .order_by(tip_wrap.c.code)
)
_OPENED_BEFORE = _CASES.where(_MINE, tip_case.c.closed_on == "", tip_case.c.opened_on < bindparam("before")).order_by(
    tip_case.c.code
)
_CONFIRMED = select(tip_case.c.matter_mark).where(
    _MINE,
    func.substr(tip_case.c.matter_mark, 1, MATTER) == bindparam("whole"),
    tip_case.c.state == "confirmed",
    tip_case.c.opened_on >= bindparam("since"),
    tip_case.c.code != bindparam("other", type_=String),
)
_ALL_ECHOES = select(tip_echo.c.sealed).where(tip_echo.c.community == bindparam("community"))
_ECHOES = _ALL_ECHOES.join(
    tip_recipient,
    (tip_recipient.c.community == tip_echo.c.community) & (tip_recipient.c.code == tip_echo.c.code),
).where(tip_recipient.c.person == bindparam("person", type_=BigInteger))
_MARK = select(tip_case.c.matter_mark).where(_MINE, tip_case.c.code == bindparam("code"))
_RELAY = select(tip_case.c.relay).where(_MINE, tip_case.c.code == bindparam("code"))


def _vault(reader: Reader) -> Vault:
    if reader.vault is None:
        raise LookupError("this book was opened without its keys")
    return reader.vault


async def _with_recipients(reader: Reader, row: Any) -> TipCase:  # noqa: ANN401 - a row of _CASES
    found = await reader.all(_RECIPIENTS, code=row[0])
    recipients = tuple(Recipient(person, role, bool(voted)) for person, role, voted in found)
    return case_of(row, recipients, row[len(CASE_COLUMNS)])


async def _all(reader: Reader, rows: Iterable[Any]) -> tuple[TipCase, ...]:
    return tuple([await _with_recipients(reader, row) for row in rows])


async def _at(reader: Reader, code: str) -> TipCase | None:
    row = await reader.first(_ONE, code=code)
    return None if row is None else await _with_recipients(reader, row)


async def tip_by_receipt(reader: Reader, query: TipByReceipt) -> TipCase | None:
    """The case of a receipt."""
    row = await reader.first(_BEHIND, mark=_vault(reader).mark("receipt", query.receipt))
    return None if row is None else await _at(reader, row[0])


async def tip_joined_by(reader: Reader, query: TipJoinedBy) -> TipCase | None:
    """The case that a merged one is checked with."""
    own = await _at(reader, query.code)
    return await _at(reader, own.joined) if own and own.joined else None


async def own_tip(reader: Reader, query: OwnTip) -> TipCase | None:
    """The case, where its way back leads to the account that asks."""
    row = await reader.first(_RELAY, code=query.code)
    plain = _vault(reader).open(row[0], "relay") if row and row[0] else None
    if plain is None or plain.decode().rstrip() != f"{query.account.channel}|{query.account.id}":
        return None
    return await _at(reader, query.code)


async def tip_for(reader: Reader, query: TipFor) -> TipCase | None:
    """The case, where one of the persons is its recipient and has got it."""
    case = await _at(reader, query.code)
    return case if case and case.handed_on and case.recipient(query.persons) else None


async def judged_tip(reader: Reader, query: JudgedTip) -> TipCase | None:
    """A closed case, for supervisors: guarded ones only where they are its recipients."""
    case = await _at(reader, query.code)
    if case is None or case.state not in OUTCOMES:
        return None
    return case if not case.guarded or case.recipient(query.persons) else None


async def tips_handed_to(reader: Reader, query: TipsHandedTo) -> tuple[TipCase, ...]:
    """What persons have or had lately."""
    found: dict[str, Any] = {}
    for person in sorted(query.persons):
        rows = await reader.all(_HANDED_TO, person=person, since=query.since.isoformat())
        found.update({row[0]: row for row in rows})
    return await _all(reader, found.values())


async def tip_echoes(reader: Reader, query: TipEchoes) -> bool:
    """True where a text repeats what was handed over."""
    if query.persons is None:
        rows = list(await reader.all(_ALL_ECHOES))
    else:
        rows = [row for person in sorted(query.persons) for row in await reader.all(_ECHOES, person=person)]
    opened = (_vault(reader).open(row[0], "echo") for row in rows)
    return repeats(query.text, (one for one in opened if one is not None))


async def tips_waiting_for(reader: Reader, query: TipsWaitingFor) -> tuple[TipCase, ...]:
    """What waits for persons."""
    found: dict[str, Any] = {}
    for person in sorted(query.persons):
        found.update({row[0]: row for row in await reader.all(_WAITING, person=person)})
    cases = await _all(reader, found.values())
    return tuple(sorted(cases, key=lambda one: (one.handed_on or one.opened_on, one.code)))


async def tips_to_hand_over(reader: Reader, _query: TipsToHandOver) -> tuple[str, ...]:
    """The cases with something that their recipients have not got."""
    return tuple(row[0] for row in await reader.all(_TO_HAND_OVER))


async def tips_opened_before(reader: Reader, query: TipsOpenedBefore) -> tuple[TipCase, ...]:
    """Open cases from before a day."""
    return await _all(reader, await reader.all(_OPENED_BEFORE, before=query.before.isoformat()))


async def rewarded_before(reader: Reader, query: RewardedBefore) -> bool:
    """True where another case on the same matter was confirmed."""
    row = await reader.first(_MARK, code=query.code)
    if row is None or not row[0]:
        return False
    whole, since = row[0][:MATTER], query.since.isoformat()
    rows = await reader.all(_CONFIRMED, whole=whole, since=since, other=query.code)
    return any(one_matter(row[0], found[0]) for found in rows)


ANSWERS = {
    TipByReceipt: tip_by_receipt,
    TipJoinedBy: tip_joined_by,
    OwnTip: own_tip,
    TipFor: tip_for,
    TipsWaitingFor: tips_waiting_for,
    JudgedTip: judged_tip,
    TipsHandedTo: tips_handed_to,
    TipEchoes: tip_echoes,
    TipsToHandOver: tips_to_hand_over,
    TipsOpenedBefore: tips_opened_before,
    RewardedBefore: rewarded_before,
}
