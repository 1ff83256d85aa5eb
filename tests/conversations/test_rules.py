"""Asking what the rules say."""

import re

from bot.dispatch.limits import Pace
from tests.conversations.conftest import Community


async def test_help_is_four_lines_that_fit_the_role(community: Community) -> None:
    """帮助 → 加减乘除四行；网格员看到登记的说法。"""
    (resident,) = await community.say("李桂芬", "帮助")
    (worker,) = await community.say("段家荣", "帮助")
    for said in (resident, worker):
        assert [line[:3] for line in said.removeprefix("李桂芬: ").removeprefix("段家荣: ").splitlines()[:4]] == [
            "【加】",
            "【减】",
            "【乘】",
            "【除】",
        ]
    assert "加分 3栋2单元501" in worker
    assert "加分 3栋2单元501" not in resident


async def test_help_about_one_matter_is_short(community: Community) -> None:
    """帮助 举报、怎么兑换、帮助 加：五行以内。"""
    for asked in ("帮助 举报", "怎么兑换", "帮助 加", "帮助 信用等级", "帮助 飞碟"):
        (said,) = await community.say("李桂芬", asked)
        assert 1 <= len(said.splitlines()) <= 5, asked


async def test_a_line_of_the_positive_list(community: Community) -> None:
    """参加志愿服务加几分 → 分值、上限、凭什么、谁确认。"""
    (said,) = await community.say("李桂芬", "参加志愿服务加几分")
    assert "每小时 +1 分，每天最多 8 分" in said
    assert "凭签到签退" in said


async def test_a_line_of_another_kinds_list_is_named_so(community: Community) -> None:
    """居民问占道经营 → 说明是商铺的清单，再给那一行；不推荐不相干的。"""
    (said,) = await community.say("李桂芬", "占道经营扣多少分")
    assert said.startswith("李桂芬: 这是商铺的清单，您的清单里没有这一项：\n占道经营")


async def test_a_line_of_the_negative_list(community: Community) -> None:
    """遛狗不牵绳扣多少分 → 分值、提醒、修复、依据。"""
    (said,) = await community.say("李桂芬", "遛狗不牵绳扣多少分")
    assert "每次 −3 分" in said
    assert "参加文明养犬宣讲 1 次并重签承诺" in said
    assert "7 天内可以申诉" in said


async def test_a_stranger_may_ask_too(community: Community) -> None:
    """没绑定也能看清单和公约。"""
    await community.enter("路人", address="9栋1单元101", bound=False)
    assert "公共秩序" in (await community.say("路人", "负面清单"))[0]
    assert "7. 守信得实惠" in (await community.say("路人", "居民公约"))[0]


async def test_help_names_only_what_is_open(community: Community) -> None:
    """帮助 → 只说已经开通的；照着发，没有一句答“还没有开通”。"""
    for name, topics in {"李桂芬": ("", "加", "减", "乘", "除", "兑换", "绑定"), "段家荣": ("",)}.items():
        for topic in topics:
            # Many words in one breath: how often one may speak is another test's matter.
            community.app.dispatcher._pace = Pace(lambda: 0.0)
            (said,) = await community.say(name, f"帮助 {topic}".strip())
            for words in re.findall("“([^”]+)”", said):
                if not words.startswith("帮助"):
                    answers = await community.say(name, words)
                    assert not any("还没有开通" in one for one in answers), words


async def test_help_in_a_group_is_said_once_in_ten_minutes(community: Community) -> None:
    """群里发两次 帮助 → 第二次私下给；别人照样能看到一次；十分钟后又能看到。"""
    assert any("【加】" in one for one in await community.say("李桂芬", "帮助", group=True) if one.startswith("群"))
    again = await community.say("李桂芬", "帮助", group=True)
    assert "群: 已私信您。" in again
    assert any("【加】" in one for one in again if one.startswith("李桂芬"))
    assert any("【加】" in one for one in await community.say("张三", "帮助", group=True) if one.startswith("群"))
    community.pass_time(minutes=11)
    assert any("【加】" in one for one in await community.say("李桂芬", "帮助", group=True) if one.startswith("群"))
