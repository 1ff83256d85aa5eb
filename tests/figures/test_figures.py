"""Figures as the database counts them, and what is made of them, on both databases."""

from datetime import datetime

import pytest

from bot.rules.loader import load_rules
from domain.attachments import AttachmentOf, KeepAttachment
from domain.calendar import Due, Post
from domain.code import NewCode
from domain.decision import Say, Unit
from domain.demand import Unmet
from domain.enrolment import EnrolGrid, EnrolStaff, EnrolSubject
from domain.figures.effect import effects
from domain.figures.flows import Flow, FlowsIn, Near, NearIn, Work, WorkIn
from domain.figures.participation import KeepParticipation, KeptParticipation, Participation, ParticipationIn
from domain.figures.report import Month, card, disclosed, participation_table, sheet
from domain.findings import states
from domain.ledger import Contra, Hand, NewEntry, RuleMark
from domain.matters.matter import NOBODY, Matter, OpenMatter, Step
from domain.members import AccountRef, Bind, GiveDuty
from domain.period import SHANGHAI
from domain.publicity.brief import HouseholdsAt
from domain.sampling import Supervision
from domain.shop.stock import Figures, Stock
from scheduler.jobs import attachment_erasure, handling_brief, monthly_figures, poster_check
from storage.store import Store

RULES = load_rules(None)
DAY = 86_400_000
AT = int(datetime(2026, 11, 20, 10, tzinfo=SHANGHAI).timestamp() * 1000)


def entry(
    code: int, subject: int, amount: int, source: str, *, person: int = 1, reverses: int | None = None
) -> NewEntry:
    contra: Contra = "issue" if amount > 0 or reverses else "deduct"
    hand = Hand(person, "grid_worker", "2")
    return NewEntry(
        code, subject, "credit", contra, amount, source, RuleMark("R01", "v", ""), hand, "2026-11-20", reverses=reverses
    )  # fmt: skip


@pytest.fixture
async def street(store: Store) -> Store:
    """Eleven homes in 3栋, one in 13栋; the worker 段家荣 lives in 3栋 and entered five items."""
    homes = [EnrolSubject("resident", f"居民{n}", "2", f"3栋1单元{100 + n}") for n in range(1, 12)]
    people = [
        *homes,
        EnrolSubject("resident", "远处", "2", "13栋1单元101"),
        EnrolSubject("merchant", "面馆", "2", "3栋楼下"),
    ]
    staff = [
        EnrolStaff("段家荣", "grid_worker", "2"),
        EnrolStaff("罗琼", "supervisor"),
        EnrolStaff("白云", "secretary"),
    ]
    grids = [EnrolGrid("2", "二网格"), EnrolGrid("3", "三网格")]
    await store.post(Unit(None, (*grids, *people, *staff), at=AT))
    bound = [Bind(AccountRef("sim", "a1"), 1), Bind(AccountRef("sim", "a2"), 2)]
    duties = [GiveDuty(AccountRef("sim", f"a{n}"), n) for n in (1, 2, 3)]
    await store.post(Unit(None, (*bound, *duties), at=AT))
    entries = [
        entry(1, 1, 2, "deed:D1"),
        entry(2, 2, 4, "award:sim:1"),
        entry(3, 12, 1, "award:sim:2"),
        entry(4, 12, 3, "award:sim:3"),
        entry(5, 1, -3, "finding:L5"),
    ]
    await store.post(Unit(None, tuple(entries), at=AT))
    await store.post(Unit(None, (entry(4, 12, -3, "reverse:4", reverses=4),), at=AT))
    return store


async def test_who_takes_part(street: Store) -> None:
    found = await street.answer(ParticipationIn("2026-11"))
    assert found == (Participation("2", 13, 2, 2, 1, 2), Participation("3", 0, 0, 0, 0, 0))
    assert [one.share for one in found] == [100, 0]
    assert [one.declared for one in await street.answer(ParticipationIn("2026-10"))] == [0, 0]


async def test_a_month_is_kept_once(street: Store) -> None:
    first, later = Participation("2", 13, 2, 2, 1, 3), Participation("2", 99, 9, 9, 9, 9)
    for row in (first, later):
        await street.post(Unit(None, (KeepParticipation("2026-11", (row,)),), at=AT))
    assert await street.answer(KeptParticipation()) == (("2026-11", first),)


async def test_points_in_and_out_and_who_entered_them(street: Store) -> None:
    flows = await street.answer(FlowsIn("2026-11"))
    assert flows == (Flow("credit", "deduct", 1, 0, 3), Flow("credit", "issue", 5, 10, 3))
    assert await street.answer(WorkIn("2026-11")) == (Work(1, "段家荣", 4, 1, 1),)
    assert await street.answer(WorkIn("2026-10")) == (Work(1, "段家荣", 0, 0, 0),)


async def test_a_building_is_not_one_that_ends_like_it(street: Store) -> None:
    assert await street.answer(HouseholdsAt("2", "3栋")) == 11
    assert await street.answer(HouseholdsAt("3", "3栋")) == 0
    near = await street.answer(NearIn(1, "3栋", "2026-11-01", "2026-12-01"))
    assert near == Near(2, 6, 1, 1)
    assert near.share == 67


def _at(day: int, hour: int, month: int = 12) -> Due:
    return Due(datetime(2026, month, day, hour, tzinfo=SHANGHAI), "p", RULES)


def _said(posts: list[Post]) -> dict[str, str]:
    says = [(post.chat, effect) for post in posts for effect in post.effects if isinstance(effect, Say)]
    return {chat: say.card.as_text() if say.card else say.text for chat, say in says}


async def test_on_the_fifth_the_overseers_get_counts_and_no_names(street: Store) -> None:
    posts = list(await monthly_figures.job.plan(_at(5, 8), street))
    said = _said(posts)
    assert set(said) == {"staff:2", "staff:3"}
    assert "有加分的占 100%" in said["staff:3"]
    papers = {post.chat: post.effects[0].body.decode() for post in posts if post.chat != "community"}
    assert "居民1" not in "".join(papers.values())
    assert "本楼比较" in papers["staff:2"]
    assert "本楼比较" not in papers["staff:3"]
    for post in posts:
        await street.post(Unit(None, post.effects, at=AT))
    assert [month for month, _ in await street.answer(KeptParticipation())] == ["2026-11", "2026-11"]


def _closed(subject: int, item: str) -> OpenMatter:
    facts = {"item": item, "title": "甲", "person": 1, "role": "grid_worker"}
    step = Step("registered", 1, "grid_worker")
    return OpenMatter(
        NewCode("L", subject), states.SORT, states.CORRECTED, "", step, subject, "2", facts=facts, closed=True
    )


async def test_each_handled_matter_is_told_of_once_and_only_after_a_week(street: Store) -> None:
    masked = next(one for one in RULES.negative.items if one.publish == "masked")
    at = int(datetime(2026, 12, 1, 10, tzinfo=SHANGHAI).timestamp() * 1000)
    await street.post(Unit(None, tuple(_closed(n, masked.code) for n in (1, 2, 3)), at=at))
    told = {day: _said(list(await handling_brief.job.plan(_at(day, 18), street))) for day in (3, 10, 17)}
    assert told[3] == told[17] == {}
    assert f"3栋 {masked.title} 3 件，都已整改" in told[10]["grid:2"]


async def test_each_quarter_workers_look_at_the_wall(street: Store) -> None:
    (said,) = _said(list(await poster_check.job.plan(_at(15, 9, 10), street))).values()
    assert "海报" in said


def _found(subject: int, day: int, state: str = states.EFFECTIVE) -> Matter:
    return Matter("L1", states.SORT, state, subject, "2", NOBODY, "", (), day * DAY, None, 1, {"item": "MN05"})


def test_what_comes_back_within_ninety_days_and_is_never_put_right_is_flagged() -> None:
    (one,) = effects([_found(1, 0), _found(1, 90), _found(2, 5)], RULES)
    assert (one.found, one.repeated, one.flagged) == (3, 1, True)
    (late,) = effects([_found(1, 0), _found(1, 91), _found(2, 5)], RULES)
    (mended,) = effects([_found(1, 0), _found(1, 90), _found(2, 5, states.CORRECTED)], RULES)
    (dropped,) = effects([_found(1, 0), _found(1, 90), _found(2, 5, states.VOID)], RULES)
    assert [late.flagged, mended.flagged, dropped.flagged] == [False, False, False]


def test_redemptions_are_told_as_counts_from_three_up() -> None:
    shop = [Figures("Q1", 8, 4, 3, 0, 50), Figures("Q2", 2, 1, 0, 0, 9)]
    words = disclosed(shop, "2026-11", {"Q1": "理发券", "Q2": "会议室"}, 3)
    assert words == "【兑换公开】2026 年 11 月全社区兑换 7 份，核销 5 份。其中：理发券 5 份。只公布件数。"
    assert disclosed(shop[1:], "2026-11", {}, 3) == ""


def test_the_month_says_what_was_wanted_in_vain_and_why() -> None:
    wanted = (Unmet("2026-11", "reward", "Q1", "sold_out", 4), Unmet("2026-11", "help", "", "no_helper", 1))
    month = Month("2026-11", "12 月 5 日", {}, (), (), (), (), rewards={"Q1": "理发券"}, unmet=wanted)
    (table,) = [one for one in sheet(month, for_supervisors=False).tables if one.title == "没有满足的需求"]
    assert table.rows == (("理发券", "换完了", "4"), ("别的事", "没有登记这个专长的人", "1"))


def test_a_grid_without_anybody_has_no_share() -> None:
    assert participation_table([Participation("9", 0, 0, 0, 0, 0)], {}).rows == (("9", "0", "0", "0%", "0", "0"),)


async def test_files_are_erased_once_their_time_is_over(store: Store) -> None:
    kept = [KeepAttachment(name, f"{name}.xlsx", b"{}", expires_at=at) for name, at in (("a", AT), ("b", None))]
    await store.post(Unit(None, tuple(kept), at=1))
    for days, left in ((-1, 2), (1, 1)):
        at = datetime.fromtimestamp((AT + days * DAY) / 1000, SHANGHAI)
        (post,) = await attachment_erasure.job.plan(Due(at, "p", RULES), store)
        await store.post(Unit(None, post.effects, at=1))
        found = [await store.answer(AttachmentOf(one.id)) for one in kept]
        assert sum(one is not None for one in found) == left


def test_the_card_says_how_much_was_looked_at() -> None:
    """监督率：看过几笔、占多少、提了几件异议；没有人名。"""
    supervision = Supervision(rows=40, shown=12, seen=10, objected=1)
    month = Month("2026-11", "12 月 5 日", {}, (), (), (), (), objections=1, supervision=supervision)
    assert "这个月 40 笔台账，监督员抽查看过 10 笔（25%），提出异议 1 件。" in card(month).lines


def test_the_month_says_what_was_offered_and_what_was_wanted() -> None:
    shop = (Figures("Q1", 5, 4, 0, 0, 50), Figures("Q3", 2, 2, 0, 0, 10))
    stock = {"Q1": Stock(5, 5, 0, 0), "Q2": Stock(8, 0, 0, 8)}
    month = Month("2026-11", "12 月 5 日", {}, (), (), (), (), shop=shop, stock=stock, rewards={"Q1": "理发券"})
    (table,) = [one for one in sheet(month, for_supervisors=False).tables if one.title == "兑换的供应和需求"]
    assert table.rows == (
        ("理发券", "5", "5", "4", "0", "0", "0", "50", "换完了"),
        ("Q2", "8", "0", "0", "0", "0", "8", "0", "没人换"),
        ("Q3", "—", "2", "2", "0", "0", "—", "10", ""),
    )
