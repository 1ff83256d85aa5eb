"""The pure rules of tip-offs: codes, receipts, padding, what tells who wrote, where a tip goes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.loader import load_rules
from domain.members import AccountRef, Duty, Sender, Subject
from domain.tips.case import (
    CLOSED,
    TRANSITIONS,
    ImpossibleMove,
    Recipient,
    TipCase,
    after_confirmation,
    moved,
    new_code,
)
from domain.tips.echoes import points_at_reporter, runs
from domain.tips.effects import MoveTip, SupplementTip, ask_reporter, supplement
from domain.tips.identifying import HIDDEN, identifies, redacted
from domain.tips.pace import TipPace
from domain.tips.padding import SIZES, TooLong, pad, pad_photo, unpad, unpad_photo
from domain.tips.receipts import new_receipt, plain, shown, wait_seconds
from domain.tips.routing import Routing, route
from domain.tips.topics import endangers, is_serious, same_matter, topic_of
from storage.vault.echoes import remembered, repeats

NEGATIVE = load_rules(None).negative
TODAY = date(2026, 11, 23)
LI = Sender(
    AccountRef("simulator", "p1"),
    (Subject(1, "resident", "李桂芬", "2", "6栋1单元302"),),
    1,
)
STAFF = (
    Duty(1, "段家荣", "grid_worker", "2", recused=("6栋2单元101",)),
    Duty(2, "周敏", "property", "2", unit="安居物业"),
    Duty(3, "罗琼", "supervisor"),
    Duty(4, "白云", "secretary"),
    Duty(5, "王芳", "grid_worker", "1"),
)
ALL = frozenset(one.person for one in STAFF)


def case(**more: object) -> TipCase:
    facts: dict[str, object] = {"code": "T7K3P", "state": "handed", "grid": "2", "topic": "dog", "urgent": False}
    facts |= {"serious": False, "guarded": False, "opened_on": TODAY}
    return TipCase(**(facts | more))  # type: ignore[arg-type]


def test_codes_and_receipts_come_of_given_randomness() -> None:
    assert new_code(lambda _: 0) == "TAAAAA"
    assert new_receipt(lambda _: 3847102955610923) == "3847102955610923"
    assert shown("3847102955610923") == "3847 1029 5561 0923"
    assert plain("3847 1029 5561 0923") == "3847102955610923"
    assert plain("3847") == ""


def test_wrong_receipts_wait_longer_and_longer() -> None:
    assert [wait_seconds(misses) for misses in range(13)] == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 42, 42]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=4000))
def test_padding_keeps_the_text_and_hides_its_length(text: str) -> None:
    padded = pad(text)
    assert len(padded) in SIZES
    assert unpad(padded) == text


def test_what_no_size_holds_is_refused() -> None:
    with pytest.raises(TooLong):
        pad("长" * 6000)


@given(st.binary(max_size=200_000))
def test_photos_are_padded_too(photo: bytes) -> None:
    assert len(pad_photo(photo)) % 65536 == 0
    assert unpad_photo(pad_photo(photo)) == photo


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("我是李桂芬，楼下堵了", f"我是{HIDDEN}，楼下堵了"),
        ("我家6栋1单元302门口有狗", f"我家{HIDDEN}门口有狗"),
        ("我住6幢302室", f"我住{HIDDEN}"),
        ("打我电话13888812345", f"打我电话{HIDDEN}"),
        ("身份证53010219900101123X", f"身份证{HIDDEN}"),
    ],
)
def test_what_tells_the_writer_is_hidden(text: str, hidden: str) -> None:
    assert identifies(text, LI)
    assert redacted(text, LI) == hidden


@pytest.mark.parametrize("text", ["3栋楼下有人飞线充电", "6栋1单元303堆杂物", "16栋1单元302养狗"])
def test_other_flats_stay(text: str) -> None:
    assert not identifies(text, LI)


@pytest.mark.parametrize(
    ("text", "way", "people"),
    [
        ("3栋楼下有人飞线充电", "grid", (1, 2)),
        ("小卖部卖过期商品", "grid", (1, 4)),
        ("段家荣收了礼", "supervisor", (3,)),
        ("6栋2单元101天天吵", "supervisor", (3,)),
        ("安居物业不管消防", "supervisor", (3,)),
        ("3栋飞线充电，请回避", "supervisor", (3,)),
        ("书记不作为", "supervisor", (3,)),
        ("罗琼包庇", "secretary", (4,)),
        ("物业和监督员串通", "secretary", (4,)),
        ("书记和监督员串通", "outside", ()),
    ],
)
def test_nobody_it_concerns_gets_it(text: str, way: str, people: tuple[int, ...]) -> None:
    found = route(text, "2", topic_of(text, NEGATIVE), STAFF, ALL)
    assert (found.way, tuple(one.person for one in found.recipients)) == (way, people)


def test_without_keys_tips_are_off() -> None:
    assert route("3栋飞线充电", "2", "ebike_fire", STAFF, ()) == Routing("closed")


def test_a_grid_without_keys_falls_to_the_secretary() -> None:
    found = route("3栋飞线充电", "2", "ebike_fire", STAFF, {3, 4, 5})
    assert tuple(one.person for one in found.recipients) == (4, 3)


def test_topics_danger_and_seriousness() -> None:
    assert topic_of("3栋楼下有人飞线充电", NEGATIVE) == "ebike_fire"
    assert topic_of("夜里敲墙", NEGATIVE) == "public_order"
    assert topic_of("不知道什么", NEGATIVE) == "other"
    assert endangers("楼道里燃气味很重")
    assert not endangers("有人乱丢垃圾")
    assert is_serious("有人高空抛物", NEGATIVE)
    assert not is_serious("有人乱丢垃圾", NEGATIVE)
    assert same_matter("3栋飞线充电", "2", NEGATIVE) == same_matter("就是3幢那里，又在飞线充电", "2", NEGATIVE) != ""
    assert same_matter("有人飞线充电", "2", NEGATIVE) == ""


def test_what_is_kept_of_a_text_tells_nothing_of_its_length_and_little_of_its_words() -> None:
    assert len(remembered("短")) == len(remembered("长一点的一句话，" * 30)) == 16 + 3 * 341
    same = "3栋楼下有人从窗户拉线给电动车充电"
    assert remembered(same) != remembered(same)
    (run, *_) = sorted(runs(same))
    assert not repeats(run[:11] + "别", [remembered(same)])


def test_a_finding_may_not_echo_the_tip() -> None:
    tip = "昨晚十点，三单元门口有人从窗户拉线给电动车充电"
    kept = [remembered("别的一件事，另一个地方"), remembered(tip)]
    assert repeats("现场见三单元门口有人从窗户、拉线", kept)
    assert not repeats("现场见飞线充电一处", kept)
    assert points_at_reporter("昨晚十点看到") in {"昨晚", "十点"}
    assert points_at_reporter("从楼上看到有人") == "从楼上看到"
    assert points_at_reporter("巡查见楼下飞线一处，已劝导") == ""


def test_limits_are_counted_per_sender_and_in_all() -> None:
    pace, one = TipPace(b"key"), AccountRef("simulator", "p1")
    for _ in range(3):
        assert pace.limit(one, TODAY) is None
        pace.count(one, TODAY)
    assert pace.limit(one, TODAY) == "day"
    for day in range(1, 4):
        for _ in range(3 if day < 3 else 1):
            pace.count(one, TODAY + timedelta(days=day))
    assert pace.limit(one, TODAY + timedelta(days=3)) == "week"
    assert pace.limit(one, TODAY + timedelta(days=7)) is None
    for number in range(30):
        pace.count(AccountRef("simulator", f"q{number}"), TODAY + timedelta(days=9))
    assert pace.limit(AccountRef("simulator", "new"), TODAY + timedelta(days=9)) == "all"


def test_misses_wait_and_a_hit_forgives() -> None:
    pace, one = TipPace(b"key"), AccountRef("simulator", "p1")
    for _ in range(6):
        pace.missed(one, 1000)
    assert pace.wait(one, 1000) == 2000
    assert pace.wait(AccountRef("simulator", "p2"), 1000) == 0
    pace.found(one)
    assert pace.wait(one, 1000) == 0


def test_serious_matters_need_two() -> None:
    first, second = Recipient(1, "grid_worker"), Recipient(2, "property")
    assert after_confirmation(case(recipients=(first, second)), first) == "confirmed"
    assert after_confirmation(case(serious=True, recipients=(first, second)), first) == "once_confirmed"
    voted = Recipient(1, "grid_worker", voted=True)
    once = case(serious=True, state="once_confirmed", recipients=(voted, second))
    assert after_confirmation(once, second) == "confirmed"
    with pytest.raises(ImpossibleMove):
        after_confirmation(once, voted)


def test_asking_and_answering() -> None:
    asked, told = ask_reporter(case(), "请问大概几点", TODAY)
    assert (asked.state, told.text) == ("asked", "请问大概几点")
    more = supplement(case(state="asked"), "晚上", TODAY)
    assert [type(one) for one in more] == [SupplementTip, MoveTip]
    assert [type(one) for one in supplement(case(state="merged"), "晚上", TODAY)] == [SupplementTip]
    for state in CLOSED - {"merged"}:
        with pytest.raises(ImpossibleMove):
            supplement(case(state=state), "晚上", TODAY)


def test_what_is_closed_never_opens_again() -> None:
    for state in CLOSED:
        assert TRANSITIONS[state] <= CLOSED
    with pytest.raises(ImpossibleMove):
        moved(case(state="withdrawn"), "confirmed")
