"""The quarterly red and black board: drawn, voted on, told of, published, put right, taken down."""

import json

from domain.attachments import AttachmentOf
from domain.boards.document import board_picture
from domain.boards.states import Kept, assessed, taken_down
from domain.calendar import PUBLISHING, PauseJob
from domain.code import NewCode
from domain.consents import ConsentsTo
from domain.decision import Unit
from domain.enrolment import EnrolSubject
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import MatterAt, Step
from domain.members import FindSubjects
from domain.standing import EntriesByCode
from tests.conversations.conftest import Community
from tests.conversations.street import at, passing, street

BOARD = "B2026Q4"
WORKER = Hand(0, "system", "二网格")


async def post(community: Community, *effects: object) -> None:
    """Straight into the book."""
    await community.app.store.post(Unit(None, effects, at=int(community.clock.now().timestamp() * 1000)))


async def subject(community: Community, name: str) -> int:
    """The number of a subject."""
    (found,) = await community.app.store.answer(FindSubjects(name=name))
    return found.id


async def entry(community: Community, name: str, item: str, amount: int, on: str = "2026-11-20") -> None:
    """One entry of the credit account."""
    contra = "deduct" if amount < 0 else "issue"
    code = NewCode("L")
    number = await subject(community, name)
    mark = RuleMark(item, "v1", "")
    made = NewEntry(code, number, "credit", contra, amount, f"test:{name}:{item}:{on}", mark, WORKER, on)  # type: ignore[arg-type]
    await post(community, made)


async def quarter(community: Community) -> None:
    """A street, a building of twelve households, an assessment, four deductions and one resident of grade AA."""
    await street(community)
    await post(community, assessed(community.clock.now()))
    homes = [EnrolSubject("resident", f"住户{n}", "二网格", f"3栋1单元{n}01", minor=n == 12) for n in range(1, 13)]
    await post(community, *homes)
    await entry(community, "老王烧烤", "MN05", -3)
    await entry(community, "住户1", "RN09", -5)
    for number in (2, 3, 4):
        await entry(community, f"住户{number}", "RN18", -5)
    await entry(community, "住户5", "RN13", -1)
    await entry(community, "李桂芬", "R01", 30)


async def drafts(community: Community) -> list[str]:
    """Until the draft is out, told to the management group."""
    return await passing(community, at(1, 1, 10, 2027))


async def test_a_quarter_of_the_board(community: Community) -> None:
    """1 日草案和红榜提问；2 日告知；两人同意；10 日公布；修复当天撤下；90 天后到期撤下。"""
    await quarter(community)
    sent = await drafts(community)
    (card,) = [line for line in sent if line.startswith("罗琼: 【评榜】B2026Q4")]
    assert "L2 3栋 住* → 邻居看到“3栋 飞线充电、私拉电线插座充电 1 件”，符合的有 13 户" in card
    assert "L1 老* → 邻居看到“老王烧烤 占道经营、超门窗经营 1 件”，按店招或单位名" in card
    assert "二网格 损坏公共设施、绿化且不修复 3 件" in card
    assert "可公示 5 起 = 上榜 5，已整改 0；其余另计 1 起" in card
    (asked,) = [line for line in sent if line.startswith("李桂芬: 恭喜")]
    assert "6栋 李*" in asked
    assert "还没有公布，2027 年 1月10日 10:00" in (await community.say("张三", "红黑榜"))[0]
    await community.say("李桂芬", "同意公示")
    await community.say("李桂芬", "不用")

    told = await passing(community, at(1, 2, 12, 2027))
    (shop,) = [line for line in told if line.startswith("老王烧烤: 您的 L1")]
    assert "“老王烧烤 占道经营、超门窗经营 1 件”" in shop
    assert "1月9日 10:00 前发“申诉 L1 理由”" in shop
    assert "没有两人同意" in (await community.say("白云", "发布红黑榜"))[0]
    assert "1 人同意" in (await community.say("罗琼", "评榜 B2026Q4 同意"))[0]
    community.pass_time(minutes=11)
    assert "已经表过态" in (await community.say("罗琼", "评榜 B2026Q4 同意"))[0]
    assert "两人已同意" in (await community.say("白云", "评榜 B2026Q4 同意"))[0]
    assert "异议期到 1月9日" in (await community.say("白云", "发布红黑榜"))[0]

    groups = [line for line in await passing(community, at(1, 10, 11, 2027)) if line.startswith("群: 【红黑榜】")]
    (board,) = groups
    assert "红榜 1 位：6栋 李*。" in board
    assert "· 3栋 飞线充电、私拉电线插座充电 1 件" in board
    assert "· 老王烧烤 占道经营、超门窗经营 1 件" in board
    assert "可公示 5 起 = 上榜 5，已整改 0；其余另计 1 起。" in board
    assert "4月10日撤下" in board
    assert not any(name in board for name in ("住户", "李桂芬", "若干"))
    (shown,) = await community.say("张三", "@网格小信 黑榜", group=True)
    assert "老王烧烤" in shown
    assert "红榜 1" not in shown
    await picture(community)

    await community.say("李桂芬", "撤回公示同意")
    await entry(community, "老王烧烤", "MN05", -3, "2027-01-10")
    await repaired(community)
    assert not [line for line in await passing(community, at(1, 12, 12, 2027)) if "红黑榜" in line]
    (shown,) = await community.say("张三", "红黑榜")
    assert "老王烧烤" not in shown
    assert "李*" not in shown
    assert "可公示 5 起 = 上榜 5，已整改 1；其余另计 1 起。" in shown
    await passing(community, at(4, 10, 12, 2027))
    assert "已到期撤下" in (await community.say("张三", "红黑榜 B2026Q4"))[0]
    await post(community, taken_down(await kept_of(community, "B2027Q1"), Step("taken_down", note="有争议")))
    assert (await community.say("张三", "红榜"))[0].startswith("张三: 2027 年第一季度的红黑榜已撤下")
    assert "2027 年第一季度" in (await community.say("张三", "红黑榜"))[0]
    assert await community.proof() == ()


async def repaired(community: Community) -> None:
    """The points of L1 come back."""
    number = await subject(community, "老王烧烤")
    back = NewEntry(1, number, "credit", "deduct", 2, "repair:L1", RuleMark("MN05", "v1", ""), WORKER, "2027-01-11")
    await post(community, back)


async def kept_of(community: Community, code: str = BOARD) -> Kept:
    """The board as it is kept."""
    found = await community.app.store.answer(MatterAt(code))
    assert found is not None
    return Kept(found)


async def picture(community: Community) -> None:
    """The picture goes along, kept with its form."""
    kept = await kept_of(community)
    assert kept.shown is not None
    rules, grids = community.app.rules, {"二网格": "二网格"}
    made = board_picture(kept.shown, rules, kept.taken_down_at(rules), grids)
    found = await community.app.store.answer(AttachmentOf(made.id))
    assert found is not None
    assert found.form == "board"
    assert any("3栋" in line for line in json.loads(found.body)["document"]["lines"])


async def voted(community: Community) -> None:
    """Two people say yes."""
    await community.say("罗琼", "评榜 B2026Q4 同意")
    await community.say("白云", "评榜 B2026Q4 同意")


async def test_without_two_votes_the_counts_go_out_and_the_full_one_follows(community: Community) -> None:
    """10 日没有两人同意 → 只列数字；后来同意了 → 第二天公布全文，也可以书记手动发布。"""
    await quarter(community)
    await drafts(community)
    sent = await passing(community, at(1, 10, 11, 2027))
    (board,) = [line for line in sent if line.startswith("群: 【红黑榜】")]
    assert "（只列数字）" in board
    assert "红榜：1 位信用优秀" in board
    assert "老王" not in board
    assert "3栋" not in board
    assert "可公示 5 起 = 上榜 5" in board
    assert "还没有两人同意" in (await community.say("白云", "发布红黑榜"))[0]
    await voted(community)
    await post(community, PauseJob(PUBLISHING, paused=True))
    assert "这一条没有发出去" in (await community.say("白云", "发布红黑榜"))[0]
    await post(community, PauseJob(PUBLISHING, paused=False))
    sent = await passing(community, at(1, 11, 12, 2027))
    (board,) = [line for line in sent if line.startswith("群: 【红黑榜】")]
    assert "老王烧烤 占道经营、超门窗经营 1 件" in board


async def test_a_no_needs_a_new_draft_and_new_votes(community: Community) -> None:
    """反对 → 书记知道原因，出第二稿，重新评榜；引用卡片也能表态；网格员预览不保存。"""
    await quarter(community)
    sent = await drafts(community)
    assert any("【评榜】B2026Q4" in line for line in sent)
    said = await community.say("何勇", "评榜 B2026Q4 反对 名单有误")
    assert "反对已记下" in said[0]
    assert any(line.startswith("白云: B2026Q4 有人反对：名单有误") for line in said)
    await voted(community)
    assert "没有两人同意" in (await community.say("白云", "发布红黑榜"))[0]
    shown = await community.sent("白云", "生成红黑榜")
    assert "第 2 稿已出" in shown[0]["text"]
    cards = [one for one in shown if "【评榜】B2026Q4" in one["text"]]
    assert len(cards) >= 3
    community.pass_time(minutes=11)
    mine = next(one for one in cards if community.as_lines([one])[0].startswith("罗琼"))
    assert "1 人同意" in (await community.say("罗琼", "同意", quote=mine["id"]))[0]
    assert "两人已同意" in (await community.say("何勇", "评榜 B2026Q4 同意"))[0]
    (preview,) = await community.say("段家荣", "生成红黑榜")
    assert "第 2 稿" in preview
    assert "没有找到" not in preview


async def test_nobody_votes_on_the_own_household(community: Community) -> None:
    """名单上有自己家的，不能表决。"""
    await quarter(community)
    await entry(community, "罗琼", "RN09", -5)
    await community.enter("罗琼", "supervisor", address="3栋1单元101", known_as="罗家")
    await drafts(community)
    assert "您家" in (await community.say("罗家", "评榜 B2026Q4 同意"))[0]
    assert "不在名单里" in (await community.say("段家荣", "评榜 B2026Q4 同意"))[0]
    assert "还没有草案" in (await community.say("何勇", "评榜 B2026Q1 同意"))[0]


async def test_what_is_reversed_after_publication_is_corrected_as_widely(community: Community) -> None:
    """公布后申诉成立撤销 → 第二天同样的群、全文更正；没有评估的社区只列数字。"""
    await quarter(community)
    await drafts(community)
    await passing(community, at(1, 2, 12, 2027))
    await voted(community)
    await passing(community, at(1, 10, 11, 2027))
    (first,) = await community.app.store.answer(EntriesByCode(1))
    mark = RuleMark(first.item, first.version, "")
    undone = NewEntry(1, first.subject, "credit", "deduct", 3, "reversal:1", mark, WORKER, "2027-01-10", reverses=1)
    await post(community, undone)
    sent = await passing(community, at(1, 11, 12, 2027))
    (told,) = [line for line in sent if line.startswith("群: 更正")]
    assert "“老王烧烤 占道经营、超门窗经营 1 件”" in told.splitlines()[0]
    assert "可公示 4 起 = 上榜 4" in told
    assert len(told) > 200
    assert not [line for line in await passing(community, at(1, 13, 12, 2027)) if "更正" in line]


async def test_a_month_settled_after_publication_is_told_as_widely(community: Community) -> None:
    """公布以后才月结入账的 → 当天同样的群、全文补充，只进件数，不单独列名；只说一次；同时有撤销的，一条里说清。"""
    await quarter(community)
    await drafts(community)
    await passing(community, at(1, 2, 12, 2027))
    await voted(community)
    await passing(community, at(1, 10, 11, 2027))
    await entry(community, "住户6", "RN07", -3, "2026-12-31")
    sent = await passing(community, at(1, 11, 12, 2027))
    (told,) = [line for line in sent if line.startswith("群: 补充")]
    assert "又入账 1 起" in told.splitlines()[0]
    assert "可公示 6 起 = 上榜 6" in told
    assert "电动车或电池进楼道" not in told
    assert not [line for line in await passing(community, at(1, 13, 12, 2027)) if "补充" in line]
    (first,) = await community.app.store.answer(EntriesByCode(1))
    mark = RuleMark(first.item, first.version, "")
    undone = NewEntry(1, first.subject, "credit", "deduct", 3, "reversal:1", mark, WORKER, "2027-01-13", reverses=1)
    await post(community, undone)
    await entry(community, "住户7", "RN07", -3, "2026-12-31")
    sent = await passing(community, at(1, 14, 12, 2027))
    (both,) = [line for line in sent if line.startswith("群: 更正")]
    assert both.splitlines()[1].startswith("补充：")
    assert "可公示 6 起 = 上榜 6" in both


async def test_a_late_settlement_makes_a_new_draft(community: Community) -> None:
    """草案以后才入账的 → 第二稿，新上名单的人也告知、也有七天；旧票不算。"""
    await quarter(community)
    await drafts(community)
    await passing(community, at(1, 2, 10, 2027))
    await voted(community)
    await entry(community, "住户6", "RN07", -3, "2026-12-31")
    sent = await passing(community, at(1, 3, 12, 2027))
    assert any("第 2 稿" in line for line in sent if line.startswith("罗琼"))
    assert not (await kept_of(community)).approved
    await passing(community, at(1, 4, 12, 2027))
    assert set((await kept_of(community)).told) >= {"L8"}
    await voted(community)
    sent = await passing(community, at(1, 10, 11, 2027))
    (board,) = [line for line in sent if line.startswith("群: 【红黑榜】")]
    assert "只列数字" in board
    sent = await passing(community, at(1, 12, 12, 2027))
    (board,) = [line for line in sent if line.startswith("群: 【红黑榜】")]
    assert "电动车或电池进楼道" in board


async def test_without_an_assessment_nobody_is_named(community: Community) -> None:
    """没有备案影响评估：两人同意也只列数字。"""
    await street(community)
    await entry(community, "老王烧烤", "MN05", -3)
    await entry(community, "李桂芬", "R01", 30)
    sent = await drafts(community)
    assert any("还没有备案" in line for line in sent)
    await voted(community)
    sent = await passing(community, at(1, 10, 11, 2027))
    (board,) = [line for line in sent if line.startswith("群: 【红黑榜】")]
    assert "老王" not in board
    assert "全社区 各类行为 1 件" in board


async def test_an_objection_upheld_before_publication_makes_a_new_draft(community: Community) -> None:
    """告知以后申诉：评榜期间不单独列；成立撤销 → 新一稿，旧票不算。"""
    await quarter(community)
    await drafts(community)
    await passing(community, at(1, 2, 12, 2027))
    await voted(community)
    filed = await community.say("老王烧烤", "申诉 L1 那是隔壁的桌子")
    assert filed[0].startswith("老王烧烤: S1")
    reviewer = filed[1].partition(":")[0]
    await community.say(reviewer, "S1 成立 照片拍错了")
    sent = await passing(community, at(1, 3, 12, 2027))
    (card,) = [line for line in sent if line.startswith("罗琼: 【评榜】")]
    assert "第 2 稿" in card
    assert "可公示 4 起 = 上榜 4" in card
    assert not (await kept_of(community)).approved


async def test_how_to_be_named_is_a_question_that_a_number_answers(community: Community) -> None:
    """1 日私下问“怎么署名” → 回 2 → 写成“6栋 李*”；别的话不算答复；再问就没有了。"""
    await quarter(community)
    sent = await drafts(community)
    (asked,) = [line for line in sent if line.startswith("李桂芬: 恭喜")]
    assert asked.endswith("1. 全名\n2. 6栋 李*\n3. 不署名")
    (noted,) = await community.say("李桂芬", "2")
    assert "只写“6栋 李*”" in noted
    assert await community.app.store.answer(ConsentsTo("publicity")) == {await subject(community, "李桂芬"): "masked"}


async def test_not_to_be_named_is_an_answer_too(community: Community) -> None:
    """回 3 → 不署名，什么也不公开。"""
    await quarter(community)
    await drafts(community)
    assert "不署名" in (await community.say("李桂芬", "不署名"))[0]
    assert await community.app.store.answer(ConsentsTo("publicity")) == {}


async def test_a_board_waits_in_the_list_of_who_may_still_vote(community: Community) -> None:
    """罗琼：待办 → 红黑榜；1 属实 → 同意；表过态就不在待办里了；管理小组以外的人看不到。"""
    await quarter(community)
    await drafts(community)
    (row,) = await community.say("罗琼", "待办")
    assert "1. B2026Q4 红黑榜 2026 年第四季度" in row
    assert "B2026Q4" not in (await community.say("段家荣", "待办"))[0]
    assert "您已同意" in (await community.say("罗琼", "1 属实"))[0]
    assert "B2026Q4" not in (await community.say("罗琼", "今日"))[0]
    assert "B2026Q4" in (await community.say("何勇", "待办"))[0]
    assert "什么都没有改" in (await community.say("段家荣", "B2026Q4 属实"))[0]
    kept = await kept_of(community)
    assert [one.act for one in kept.voting if one.act in {"approve", "reject"}] == ["approve"]
