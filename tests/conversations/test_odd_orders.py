"""A quarter whose steps come in an odd order: late objections, a lone no, everybody concerned, second thoughts."""

from domain.boards.states import assessed
from domain.code import NewCode
from domain.consents import SetConsent
from domain.enrolment import EnrolStaff, EnrolSubject
from domain.findings import states
from domain.findings.handing_over import Receipt, proposed
from domain.findings.settling import SettleMonth
from domain.findings.timing import milliseconds
from domain.findings.wording import SETTLED
from domain.ledger import Hand, NewEntry, RuleMark
from domain.matters.matter import MatterAt
from domain.members import FindSubjects
from domain.standing import EntriesByCode
from tests.conversations.conftest import Community
from tests.conversations.planted import planted, post
from tests.conversations.street import at, passing, street

YES = "评榜 B2026Q4 同意"


async def due(community: Community) -> None:
    """老王烧烤 was told eight days ago; nobody objected, and the last of December has come."""
    await street(community)
    community.clock.set(at(12, 31))
    await planted(community, "老王烧烤", "MN05", at(12, 20), state=states.DUE, due_at=milliseconds(at(12, 30)))


async def test_an_objection_on_the_eighth_day_still_stops_the_settlement(community: Community) -> None:
    """第 8 天才申诉 → 还没入账就照样冻结，月结不带它；不成立 → 回到月结里，一次入账；结过的月再结一次什么也不变；
    通报以后冲正 → 同一个群里更正一次，全文重发。"""
    await due(community)
    filed = await community.say("老王烧烤", "申诉 L1 那是隔壁的桌子")
    assert filed[0].startswith("老王烧烤: S1 收到了：L1 先冻结")
    reviewer = filed[1].partition(":")[0]
    sent = await passing(community, at(1, 1, 10, 2027))
    assert any("【月结】2026 年 12 月草案" in line for line in sent)
    assert not any("L1" in line for line in sent if "草案" in line)
    await community.say(reviewer, "S1 不成立 照片上是这家的桌子")
    assert "L1 老王烧烤" in (await community.say("白云", "月结 上个月"))[0]
    await community.say("何勇", "月结 上个月 同意")
    assert "入账 1 条" in (await community.say("白云", "月结 上个月 同意"))[0]
    (entry,) = await community.app.store.answer(EntriesByCode(1))
    await post(community, SettleMonth("2026-12", SETTLED))
    assert await community.app.store.answer(EntriesByCode(1)) == (entry,)
    assert "已经" in (await community.say("罗琼", "月结 上个月 同意"))[0]
    await passing(community, at(1, 4, 12, 2027))
    await community.say("段家荣", "冲正 L1 登记错人了")
    assert "已冲正" in (await community.say("何勇", "L1 属实"))[0]
    told = [line for line in await passing(community, at(1, 6, 12, 2027)) if line.startswith("群: 更正")]
    assert [line.splitlines()[1] for line in told] == ["2026 年 12 月 二网格 月度通报：没有扣分。"]
    assert await community.proof() == ()


async def test_a_lone_no_keeps_the_month_open_until_it_is_taken_back(community: Community) -> None:
    """一人反对 → 另两人同意也不入账，书记知道；4 日群里说还在审核；改为同意 → 当场入账，5 日群里补发。"""
    await due(community)
    await passing(community, at(1, 1, 10, 2027))
    said = await community.say("何勇", "月结 上个月 反对 数不对")
    assert any("有人反对" in line and "数不对" in line for line in said if line.startswith("白云"))
    await community.say("罗琼", "月结 上个月 同意")
    assert "1 人同意" not in (await community.say("白云", "月结 上个月 同意"))[0]
    assert "信用分 100" in (await community.say("老王烧烤", "积分"))[0]
    groups = [line for line in await passing(community, at(1, 4, 11, 2027)) if line.startswith("群: 2026 年 12 月")]
    assert all("还在审核" in line for line in groups)
    assert len(groups) == 1
    assert "入账 1 条" in (await community.say("何勇", "月结 上个月 同意"))[0]
    groups = [line for line in await passing(community, at(1, 5, 11, 2027)) if line.startswith("群: 2026 年 12 月")]
    assert len(groups) == 1
    assert "还在审核" not in groups[0]


async def quarter(community: Community) -> None:
    """A building of twelve households with one finding, a shop with one, and a resident of grade AA; 31 December."""
    await street(community)
    community.clock.set(at(12, 31))
    await post(community, assessed(community.clock.now()))
    await post(community, *(EnrolSubject("resident", f"住户{n}", "二网格", f"3栋1单元{n}01") for n in range(1, 13)))
    await planted(community, "老王烧烤", "MN05", at(11, 20))
    await planted(community, "住户1", "RN09", at(11, 20))
    (best,) = await community.app.store.answer(FindSubjects(name="李桂芬"))
    mark, hand = RuleMark("R01", "v1", ""), Hand(0, "system", "二网格")
    given = NewEntry(NewCode("L"), best.id, "credit", "issue", 30, "test:aa", mark, hand, "2026-11-20")
    await post(community, given, SetConsent(best.id, "publicity", "masked"))


async def published(community: Community) -> str:
    """What the group reads on the tenth."""
    sent = await passing(community, at(1, 10, 11, 2027))
    (board,) = [line for line in sent if line.startswith("群: 【红黑榜】")]
    return board


async def test_second_thoughts_on_the_day_before_publication(community: Community) -> None:
    """9 日：店改好了、红榜的人撤回同意 → 10 日的榜上都没有，已整改 1；公布后冲正 → 第二天全文更正，不能再修复。"""
    await quarter(community)
    await passing(community, at(1, 2, 12, 2027))
    await community.say("罗琼", YES)
    await community.say("白云", YES)
    await passing(community, at(1, 9, 12, 2027))
    await community.say("老王烧烤", "修复 L1 已收回店内")
    assert any("加回" in line for line in await community.say("段家荣", "L1 属实"))
    await community.say("李桂芬", "撤回公示同意")
    board = await published(community)
    assert "老王烧烤" not in board
    assert "李*" not in board
    assert "3栋 飞线充电" in board
    assert "可公示 2 起 = 上榜 2，已整改 1" in board

    assert "第二个人确认" in (await community.say("段家荣", "冲正 L2 登记错人了"))[0]
    assert "已冲正" in (await community.say("何勇", "L2 属实"))[0]
    sent = await passing(community, at(1, 11, 12, 2027))
    (told,) = [line for line in sent if line.startswith("群: 更正")]
    assert "“3栋 飞线充电、私拉电线插座充电 1 件”" in told.splitlines()[0]
    assert "可公示 1 起 = 上榜 1，已整改 1" in told
    assert await community.proof() == ()


async def test_where_everybody_is_concerned_only_counts_go_out(community: Community) -> None:
    """监督员都住在那一户 → 都回避，凑不够两人；10 日只公布数字，谁也没有署名。"""
    await quarter(community)
    for name in ("罗琼", "何勇"):
        await community.enter(name, "supervisor", address="3栋1单元101")
    await passing(community, at(1, 1, 10, 2027))
    for name in ("罗琼", "何勇"):
        assert "您家" in (await community.say(name, YES))[0]
        assert "B2026Q4" not in (await community.say(name, "待办"))[0]
    await community.say("白云", YES)
    board = await published(community)
    assert "（只列数字）" in board
    assert "老王烧烤" not in board
    assert "可公示 2 起 = 上榜 2" in board


async def test_without_a_secretary_months_and_boards_wait(community: Community) -> None:
    """没有书记 → 草案照出，表决先等着；到日子群里读到数字；书记来了，旧的两票重新投。"""
    await community.enter("罗琼", "supervisor")
    await community.enter("何勇", "supervisor")
    community.clock.set(at(12, 31))
    sent = await passing(community, at(1, 1, 10, 2027))
    assert any(line.startswith("罗琼: 【评榜】B2026Q4") for line in sent)
    assert "还没有书记" in (await community.say("罗琼", YES))[0]
    assert "还没有书记" in (await community.say("何勇", "月结 上个月 同意"))[0]
    assert "（只列数字）" in await published(community)
    await community.enter("白云", "secretary")
    assert "1 人同意" in (await community.say("罗琼", YES))[0]
    assert "两人已同意" in (await community.say("白云", YES))[0]


async def test_what_is_handed_to_an_authority_is_not_counted_twice(community: Community) -> None:
    """移送：两个不同的人属实 → 扣分不再入账，本人知道；再移送说办结了。"""
    await due(community)
    finding = await community.app.store.answer(MatterAt("L1"))
    assert finding is not None
    await post(community, proposed(finding, Receipt("城市管理", "城移2027-3"), "L1 移送"))
    for name in ("罗琼", "何勇"):
        assert "移送" in (await community.say(name, "待办"))[0]
    assert "还要另一个人确认" in (await community.say("罗琼", "1 属实"))[0]
    said = await community.say("何勇", "1 属实")
    assert any("已经移送" in line for line in said if line.startswith("何勇"))
    assert any("已经移送城市管理依法处理" in line for line in said if line.startswith("老王烧烤"))
    gone = await community.app.store.answer(MatterAt("L1"))
    assert gone is not None
    assert gone.state == states.VOID


async def test_a_finding_that_everybody_must_keep_out_of_does_not_hold_up_the_month(community: Community) -> None:
    """监督员都要回避 L1 → L1 先冻结，本人和书记知道；别的照常月结；来了不相干的监督员，下个月结进去。"""
    await due(community)
    for name in ("罗琼", "何勇"):
        await post(community, EnrolStaff(name, "supervisor", recusals='["老王烧烤"]'))
    await community.enter("小面馆", address="4栋底商1号", kind="merchant")
    await planted(community, "小面馆", "MN05", at(12, 20), state=states.DUE, due_at=milliseconds(at(12, 30)))
    sent = await passing(community, at(1, 1, 10, 2027))
    assert any("凑不够两个人" in line for line in sent if line.startswith("白云"))
    assert any("先冻结，不扣分" in line for line in sent if line.startswith("老王烧烤"))
    await community.say("罗琼", "月结 上个月 同意")
    assert "入账 1 条" in (await community.say("白云", "月结 上个月 同意"))[0]
    assert "信用分 100" in (await community.say("老王烧烤", "积分"))[0]
    await community.enter("周敏", "supervisor")
    community.clock.set(at(1, 31, 12, 2027))
    await passing(community, at(2, 1, 10, 2027))
    await community.say("周敏", "月结 上个月 同意")
    assert "入账 1 条" in (await community.say("白云", "月结 上个月 同意"))[0]
    assert "信用分 97" in (await community.say("老王烧烤", "积分"))[0]
    assert await community.proof() == ()
