"""Every command in every role and scene, as the table of roles and permissions has it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.dispatch import wording
from bot.dispatch.case import Case
from bot.dispatch.deciding import Decider
from bot.dispatch.surroundings import Surroundings
from bot.understanding.discovery import discover
from domain.command import Command, Where
from domain.decision import Answer, Decision
from domain.members import AccountRef, Duty, Grid, Room, RoomOf, Sender, SenderOf, Subject
from domain.message import Message
from domain.questions import Place
from domain.reading import Reading
from domain.roles import Role

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
EVERYBODY: tuple[Role, ...] = (
    "unbound", "resident", "partner", "property", "grid_worker", "supervisor", "secretary",
)  # fmt: skip
ROOMS: Mapping[str, Room | None] = {
    "private": None,
    "residents": Room("grid", Grid("2", "二网格")),
    "staff": Room("staff"),
}

UNBOUND = """help rules_query pledge_list board_query activity_list team_list rewards_list covenant_query repair_query
 ask partner_list resource_list bind confirm decline tip_submit tip_status tip_supplement tip_reward tip_viewers"""
RESIDENT = """points_query points_history rating_query rating_explain what_if vouchers redeem voucher_return
 service_record certificate contact_query declare publicity_consent publicity_withdraw switch_subject tips_mute
 tips_unmute pledge_sign pledge_withdraw activity_join activity_leave team_join team_leave attend reserve nominate
 thank appeal repair_apply assist_request dispute_request my_data unbind"""
MARKED = "activity_create check_in claim"
"""A captain's and a helper's, who are residents; the command asks for the mark."""
TAKEN_FROM_ALL = "object"
"""Taken from everybody who is bound; the role decides what it is."""
MORE: Mapping[Role, str] = {
    "partner": "voucher_use claim activity_create lecture_announce check_in award todo verdict",
    "property": """verdict ask_reporter todo digest announce activity_create lecture_announce check_in award voucher_use
 deduct posted""",
    "grid_worker": """award deduct reverse verdict ask_reporter todo digest check_in visit patrol announce poster claim
 voucher_use activity_create lecture_announce report_export board_prepare ballot settlement_review posted""",
    "supervisor": "object sample ballot settlement_review verdict report_export todo ask_reporter",
}
PRIVATE_ONLY = """bind tip_submit tip_status tip_supplement tip_reward tip_viewers appeal repair_apply assist_request
 dispute_request my_data unbind ask_reporter"""
STAFF_ONLY = "verdict"
HERE = """help rules_query pledge_list board_query activity_list team_list covenant_query repair_query ask partner_list
 resource_list confirm decline pledge_sign pledge_withdraw activity_join activity_leave team_join team_leave attend
 reserve nominate thank activity_create lecture_announce check_in"""


def may(role: Role) -> set[str]:
    """What the table gives to a role."""
    found = set(UNBOUND.split())
    if role != "unbound":
        found |= {*RESIDENT.split(), *MARKED.split(), TAKEN_FROM_ALL}
    if role == "secretary":
        return found | {"board_publish"} | {one for line in MORE.values() for one in line.split()}
    return found | set(MORE.get(role, "").split())


class Book:
    """Knows the rooms, and one sender of a role."""

    def __init__(self, role: Role) -> None:
        subjects = () if role == "unbound" else (Subject(1, "resident", "李桂芬", "2", "6栋1单元302"),)
        duties = () if role in {"unbound", "resident"} else (Duty(7, "段家荣", role, "2"),)
        self._sender = Sender(AccountRef("c", "a"), subjects, 1, duties)

    async def answer(self, query: object) -> object:
        if isinstance(query, SenderOf):
            return self._sender
        return ROOMS[query.room] if isinstance(query, RoomOf) else False


async def _done(*_: object) -> Decision:
    return Decision(Answer("办了"))


class Mouth:
    """Reaches everybody."""

    async def reaches(self, _: AccountRef) -> bool | None:
        return True


def _decider(role: Role, menu: Mapping[str, Command]) -> Decider:
    around: Any = SimpleNamespace(
        book=Book(role),
        menu=menu,
        mouth=Mouth(),
        key=b"k",
        now=lambda: NOW,
        rules=lambda: None,
        outside=None,
        rulings={},
    )
    return Decider(cast("Surroundings", around))


def _case(command: Command, scene: str) -> Case:
    room = "" if scene == "private" else scene
    message = Message("c", "m", NOW, "a", "李", "group" if room else "private", room, "话", addressed=True)
    return Case(message, Place(AccountRef("c", "a"), room), Reading(command.intent), command, None, {})


def _directed(command: Command) -> str:
    """What staff read whose command it is not: whose it is, and 待办."""
    named = ("grid_worker", "网格员"), ("property", "物业"), ("supervisor", "监督员"), ("secretary", "书记")
    whose = [name for role, name in (*named, ("partner", "合伙人")) if role in command.who]
    return wording.NOT_YOUR_DUTY.format(title=command.title, whose="、".join(whose))


TABLE = {intent for role in EVERYBODY for intent in may(role)}
MENU = {one.intent: replace(one, handle=_done) for one in discover() if one.intent in TABLE}
"""A command beyond the table says by itself whose it is."""


@pytest.mark.parametrize("role", EVERYBODY)
async def test_each_role_may_what_the_table_says_and_nothing_else(role: Role, monkeypatch: pytest.MonkeyPatch) -> None:
    async def no_echo(*_: object) -> bool:
        return False

    monkeypatch.setattr("bot.dispatch.deciding.repeats_a_tip", no_echo)
    decider, allowed = _decider(role, MENU), may(role)
    for command in MENU.values():
        for scene in ROOMS:
            said = (await decider.decide(_case(command, scene))).answer
            assert said is not None
            outside = scene != "private" and command.intent in PRIVATE_ONLY.split()
            outside |= scene == "residents" and command.intent == STAFF_ONLY
            if outside:
                expected = {wording.PRIVATE_ONLY}
            elif command.intent in allowed:
                expected = {"办了"}
            elif "resident" in command.who:
                expected = {command.strangers or wording.NOT_BOUND}
            else:
                expected = {wording.NOT_ALLOWED if role in {"resident", "unbound"} else _directed(command)}
            assert said.text in expected, (command.intent, role, scene)


def test_each_command_is_answered_where_the_table_says() -> None:
    privately = set(MENU) - {*PRIVATE_ONLY.split(), *HERE.split(), STAFF_ONLY}
    assert {one.intent for one in MENU.values() if one.where is Where.PRIVATE_ONLY} == set(PRIVATE_ONLY.split())
    assert {one.intent for one in MENU.values() if one.where is Where.HERE} == set(HERE.split())
    assert {one.intent for one in MENU.values() if one.where is Where.PRIVATELY} == privately


def test_every_command_of_the_table_is_there() -> None:
    assert set(MENU) == TABLE
