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
from domain.tips.matters import due_on
from domain.tips.pace import TipPace
from domain.tips.padding import SIZES, TooLong, pad, pad_photo, unpad, unpad_photo
from domain.tips.receipts import new_receipt, plain, shown, wait_seconds
from domain.tips.routing import Routing, Told, route
from domain.tips.topics import concerns_unit, endangers, is_serious, same_matter, topic_of
from storage.vault.echoes import remembered, repeats

NEGATIVE = load_rules(None).negative
TODAY = date(2026, 11, 23)
LI = Sender(
    AccountRef("simulator", "p1"),
    (Subject(1, "resident", "李桂芬", "2", "6栋1单元302"),),
    1,
)
STRANGER = Sender(AccountRef("simulator", "p9"))
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
        ("六栋一单元三百零二的门口", f"{HIDDEN}的门口"),
        ("６栋１单元３楼３０２门口", f"{HIDDEN}门口"),
        ("李 桂芬说的", f"{HIDDEN}说的"),
        ("打一三八八八八一二三四五，或者 0871-65123456", f"打{HIDDEN}，或者 {HIDDEN}"),
        ("加微信abc_12345", f"加{HIDDEN}"),
    ],
)
def test_what_tells_the_writer_is_hidden(text: str, hidden: str) -> None:
    assert identifies(text, LI)
    assert redacted(text, LI) == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("我是6栋1单元502的何晓云，楼上拖椅子", f"我是{HIDDEN}的{HIDDEN}，楼上拖椅子"),
        ("我叫冯磊，住2栋3单元101，对门养狗", f"我叫{HIDDEN}，住{HIDDEN}，对门养狗"),
        ("本人李梅，实名举报", f"本人{HIDDEN}，实名举报"),
        ("举报人：欧阳小敏 电话13888812345", f"举报人：{HIDDEN} 电话{HIDDEN}"),
        ("我是王阿姨，楼下烧烤太呛", f"我是{HIDDEN}，楼下烧烤太呛"),
        ("我家住三栋二单元五零一，楼上漏水", f"我家住{HIDDEN}，楼上漏水"),
        ("我家302门口堆纸箱", f"我家{HIDDEN}门口堆纸箱"),
        ("我妈李秀兰说楼上养鸽子", f"我妈{HIDDEN}说楼上养鸽子"),
        ("8栋飞线充电 ——王芳", f"8栋飞线充电 ——{HIDDEN}"),
    ],
)
def test_who_is_in_no_register_is_hidden_by_own_words(text: str, hidden: str) -> None:
    assert redacted(text, STRANGER) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "3栋楼下有人飞线充电",
        "6栋1单元303堆杂物",
        "16栋1单元302养狗",
        "3栋501天天吵",
        "我家楼上502天天拖椅子",
        "我住501楼下，他天天敲墙",
        "我在5栋302门口看到他堆纸箱",
        "我叫张三别堆了他不听",
        "我妈说张三在楼道充电",
        "我是高空抛物的受害者",
        "我是云南人，我是想说老王烧烤占道",
    ],
)
def test_other_flats_and_people_stay(text: str) -> None:
    assert not identifies(text, LI)
    assert not identifies(text, STRANGER)


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
        ("段 家荣收了礼", "supervisor", (3,)),
        ("６栋二单元101养鸡", "supervisor", (3,)),
        ("安居物业乱收费，请监督员罗琼也看看", "supervisor", (3,)),
        ("3栋飞线充电，找监督员来管", "supervisor", (3,)),
        ("公共收益从来不公示", "supervisor", (3,)),
        ("监督员罗琼看见了也不管", "secretary", (4,)),
        ("保洁把垃圾倒在绿地里", "supervisor", (3,)),
        ("3栋飞线充电，别让网格员知道", "supervisor", (3,)),
    ],
)
def test_nobody_it_concerns_gets_it(text: str, way: str, people: tuple[int, ...]) -> None:
    found = route(Told(text, "2", topic_of(text, NEGATIVE), concerns_unit(text, NEGATIVE)), STAFF, ALL)
    assert (found.way, tuple(one.person for one in found.recipients)) == (way, people)


def test_without_keys_tips_are_off() -> None:
    assert route(Told("3栋飞线充电", "2", "ebike_fire"), STAFF, ()) == Routing("closed")


def test_a_grid_without_keys_falls_to_the_secretary() -> None:
    found = route(Told("3栋飞线充电", "2", "ebike_fire"), STAFF, {3, 4, 5})
    assert tuple(one.person for one in found.recipients) == (4, 3)


def test_topics_danger_and_seriousness() -> None:
    assert topic_of("3栋楼下有人飞线充电", NEGATIVE) == "ebike_fire"
    assert topic_of("夜里敲墙", NEGATIVE) == "public_order"
    assert topic_of("不知道什么", NEGATIVE) == "other"
    assert endangers("楼道里燃气味很重")
    assert not endangers("有人乱丢垃圾")
    assert is_serious("有人高空抛物", NEGATIVE)
    assert not is_serious("有人乱丢垃圾", NEGATIVE)


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("3栋飞线充电", ("2|RN09|3", "", "")),
        ("就是三幢那里，又从窗户拉线下来充电", ("2|RN09|3", "", "")),
        ("３栋二单元501半夜敲墙", ("2|RN17|3", "2", "501")),
        ("3栋楼道堆满纸箱", ("2|RN14|3", "", "")),
        ("有人飞线充电", ()),
        ("那一栋飞线充电", ()),
        ("9栋电梯坏了好几天", ()),
    ],
)
def test_what_two_tips_on_one_matter_share(text: str, matter: tuple[str, ...]) -> None:
    assert same_matter(text, "2", NEGATIVE) == matter


def test_a_shop_that_is_named_is_the_place() -> None:
    assert same_matter("老王烧烤的桌子又占道", "2", NEGATIVE, 7) == ("2|MN05|sign 7", "", "")


@pytest.mark.parametrize(
    ("text", "topic", "danger", "serious"),
    [
        ("8栋有人从楼上往下丢烟头", "public_order", True, True),
        ("5栋楼道里给电瓶车充电", "ebike_fire", True, True),
        ("12栋地下室堆满汽油桶", "ebike_fire", True, False),
        ("小卖部的牛奶过期了", "honest_business", False, True),
        ("物业把安全出口锁了", "ebike_fire", True, True),
        ("对门天天拖椅子", "public_order", False, False),
    ],
)
def test_what_people_tell_in_their_own_words(text: str, topic: str, *, danger: bool, serious: bool) -> None:
    assert (topic_of(text, NEGATIVE), endangers(text), is_serious(text, NEGATIVE)) == (topic, danger, serious)


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
    assert repeats("現場見三單元門口有人從窗戶拉線", kept)
    assert repeats("车牌云A１２３４５的白色面包车堵门", [remembered("云a12345 的白色面包车，堵门三天")])
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


def test_how_satisfied_one_is_is_asked_once() -> None:
    pace = TipPace(b"key")
    pace.rate("3847102955610923")
    assert pace.rated("3847102955610923")
    assert not pace.rated("3847102955610924")


def test_a_visit_that_is_overdue_leaves_the_day_of_the_verdict() -> None:
    handed = case(handed_on=TODAY)
    days = [due_on(handed, TODAY + timedelta(days=day)) - TODAY for day in (0, 3, 4)]
    assert [one.days for one in days] == [3, 3, 10]
    assert (due_on(case(handed_on=TODAY, state="asked"), TODAY) - TODAY).days == 10


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
