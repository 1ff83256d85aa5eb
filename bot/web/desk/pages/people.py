"""人员与角色: which accounts act as which staff, and which accounts speak for which residents."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from bot.web.desk.wording import role
from domain.desk import AccountsNamed, ConfirmDuty, KnownAccount, Recuse, StaffMember, StaffRoll, TakeDuty
from domain.enrolment import GridsOf
from domain.members import AccountRef, GiveDuty, SenderOf, Unbind
from domain.register.row import listed

_MOST_CONCERNS, _LONGEST_CONCERN = 20, 40


async def _show(visit: Visit) -> Mapping[str, Any]:
    roll = await visit.app.store.answer(StaffRoll())
    chosen = _of(roll, visit.number("person"))
    words, wanted = visit.field("q"), visit.field("account_name") or (chosen.name if chosen else "")
    return {
        "roll": roll,
        "now_ms": visit.ms,
        "grids": {grid.code: grid.name for grid in await visit.app.store.answer(GridsOf())},
        "chosen": chosen,
        "wanted": wanted,
        "candidates": await _candidates(visit, wanted, chosen) if chosen else (),
        "q": words,
        "found": await visit.app.store.answer(AccountsNamed(words)),
    }


async def _candidates(visit: Visit, words: str, chosen: StaffMember) -> tuple[KnownAccount, ...]:
    tied = {one.account for one in chosen.accounts}
    found = await visit.app.store.answer(AccountsNamed(words))
    return tuple(one for one in found if one.account not in tied)


def _of(roll: tuple[StaffMember, ...], number: int) -> StaffMember | None:
    return next((one for one in roll if one.id == number), None)


async def _person(visit: Visit) -> StaffMember | None:
    return _of(await visit.app.store.answer(StaffRoll()), visit.number("person"))


def _account(visit: Visit) -> AccountRef:
    return AccountRef(visit.field("channel"), visit.field("account"))


async def _tie(visit: Visit) -> Outcome:
    person = await _person(visit)
    if person is None:
        return refused(page_wording.NOBODY)
    account = _account(visit)
    sender = await visit.app.store.answer(SenderOf(account))
    if not sender.subjects:
        return refused(page_wording.NO_ACCOUNT)
    return Outcome(
        page_wording.TIED.format(role=role(person.role)), (GiveDuty(account, person.id), ConfirmDuty(person.id))
    )


async def _untie(visit: Visit) -> Outcome:
    person = await _person(visit)
    if person is None:
        return refused(page_wording.NOBODY)
    return Outcome(page_wording.UNTIED, (TakeDuty(_account(visit), person.id),))


async def _recuse(visit: Visit) -> Outcome:
    person = await _person(visit)
    if person is None:
        return refused(page_wording.NOBODY)
    concerns = listed(visit.field("concerns"))
    if len(concerns) > _MOST_CONCERNS or any(len(one) > _LONGEST_CONCERN for one in concerns):
        return refused(page_wording.CONCERNS.format(most=_MOST_CONCERNS, longest=_LONGEST_CONCERN))
    words = page_wording.RECUSED if concerns else page_wording.NOT_RECUSED
    return Outcome(words.format(name=person.name, concerns="、".join(concerns)), (Recuse(person.id, concerns),))


async def _confirm(visit: Visit) -> Outcome:
    person = await _person(visit)
    if person is None:
        return refused(page_wording.NOBODY)
    return Outcome(page_wording.CONFIRMED.format(name=person.name), (ConfirmDuty(person.id),))


async def _unbind(visit: Visit) -> Outcome:
    account, number = _account(visit), visit.number("subject")
    sender = await visit.app.store.answer(SenderOf(account))
    if number not in {one.id for one in sender.subjects}:
        return refused(page_wording.GONE)
    return Outcome(page_wording.UNBOUND, (Unbind(account, number),))


page = Page(
    "people",
    "人员与角色",
    Part.DAILY,
    20,
    _show,
    {
        "tie": Act("绑定角色", _tie, ("person",)),
        "untie": Act("解开角色", _untie, ("person",)),
        "confirm": Act("核对角色", _confirm, ("person",)),
        "recuse": Act("登记回避", _recuse, ("person",)),
        "unbind": Act("解绑居民账号", _unbind, ("q",)),
    },
)
