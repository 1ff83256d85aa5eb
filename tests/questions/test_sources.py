"""Thirty-odd questions as people type them, with the source that has to answer, and what no list can know."""

import pytest

from bot.rules.loader import default_rules
from handlers.questions.answering import source_for

ANSWERED = {
    "电动车能进电梯吗": "RN08 C02",
    "养狗要办证吗": "R26 RN03 C01",
    "志愿服务一小时几分": "R07",
    "承诺能撤回吗": "撤回",
    "积分会过期吗": "可用积分",
    "电瓶车可以推上楼吗": "RN07",
    "可以在家里给电动车充电吗": "RN10 C02",
    "能不能拉飞线充电": "RN09",
    "遛狗要牵绳吗": "RN01 C01",
    "狗屎没清理会怎么样": "RN02",
    "垃圾不分类会扣分吗": "C04 R27 RN13",
    "高空抛物扣多少": "RN15",
    "路边烧纸钱行不行": "RN19",
    "晚上装修可以吗": "RN17 C05",
    "会影响征信吗": "适用范围",
    "积分能换现金吗": "兑换办法",
    "小孩会被扣分吗": "未成年人",
    "扣错了怎么办": "申诉",
    "扣的分还能补回来吗": "修复",
    "一个月最多扣多少分": "上限",
    "第一次就扣分吗": "先提醒",
    "不参加会怎么样": "自愿",
    "别人看得到我的积分吗": "个人信息",
    "会公布我的名字吗": "公示",
    "兑换了信用分会少吗": "两本账",
    "参加巡逻有分吗": "R22",
    "清理楼道加几分": "R28",
    "捐书给图书角加分吗": "R16",
    "承诺书管多久": "期限",
    "信用分从多少开始算": "信用分",
    "见义勇为加几分": "R10",
    "占用消防通道会怎样": "RN11 C03",
    "可以带狗去儿童游乐场吗": "RN05 C01",
    "能在电梯里遛狗吗": "C01 RN01",
    "电动车能改装吗": "RN12 C02",
}
UNKNOWN = (
    "明天几点停水",
    "健身房几点开门",
    "居委会电话多少",
    "快递放在哪里",
    "社保怎么办理",
    "路灯坏了找谁",
    "疫苗在哪打",
    "物业费多少钱一平",
    "今天天气怎么样",
    "老年食堂在哪里",
    "怎么开居住证明",
    "图书室开到几点",
    "水管漏了找谁修",
    "电梯坏了多久修好",
    "狗丢了怎么办",
    "选举什么时候",
    "业委会怎么成立",
)


@pytest.mark.parametrize(("question", "sources"), ANSWERED.items())
def test_the_rules_answer(question: str, sources: str) -> None:
    """Each question finds one of the lines that hold its answer."""
    found = source_for(question, "resident", default_rules())
    assert found is not None
    assert any(one in found.origin for one in sources.split())


@pytest.mark.parametrize("question", UNKNOWN)
def test_what_the_rules_do_not_know_is_left_to_a_person(question: str) -> None:
    """No list answers what it does not hold."""
    assert source_for(question, "resident", default_rules()) is None


def test_a_shop_is_answered_by_its_own_lists() -> None:
    """门口能摆摊吗 is about the shop's own line."""
    found = source_for("店外能摆摊经营吗", "merchant", default_rules())
    assert found is not None
    assert "MN05" in found.origin
