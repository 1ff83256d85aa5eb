"""Who judges a tip-off, who must not, and what becomes of it when nobody does."""

import re
from pathlib import Path

from domain.tips.queries import (
    RewardOpen,
    TipByReceipt,
    TipCounts,
    TipEchoes,
    TipStaff,
    TipsToHandOver,
)
from domain.tips.topics import endangers
from storage.vault.vault import Vault
from tests.conversations.conftest import BOT, Community
from tests.conversations.tips import batch, code_in, report, staff, voucher_batch


async def test_a_finding_does_not_repeat_the_tip(community: Community) -> None:
    """备注照抄举报原话 12 个字：不登记；换成自己的话：登记。"""
    await community.enter("老王烧烤", address="3栋底商2号", kind="merchant")
    await report(community, "李桂芬", "举报 老王烧烤把桌子摆到了盲道上来往的人都走不了", "是")
    await batch(community)
    (refused,) = await community.say("段家荣", "扣分 老王烧烤 占道经营 3 备注 桌子摆到了盲道上，来往的人都走不了")
    assert "原话" in refused
    (taken,) = await community.say("段家荣", "扣分 老王烧烤 占道经营 3 备注 现场有六张桌子占道")
    assert "老王烧烤" in taken
    assert "原话" not in taken


async def test_no_word_of_staff_repeats_a_tip_even_after_a_restart(community: Community, tmp_path: Path) -> None:
    """照抄原话：追问、核实的备注、群通知都不行；重启以后也一样；在群里说的，只私下提醒。"""
    told = "老王烧烤把桌子摆到了盲道上来往的人都走不了"
    await report(community, "李桂芬", f"举报 {told}", "是")
    code = code_in(await batch(community))
    said = (f"追问 {code} {told}在几号", f"核实 {code} 不属实 没看到{told}", f"通知 有人反映{told}")
    for text in said:
        (refused,) = await community.say("段家荣", text)
        assert "原话" in refused
    lines = await community.say("段家荣", f"{BOT} 通知 有人反映{told}", group=True)
    assert [line.split(": ")[0] for line in lines if "原话" in line] == ["段家荣"]
    assert not any("原话" in line for line in lines if line.startswith("群"))
    persons = frozenset(one.person for one in await community.app.store.answer(TipStaff()) if one.name == "段家荣")
    community.app.store.reader.vault = Vault(tmp_path / "keys")
    assert await community.app.store.answer(TipEchoes(told[3:15], persons))
    assert not await community.app.store.answer(TipEchoes(told[:11], persons))
    assert "转问" in (await community.say("段家荣", f"追问 {code} 请问桌子有几张"))[0]


SAME, AGAIN = "3栋楼道堆满纸箱", "3栋楼道的纸箱堆满了，过不去人"


async def _told_twice(community: Community) -> tuple[str, str, str]:
    """Two tips on one matter, the second while the first is being checked: both receipts, and the one code."""
    await staff(community)
    first = await report(community, "李桂芬", f"举报 {SAME}", "是")
    code = code_in(await batch(community))
    second = await report(community, "张三", f"举报 {AGAIN}", "是")
    assert "已收到，下一批" in (await community.say("张三", f"举报进度 {second}"))[0]
    more = await batch(community)
    assert all(f"【举报核实】{code}（补充）" in one["text"] and AGAIN in one["text"] for one in more)
    return first, second, code


async def test_tips_on_one_matter_are_checked_as_one(community: Community) -> None:
    """两人报同一件事：核查人手上只有一件，两人都知道结果；后报的看不出还有别人报过，奖励归先报的。"""
    first, second, code = await _told_twice(community)
    assert len(re.findall(r"T[A-Z0-9]{5}", "".join(await community.say("段家荣", "今日")))) == 1
    assert (await community.say("张三", f"举报进度 {second}"))[0].endswith("进度：已转给核查人。")
    assert "2 人看过" in (await community.say("张三", f"谁看过 {second}"))[0]
    assert "下一批" in (await community.say("张三", f"补充 {second} 现在更多了"))[0]
    assert all(f"{code}（补充）" in one["text"] for one in await batch(community))
    judged = await community.say("段家荣", f"核实 {code} 属实 已劝导")
    assert {line.split(": ")[0] for line in judged if "已核实，属实" in line} == {"李桂芬", "张三"}
    assert "已核实，属实" in (await community.say("张三", f"举报进度 {second}"))[0]
    assert "没有可以领的奖励" in (await community.say("张三", f"领取奖励 {second}"))[0]
    assert await community.app.store.answer(RewardOpen(first.replace(" ", "")))
    assert "已经办结" in (await community.say("张三", f"补充 {second} 又来了"))[0]


async def test_what_is_left_when_the_first_takes_it_back(community: Community) -> None:
    """先报的撤回：后报的那件自己接着查，编号换成它自己的。"""
    first, second, code = await _told_twice(community)
    await community.say("李桂芬", f"补充 {first} 撤回")
    assert "都删掉了" in (await community.say("李桂芬", "是"))[0]
    shown = "".join(await community.say("段家荣", "今日"))
    (own,) = set(re.findall(r"T[A-Z0-9]{5}", shown))
    assert own != code
    await community.say("段家荣", f"核实 {own} 属实")
    assert "已核实，属实" in (await community.say("张三", f"举报进度 {second}"))[0]


async def test_a_verdict_that_goes_back_and_forth_rewards_once(community: Community) -> None:
    """属实 → 领了券 → 监督员改成不属实 → 又改成属实：不能再领；没领就改的，奖励收回。"""
    await staff(community)
    await voucher_batch(community)
    for taken in (True, False):
        receipt = await report(community, "李桂芬", f"举报 {3 + taken}栋楼道堆满纸箱", "是")
        code = code_in(await batch(community))
        await community.say("段家荣", f"核实 {code} 属实")
        if taken:
            await community.say("李桂芬", f"领取奖励 {receipt}")
            assert "券码" in (await community.say("李桂芬", "是"))[0]
        for verdict in ("不属实 看错了", "属实"):
            assert code in (await community.say("罗琼", f"核实 {code} {verdict}"))[0]
            assert "没有可以领的奖励" in (await community.say("李桂芬", f"领取奖励 {receipt}"))[0]


async def test_the_worker_learns_nothing_of_a_tip_about_himself(community: Community) -> None:
    """举报段家荣：只有罗琼收到；段家荣看到的每一个字都和没有这件事时一样。"""
    await staff(community)

    async def seen(note: str) -> list[str]:
        found = [
            await community.say(name, text) for name in ("段家荣", "周敏") for text in ("今日", "待办", "属实", note)
        ]
        return [line for lines in found for line in lines]

    before = await seen("核实 TAAAAA 属实")
    receipt = await report(community, "李桂芬", "举报 网格员段家荣收了别人的礼", "是")
    assert "已收到" in (await community.say("李桂芬", f"举报进度 {receipt}"))[0]
    cards = await batch(community)
    assert [line.split(":")[0] for line in community.as_lines(cards)] == ["罗琼"]
    code = code_in(cards)
    after = await seen(f"核实 {code} 属实")
    assert [line.replace(code, "TAAAAA") for line in after] == before
    asked = [await community.say("段家荣", f"追问 {one} 几点") for one in (code, "TAAAAA")]
    assert asked[0][0].replace(code, "TAAAAA") == asked[1][0]
    assert "记为无法核实" in (await community.say("罗琼", f"核实 {code} 无法核实"))[0]


async def test_where_everybody_is_concerned_nothing_is_stored(community: Community) -> None:
    """举报书记和监督员：不存，告诉 12345 和 12388。"""
    await staff(community)
    (said,) = await community.say("李桂芬", "举报 社区书记让监督员罗琼压下处罚")
    assert "12345" in said
    assert "12388" in said
    assert await community.app.store.answer(TipsToHandOver()) == ()


async def test_a_worker_who_supervises_himself_gets_nothing(community: Community) -> None:
    """王建国既是网格员又是监督员：举报他的事不存，告诉 12345；有书记就只给书记。"""
    await community.enter("王建国", "grid_worker")
    await community.enter("王建国", "supervisor", known_as="王建国（监督员）")
    assert "12345" in (await community.say("李桂芬", "举报 王建国收了201的礼"))[0]
    assert await community.app.store.answer(TipsToHandOver()) == ()
    await community.enter("白云", "secretary")
    await report(community, "李桂芬", "举报 王建国收了202的礼", "是")
    assert [line.split(":")[0] for line in community.as_lines(await batch(community))] == ["白云"]


async def test_serious_ones_need_two(community: Community) -> None:
    """严重的事：段家荣属实 → 等另一人；自己再说一次不算；周敏属实 → 成立。"""
    await staff(community)
    serious = next(one for one in community.app.rules.negative.items if one.severity == "serious")
    text = f"5栋{serious.title}"
    receipt = await report(community, "李桂芬", f"举报 {text}", "不用" if endangers(text) else "是")
    cards = await batch(community)
    code = code_in(cards)
    people = [line.split(":")[0] for line in community.as_lines(cards)]
    first, second = people
    lines = await community.say(first, f"核实 {code} 属实")
    assert "还要另一人" in lines[0]
    assert any(line.startswith(f"{second}: 【举报核实】{code}") for line in lines)
    assert "正等另一人" in (await community.say(first, f"核实 {code} 属实"))[0]
    assert "记为属实" in (await community.say(second, f"核实 {code} 属实"))[0]
    assert await community.app.store.answer(RewardOpen(receipt.replace(" ", "")))


async def test_a_changed_mind_needs_the_supervisor(community: Community) -> None:
    """段家荣属实后又说不属实：请监督员；罗琼改 → 改了。"""
    await staff(community)
    await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    code = code_in(await batch(community))
    assert "记为属实" in (await community.say("段家荣", f"{code} 属实"))[0]
    assert "请监督员" in (await community.say("段家荣", f"{code} 不属实 看错了"))[0]
    assert "没有改动" in (await community.say("段家荣", f"{code} 属实"))[0]
    assert "记为不属实" in (await community.say("罗琼", f"{code} 不属实 看错了"))[0]
    counts = await community.app.store.answer(TipCounts("2026-11"))
    assert counts["confirmed"] == 1


async def test_a_doubtful_word_is_no_verdict(community: Community) -> None:
    """属实吧？→ 请只回复“属实”；不属实没有原因 → 问原因。"""
    await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    code = code_in(await batch(community))
    assert "您是不是想" in (await community.say("段家荣", "属实吧？"))[0]
    assert "现在什么都没有记" in (await community.say("段家荣", f"{code} 属实？"))[0]
    assert "为什么不属实" in (await community.say("段家荣", f"{code} 不属实"))[0]
    assert "记为不属实" in (await community.say("段家荣", "没有看到"))[0]


async def test_other_people_decide_nothing(community: Community) -> None:
    """居民说不属实、别的网格的人说属实：和编号不存在时一样，什么都没有变。"""
    await community.enter("王芳", "grid_worker", grid="一网格")
    receipt = await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    code = code_in(await batch(community))
    for name in ("张三", "王芳"):
        real = await community.say(name, f"{code} 不属实 没有")
        made_up = await community.say(name, "TAAAAA 不属实 没有")
        assert [line.replace(code, "TAAAAA") for line in real] == made_up
    case = await community.app.store.answer(TipByReceipt(receipt.replace(" ", "")))
    assert case
    assert case.state == "handed"


async def test_one_verdict_however_often_it_arrives(community: Community) -> None:
    """同一条“属实”到了三次：一个结论，一份奖励。"""
    await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    code = code_in(await batch(community))
    body = {"from": community.ids["段家荣"], "scene": "private", "text": f"{code} 属实", "message_id": "v1"}
    sent = [(await community.stage.say(body))["sent"] for _ in range(3)]
    assert [len(one) > 0 for one in sent] == [True, False, False]
    assert (await community.app.store.answer(TipCounts("2026-11")))["confirmed"] == 1


async def test_recipients_are_reminded(community: Community) -> None:
    """三天没去看、十天没答复：提醒段家荣；第十一天白云接手，不给她看内容，她答复就结案。"""
    await staff(community)
    await report(community, "李桂芬", "举报 楼道堆满纸箱", "是")
    code = code_in(await batch(community))
    told: dict[str, str] = {}
    for _ in range(12):
        for one in (await community.stage.turn({"step": "days:1"}))["sent"]:
            line = community.as_lines([one])[0]
            if code in line and "天" in line:
                told[f"{line.split(':')[0]} {one['at'][:10]} {one['at'][11:16]}"] = line
    assert [key.split(" ")[0] for key in told] == ["段家荣", "周敏", "段家荣", "周敏", "白云"]
    assert {key.split(" ")[2] for key in told} == {"09:40"}
    assert "纸箱" not in "".join(told.values())
    assert code in "".join(await community.say("白云", "待办"))
    assert "记为属实" in (await community.say("白云", f"核实 {code} 属实 已清走"))[0]
    assert "没有找到" in (await community.say("段家荣", f"追问 {code} 在几楼"))[0]
