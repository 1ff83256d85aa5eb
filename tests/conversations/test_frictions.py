"""Small frictions of daily talk: half-typed commands, a no to an open question, one's own name within a report."""

import pytest

from domain.enrolment import GridsOf
from domain.teams.team import Team
from handlers.teams.wording import listed
from tests.conversations.conftest import BOT, Community
from tests.conversations.exchanging import earn


@pytest.mark.parametrize("half", ["如果", "切换", "加入"])
async def test_a_bare_command_word_is_answered_by_an_example(community: Community, half: str) -> None:
    """只发“切换”“如果”：给一个写全的例子，不让人把同一个词再发一遍。"""
    (said,) = await community.say("李桂芬", half)
    assert f"“{half}”" not in said
    assert said.startswith(("李桂芬: 还没看懂。请照这样的格式写", "李桂芬: 您是不是想：“加入志愿队”"))


async def test_a_staff_line_without_its_parts_is_answered_by_an_example(community: Community) -> None:
    """段家荣：加分 → 写全的例子；什么都没记。"""
    for half in ("加分", "加分 李四", "扣分"):
        (said,) = await community.say("段家荣", half)
        assert "换成您自己的内容" in said
        assert f"“{half} " in said or "“加分 " in said


async def test_a_no_ends_a_question_for_words(community: Community) -> None:
    """申请调解 → 什么事？算了 → 不办了，不再追问；再说“是”也没有事。"""
    (asked,) = await community.say("李桂芬", "申请调解")
    assert "想请社区调解什么事" in asked
    assert await community.say("李桂芬", "算了") == ["李桂芬: 好的，不办了，什么都没有改。"]
    assert await community.say("李桂芬", "是") == [
        "李桂芬: 现在没有等您回答的问题，什么都没有改。想看能办什么，发“帮助”就行。"
    ]


async def test_a_yes_that_comes_too_late_reads_so(community: Community) -> None:
    """兑换 理发券 → 半小时后才回“是”：说明过了时间，什么都没有改；隔天再说“是”，没有等回答的问题。"""
    await earn(community, "李桂芬", 20)
    await community.say("李桂芬", "兑换 理发券")
    community.pass_time(minutes=31)
    (late,) = await community.say("李桂芬", "是")
    assert late == "李桂芬: 刚才问您的那件事已经过了回答的时间，什么都没有改。还想办，请再发一次。"
    assert "可换 20 分" in (await community.say("李桂芬", "积分"))[0]
    await community.say("李桂芬", "兑换 理发券")
    community.pass_time(days=2)
    assert "现在没有等您回答的问题" in (await community.say("李桂芬", "是"))[0]


async def test_a_no_ends_a_choice(community: Community) -> None:
    """兑换 飞机 → 三选一；算了 → 不办了。"""
    (asked,) = await community.say("段家荣", "加分 张三 扫地 5")
    assert "请回复前面的数字" in asked
    assert await community.say("段家荣", "算了") == ["段家荣: 好的，不办了，什么都没有改。"]


async def test_a_choice_is_made_in_any_words(community: Community) -> None:
    """加分 王五 扫地 → 三选一；等一下 → 提醒回数字，问题还在；第二个 → 选上了。"""
    (asked,) = await community.say("段家荣", "加分 张三 扫地 5")
    assert "2. " in asked
    assert await community.say("段家荣", "稍等我看看") == ["段家荣: 请回复前面的数字。"]
    assert not any("没看懂" in said or "等您回答" in said for said in await community.say("段家荣", "第二个"))


async def test_an_open_yes_or_no_is_reminded_of(community: Community) -> None:
    """通知 → 发吗？等我看看 → 提醒还在等，什么都没有发；随后“不是”还算数。"""
    await community.say("段家荣", "通知 明天停水")
    (said,) = await community.say("段家荣", "我先问问物业")
    assert said.startswith("段家荣: 刚才的问题还在等您回复“是”或“不是”")
    assert "没有发" in (await community.say("段家荣", "不是"))[0]


async def test_a_correction_is_a_no_to_what_was_asked(community: Community) -> None:
    """通知 明天停水 → 发吗？不对，是后天 → 没有发，请整句重发；再说“是”，旧的也不会发出去。"""
    await community.say("段家荣", "通知 明天停水")
    said = await community.say("段家荣", "不对，是后天停水")
    assert said == ["段家荣: 好的，没有发。要改，请把整句话改好，再发一次。"]
    assert "现在没有等您回答的问题" in (await community.say("段家荣", "是"))[0]


@pytest.mark.parametrize(
    ("who", "order", "waved", "kept"),
    [
        ("李桂芬", "注销", "不解绑了", "没有解绑"),
        ("李桂芬", "同意公示", "算了，不要", "没有记下"),
        ("段家荣", "扣分 张三 犬只粪便未即时清理 备注 已口头提醒", "取消", "没有登记"),
    ],
)
async def test_waving_a_question_away_is_no_answer_to_it(
    community: Community, who: str, order: str, waved: str, kept: str
) -> None:
    """注销 → 资料也删吗？先想想 → 原话再问一遍；不解绑了 → 没有解绑；同意公示、扣分 一样，什么都没有改。"""
    (asked,) = await community.say(who, order)
    assert await community.say(who, "让我琢磨琢磨") == [f"{who}: 还在等您的回答：\n{asked.removeprefix(f'{who}: ')}"]
    assert "不会告诉任何人" in (await community.say(who, "谁举报的我"))[0]
    assert kept in (await community.say(who, waved))[0]
    assert (await community.say(who, "积分"))[0].startswith(f"{who}: {who}\n信用分 100")


@pytest.mark.parametrize("said", ["撤回举报", "我不举报了"])
async def test_taking_a_report_back_is_no_report(community: Community, said: str) -> None:
    """撤回举报 → 请把回执号一起发来；不当成一件新举报。"""
    (asked,) = await community.say("李桂芬", said)
    assert "16 位回执号" in asked
    assert "撤回举报 3847" in asked


async def test_who_introduces_himself_and_reports_is_heard(community: Community) -> None:
    """我是…，我要举报… → 收下举报的那一半；问名单、问有没有人举报，都是那一句固定的话。"""
    said = await community.say("李桂芬", "我是6栋1单元302的李桂芬，我要举报9栋2单元201天天噪音")
    assert "收到了。回执号" in said[0]
    for asked in ("导出举报人名单", "有没有人举报我家"):
        assert "不会告诉任何人" in (await community.say("段家荣", asked))[0]


async def test_a_time_that_is_not_read_is_asked_for_again(community: Community) -> None:
    """兑换会议室 → 是 → 约什么时候？改天下午 → 再问一次，不用重新兑换；周六14点到16点 → 约上了。"""
    await earn(community, "李桂芬", 20)
    await community.say("李桂芬", "兑换 会议室使用2小时")
    await community.say("李桂芬", "是")
    assert "还没有约" in (await community.say("李桂芬", "哪天下午都得"))[0]
    assert not any("看不懂" in said or "没看懂" in said for said in await community.say("李桂芬", "周六14点到16点"))


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("你好", "在的"),
        ("不对，是8栋1单元401", "要改刚才那条，请把整句话改好"),
        ("取消", "现在没有等您回答的问题"),
        ("今天天气怪得很", "这句话我没看懂"),
        ("加分 张三 志愿服务 1\n扣分 李四 遛狗不牵绳", "一条消息只办一件事"),
        ("核实 T7K3P 属实，核实 D31 不属实", "一条消息只办一件事"),
        ("不对，属实", "要改刚才那条"),
        ("投错了，反对", "要改刚才那条"),
        ("1 3 属实；2 不属实 照片不清", "一条消息只办一件事"),
    ],
)
async def test_what_is_no_single_command_is_answered_truly(community: Community, said: str, start: str) -> None:
    """问候、更正、没人问的“取消”、没看懂的、一条里几件事：各有一句话，什么都没有改。"""
    (answer,) = await community.say("段家荣", said)
    assert answer.startswith(f"段家荣: {start}")


async def test_an_odd_number_is_refused_before_a_choice_is_offered(community: Community) -> None:
    """加分 张三 志愿服务 -3：说清要大于 0 的整数，不给选项，选了也不会记成别的数。"""
    (said,) = await community.say("段家荣", "加分 张三 志愿服务 -3")
    assert "-3" in said
    assert "1. " not in said
    assert (await community.say("段家荣", "1"))[0].startswith("段家荣: 现在没有等您回答的问题")


async def test_what_may_never_cost_points_is_refused_with_the_reason(community: Community) -> None:
    """扣分 张三 欠物业费 3 → 说明不归积分管，不给相近的选项。"""
    (said,) = await community.say("段家荣", "扣分 张三 欠物业费 3")
    assert "不能扣分" in said
    assert "1. " not in said


async def test_the_contact_card_names_the_grid(community: Community) -> None:
    """我的联系人 → 网格的名称，不是代码。"""
    (grid,) = await community.app.store.answer(GridsOf())
    (said,) = await community.say("李桂芬", "我的联系人")
    assert f"您所在的网格：{grid.name}" in said
    assert "段网格员" in said


async def test_the_history_ends_with_what_points_are_not(community: Community) -> None:
    """积分明细 → 每张个人卡片都带同一句说明。"""
    await community.say("段家荣", "加分 张三 志愿服务 5")
    for name in ("张三", "李桂芬"):
        (said,) = await community.say(name, "积分明细")
        assert said.endswith("不影响任何公共服务。")


async def test_who_asks_for_anothers_points_learns_nothing(community: Community) -> None:
    """李桂芬：张三扣了多少分 → 别人的分不能查。"""
    await community.say("段家荣", "加分 张三 志愿服务 5")
    for asked in ("张三扣了多少分", "张三家扣了几分", "帮我看看孙子王伟的分", "3栋2单元501还有几分", "张三是几级"):
        (said,) = await community.say("李桂芬", asked)
        assert said.startswith("李桂芬: 别人的分不能查"), asked


async def test_a_complaint_without_the_word_is_met_by_the_offer_to_report(community: Community) -> None:
    """楼上天天半夜跳绳烦死了 → 您是不是想：举报。"""
    for complaint in ("楼上天天半夜跳绳烦死了", "我楼上邻居老是往下面丢垃圾"):
        assert await community.say("李桂芬", complaint) == ["李桂芬: 您是不是想：“举报”？发引号里的字就行。"]


async def test_ones_own_name_within_a_report_is_not_taken_for_binding(community: Community) -> None:
    """举报 → 什么事？“5栋有家狗不牵绳 我是张三 住3栋2单元501” → 当作举报内容，不当作绑定。"""
    await community.say("张三", "举报")
    said = await community.say("张三", "5栋有家狗不牵绳 我是张三 住3栋2单元501")
    assert all("绑定" not in one for one in said)


async def test_a_friend_with_a_skill_enters_and_is_asked(community: Community) -> None:
    """能人入场时写上专长：求助 法律咨询 → 只问到他。"""
    await community.enter("尹师傅", address="4栋1单元101", skills=["法律咨询"])
    said = await community.say("李桂芬", "求助 法律咨询")
    assert any(one.startswith("尹师傅: 【求助】P1") for one in said)
    assert any("1 位有这个专长的人" in one for one in said)


async def test_points_that_run_out_next_month_are_shown(community: Community) -> None:
    """两年前的 6 分下月一日到期，前几天的 3 分不到期：积分里写“其中 6 分 11月1日到期”。"""
    await earn(community, "张三", 6)
    community.pass_time(days=690)
    await earn(community, "张三", 3)
    (said,) = await community.say("张三", "积分")
    assert "可换 9 分" in said
    assert "到期" not in said
    community.pass_time(days=20)
    (said,) = await community.say("张三", "积分")
    assert "其中 6 分 12月1日到期" in said
    assert "下一步：" in said


async def test_a_voucher_comes_with_its_picture(community: Community) -> None:
    """兑换 理发券，是 → 券码，附一张可以出示的图。"""
    await earn(community, "李桂芬", 20)
    await community.say("李桂芬", "兑换 理发券")
    (sent,) = await community.sent("李桂芬", "是")
    assert "【兑换成功】" in sent["text"]
    assert sent["image"]


async def test_a_group_never_reads_who_lives_where(community: Community) -> None:
    """群里“致谢 张伟”，有两位张伟：群里只说请私聊，不列住址；名字查不到时也是同一句。"""
    await community.enter("张伟", address="3栋1单元201", known_as="甲")
    await community.enter("张伟", address="5栋2单元801", known_as="乙")
    for whom in ("张伟", "王姐"):
        (said,) = await community.say("李桂芬", f"{BOT} 致谢 {whom} 帮我搬东西", group=True)
        assert said == "群: 没有弄清是哪一位，还没有转达。请私聊我再发一次，写全名，最好带上楼栋房号。"


async def test_the_hint_in_the_group_comes_once(community: Community) -> None:
    """群里申报：私聊里有回执和照片的提问，群里“已私信您”只说一次。"""
    said = await community.say("李桂芬", f"{BOT} 申报 楼道清理", group=True)
    assert said.count("群: 已私信您。") == 1


async def test_the_board_promises_no_day_that_is_over(community: Community) -> None:
    """11 月里问红黑榜，上一季度没有公布过：不说“10月10日公布”。"""
    (said,) = await community.say("李桂芬", "红黑榜")
    assert "没有公布过" in said
    assert "10月10日" not in said


def test_stations_stand_in_the_order_of_their_numbers() -> None:
    """志愿队：一站、二站、三站，不按笔画编码排成一、三、二。"""
    teams = [Team(f"{number}队", f"服务{number}站") for number in "一三二"]
    lines = listed(teams).splitlines()
    assert [line[2] for line in lines if line.startswith("服务")] == ["一", "二", "三"]


async def test_a_message_that_takes_itself_back_does_nothing(community: Community) -> None:
    """段家荣：加分 张三 志愿服务 5，算了 → 什么都没有记。"""
    assert await community.say("段家荣", "加分 张三 志愿服务 5，算了") == ["段家荣: 好的，不办了，什么都没有改。"]
    (points,) = await community.say("张三", "积分")
    assert "信用分 100" in points


async def test_who_was_asked_for_words_may_back_out_in_a_sentence(community: Community) -> None:
    """举报 → 什么事？算了不举报了 → 不办了；再说什么都不会当成内容。"""
    await community.say("张三", "举报")
    assert await community.say("张三", "算了不举报了") == ["张三: 好的，不办了，什么都没有改。"]
    (said,) = await community.say("张三", "电动车能进电梯吗")
    assert "前面加一个“问”字再发" in said
