"""Wordings that once were, or easily are, read wrongly."""

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.understanding.engine import Understanding
from domain.message import Utterance

CHATTER = (
    "我积分都没你高哈哈", "报名+1", "报名➕1", "报名3个人", "报名1.5",
    "报名12、13", "@王姐 查积分", "属实离谱", "报名 ٣", "帮助大家是应该的",
    "兑换 大米2袋", "取消报名 12", "加入 平安巡逻队", "加分 李四 志愿服务 3", "积分积分",
    "活动活动筋骨", "红黑榜上有你", "查积分的举手",
)  # fmt: skip
SMALL_TALK = (
    "在吗", "你好", "谢谢", "好的", "楼上太吵了",
    "是谁举报的我", "是不是李梅举报的", "哪个举报我家的", "举报人是谁", "属实吧？",
    "属实吗", "你是真人还是机器", "我家孙子考试考了90分", "🌹🌹", "[图片]",
    "是", "不用了", "电梯坏了", "明天几度",
)  # fmt: skip


def private(text: str) -> Utterance:
    return Utterance(text, "private", addressed=True)


@pytest.mark.parametrize("text", CHATTER)
def test_chatter_is_left_alone(understanding: Understanding, text: str) -> None:
    assert understanding.read(Utterance(text, "group", addressed=False)).intent == "none"


@pytest.mark.parametrize("text", SMALL_TALK)
def test_small_talk_is_no_command(understanding: Understanding, text: str) -> None:
    assert understanding.read(private(text)).intent == "none"


@pytest.mark.parametrize("number", ["5.5", "1e3", "²", "٣", "-3", "9" * 20, "½", "两点五", "负三", "+5", "1/2"])
@pytest.mark.parametrize("word", ["加分", "扣分"])
def test_odd_numbers_never_become_points(understanding: Understanding, word: str, number: str) -> None:
    reading = understanding.read(private(f"{word} 张三 志愿服务 {number}"))
    assert "points" not in reading.slots
    assert number in reading.slots["item"]
    assert reading.oddities == (number,)


@pytest.mark.parametrize("number", ["5", "５", "五", "5分", "五分"])
def test_whole_numbers_become_points(understanding: Understanding, number: str) -> None:
    assert understanding.read(private(f"加分 张三 志愿服务 {number}")).slots["points"] == 5


@pytest.mark.parametrize("number", ["5.5", "-3", "1e3", "²"])
def test_odd_numbers_never_slip_into_a_sentence(understanding: Understanding, number: str) -> None:
    reading = understanding.read(private(f"给张三加{number}分 志愿服务"))
    assert "points" not in reading.slots


def test_yes_and_no_count_only_when_asked(understanding: Understanding) -> None:
    for text, intent in (
        ("是", "confirm"),
        ("嗯嗯", "confirm"),
        ("👌", "confirm"),
        ("算了", "decline"),
        ("不是", "decline"),
    ):
        assert understanding.read(Utterance(text, "group", addressed=False, pending=True)).intent == intent
        assert understanding.read(Utterance(text, "group", addressed=False)).intent == "none"


def test_a_bare_mention_asks_for_help(understanding: Understanding) -> None:
    assert understanding.read(Utterance("@网格小信\u2005", "group", addressed=True)).intent == "help"
    assert understanding.read(Utterance("@网格小信", "group", addressed=True)).intent == "help"


def test_a_failed_command_is_met_with_choices(understanding: Understanding) -> None:
    assert 0 < len(understanding.read(private("那个兑换券和红黑榜的事情嘛你到底搞没搞清楚哦")).suggestions) <= 3


def test_a_quote_in_the_text_is_cut_at_its_last_rule_line(understanding: Understanding) -> None:
    text = "「网格小信：【举报核实】T7K3P\n- - - - -\n事项：堆物」\n- - - - - - -\n不属实 没看到"
    reading = understanding.read(Utterance(text, "group", addressed=True))
    assert (reading.intent, reading.slots) == ("verdict", {"ref": "T7K3P", "verdict": "rejected", "note": "没看到"})


def test_a_quote_of_somebody_else_is_none(understanding: Understanding) -> None:
    assert (
        understanding.read(Utterance("「李姐：我还有几分」\n- - - -\n查积分", "group", addressed=False)).intent
        == "none"
    )
    assert understanding.read(Utterance("查积分", "group", addressed=False, quote="我还有几分")).intent == "none"


WORDS = st.sampled_from(
    [
        "举报",
        "加分",
        "查",
        "积分",
        "备注",
        "承诺",
        "3栋",
        "T7K3P",
        "「",
        "：",
        "\n- - - -\n",
        "@",
        "网格小信",
        "扣",
        "给",
        "几分",
    ]
)
ANY = st.one_of(WORDS, st.text(max_size=6), st.text(string.digits, max_size=4))


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY, max_size=12).map("".join), st.booleans(), st.booleans(), st.none() | st.text(max_size=10))
@example("加分举报\n- - - -\n", True, False, None)
def test_nothing_anybody_types_raises(text: str, addressed: bool, pending: bool, quote: str | None) -> None:
    from bot.parse import default_understanding

    reading = _shared(default_understanding).read(Utterance(text, "group", addressed, quote, pending))
    assert all(name and value not in {"", None} for name, value in reading.slots.items() if not isinstance(value, list))


_CACHE: dict[str, Understanding] = {}


def _shared(make: object) -> Understanding:
    assert callable(make)
    return _CACHE.setdefault("one", _CACHE.get("one") or make())


@pytest.mark.parametrize("text", ["承诺 不存在的", "撤回承诺 不存在", "兑换 不存在", "求助 不属实"])
def test_a_command_with_odd_words_after_it_is_no_verdict(understanding: Understanding, text: str) -> None:
    """先说了一个命令的名字，后面像“不存在”的话不是核实的答复。"""
    assert understanding.read(Utterance(text, "private", addressed=True)).intent not in {"verdict", "ballot"}


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        ("我想跟你们反映一个事儿", "tip_submit", {}),
        ("不留名举报 3栋有人赌博", "tip_submit", {"content": "3栋有人赌博"}),
        ("举报会不会被人知道", "help", {"topic": "举报"}),
        ("举报有奖励吗", "help", {"topic": "举报"}),
        ("举报有人泄露业主信息", "tip_submit", {"content": "有人泄露业主信息"}),
        ("我不想报了，回执3847 1029 5561 0923", "tip_supplement", {"receipt": "3847102955610923"}),
        ("问一下T7K3P的举报人有没有照片", "ask_reporter", {"ref": "T7K3P", "question": "有没有照片"}),
        ("T7K3P 去了两次没人，核实不了", "verdict", {"ref": "T7K3P", "verdict": "unclear"}),
        ("找不到回执号了怎么办", "tip_status", {}),
        ("我的回执忘了抄", "tip_status", {}),
        ("做一张三网格的海报", "poster", {"grid": "三网格"}),
        ("生成海报", "poster", {}),
        ("T7K3P经核查属实，已整改", "verdict", {"ref": "T7K3P", "verdict": "confirmed", "note": "已整改"}),
    ],
)
def test_around_a_tip_off(understanding: Understanding, text: str, intent: str, slots: dict[str, str]) -> None:
    reading = understanding.read(private(text))
    assert (reading.intent, reading.slots) == (intent, slots)


def test_an_example_in_a_quoted_sentence_is_nobodys_receipt(understanding: Understanding) -> None:
    need = "请把 16 位回执号一起发给我，例如“补充 3847 1029 5561 0923”。"
    first = "收到了。回执号 3847 1029 5561 0923，只显示这一次，请抄下来。"
    for quote, slots in ((need, {}), (first, {"receipt": "3847102955610923"})):
        reading = understanding.read(Utterance("补充 昨晚又充了", "private", addressed=True, quote=quote))
        assert reading.slots == slots | {"content": "昨晚又充了"}


def test_a_line_to_hand_in_is_offered_a_tip_off(understanding: Understanding) -> None:
    assert understanding.read(private("我有个线索要提供，3栋有人群租")).suggestions == ("举报",)


APART = {
    "others": ("李桂芬家扣了几分", "帮我看看孙子王伟的分", "张三多少分", "3-2-501的积分", "我老公是几级"),
    "waved": ("报名 12，算了", "兑换大米2袋，不要了", "加分 张三 志愿服务 5 算了"),
    "undo": ("上一条撤回", "撤回刚才那条", "把刚才登记的取消"),
    "unfinished": ("给王伟加5分", "加分 王伟 5", "帮我加分", "换大米", "文明养犬", "我搬家了"),
    "voice": ("[语音]",),
    "emergency": ("着火了！！", "楼上冒烟了", "有人晕倒了", "电梯困人了"),
}


@pytest.mark.parametrize(("talk", "text"), [(talk, text) for talk, texts in APART.items() for text in texts])
def test_what_is_no_command_is_told_apart(understanding: Understanding, talk: str, text: str) -> None:
    reading = understanding.read(private(text))
    assert (reading.intent, reading.talk) == ("none", talk)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("高空抛物扣了几分", "rules_query"),
        ("献血有几分", "rules_query"),
        ("给老人让座加分吗", "rules_query"),
        ("查下我的信用等级", "rating_query"),
        ("12号活动不去了，算了", "activity_leave"),
        ("谁会看到我的举报", "tip_viewers"),
        ("27号活动我不想去了，帮我退了", "activity_leave"),
    ],
)
def test_what_only_looks_like_it_is_read_as_before(understanding: Understanding, text: str, intent: str) -> None:
    assert understanding.read(private(text)).intent == intent


@pytest.mark.parametrize(
    "wanted", ["打开{}", "{}在哪里查", "把{}发我看看", "最新的{}", "{}拿来看看", "给我{}", "我想看{}"]
)
@pytest.mark.parametrize(
    ("name", "intent"),
    [
        ("积分", "points_query"),
        ("积分清单", "rules_query"),
        ("信用等级", "rating_query"),
        ("承诺书", "pledge_list"),
        ("红榜", "board_query"),
        ("信用修复", "repair_query"),
        ("志愿队", "team_list"),
    ],
)
def test_a_thing_is_seen_by_its_name(understanding: Understanding, name: str, intent: str, wanted: str) -> None:
    assert understanding.read(private(wanted.format(name))).intent == intent


def test_two_questions_keep_the_second_for_the_answer(understanding: Understanding) -> None:
    reading = understanding.read(private("查积分，上个月红黑榜"))
    assert (reading.intent, dict(reading.slots), reading.unanswered) == ("points_query", {}, ("上个月红黑榜",))


@pytest.mark.parametrize(
    "text",
    [
        "红黑榜发布了没", "报名 12 了没", "12号活动取消了吗", "给张三加分了没有", "退订了没", "解绑了吗", "P8认领了没",
        "是不是属实", "申诉要多久", "求助没人理", "兑换失败", "调解结果出来没", "发通知了吗",
        "被人举报了", "超市今天打折",
    ],
)  # fmt: skip
def test_who_asks_whether_something_was_done_does_nothing(understanding: Understanding, text: str) -> None:
    assert understanding.read(private(text)).intent == "none"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("举报 楼上又养鸡了，有人管了吗", "tip_submit"),
        ("申诉 L1024 没人通知我", "appeal"),
        ("追问 T7K3P 车牌看清了吗", "ask_reporter"),
        ("调解 没人管的狗", "dispute_request"),
        ("通知 停水了", "announce"),
        ("红黑榜可以发布了", "board_publish"),
    ],
)
def test_words_of_ones_own_may_ask_what_they_like(understanding: Understanding, text: str, intent: str) -> None:
    assert understanding.read(private(text)).intent == intent
