"""The yearly awards: a December played through, and what each person reads of it."""

from domain.awards.nomination import SORT
from domain.decision import Unit
from domain.enrolment import EnrolSubject
from domain.matters.matter import Matter, MatterAt, MattersSince, MoveMatter, Step
from tests.conversations.conftest import BOT, Community
from tests.conversations.street import at, passing, street

FAMILY = "提名 五好家庭 3栋张家 理由 常年照顾孤老"


async def december(community: Community) -> None:
    """The street, and the first of December; nothing of November matters here."""
    await street(community)
    community.clock.set(at(12, 1, 9))


async def nomination(community: Community, code: str = "P1") -> Matter:
    """A nomination as it is kept."""
    found = await community.app.store.answer(MatterAt(code))
    assert found is not None
    return found


async def put(community: Community, *effects: object) -> None:
    """Straight into the book."""
    await community.app.store.post(Unit(None, effects, at=int(community.clock.now().timestamp() * 1000)))


async def shortlisted(community: Community) -> None:
    """张三's family agreed, signed a pledge, and passed the first sieve."""
    await december(community)
    await community.say("张三", "我承诺文明养犬")
    await community.say("张三", "是")
    await community.say("李桂芬", FAMILY)
    await community.say("张三", "是")
    await community.say("张三", "3栋 张*家")
    await passing(community, at(12, 18, 9))


async def chosen(community: Community, **facts: object) -> None:
    """The meeting put P1 on the list."""
    found = await nomination(community)
    await put(community, MoveMatter(found, "chosen", Step("chosen"), facts=facts))


async def test_outside_of_december_nothing_is_taken(community: Community) -> None:
    """11 月 23 日：提名 五好家庭 3栋张家 → 12月1日到12月15日收。"""
    (line,) = await community.say("李桂芬", FAMILY)
    assert "12月1日到12月15日收" in line
    assert await community.app.store.answer(MattersSince(SORT, 0)) == ()


async def test_a_family_is_asked_first_and_only_once(community: Community) -> None:
    """提名 五好家庭 3栋张家 → 只有张三被问；群里一句也没有；再提名 → 已经提过。"""
    await december(community)
    mine, asked = await community.say("李桂芬", FAMILY)
    assert mine.startswith("李桂芬: 提名“五好家庭”记下了")
    assert asked.startswith("张三: 【提名】P1 五好家庭\n理由：常年照顾孤老")
    assert "家里成年人都同意" in asked
    await community.enter("王强", address="6栋2单元101")
    (again,) = await community.say("王强", "提名 五好家庭 3栋2单元501 张三 理由 热心")
    assert "已经有人为这位邻居提名过" in again
    (form,) = await community.say("张三", "是")
    assert "名字怎么写" in form
    assert "3栋 张*家" in form
    (noted,) = await community.say("张三", "2")
    assert "名字写成“3栋 张*家”" in noted
    assert (await nomination(community)).state == "willing"


async def test_own_household_unknown_families_and_wrong_kinds_are_refused(community: Community) -> None:
    """自己家、对不上的人家、商铺评五好家庭、没有的奖项，都说明原因。"""
    await december(community)
    assert "不能提名自己" in (await community.say("张三", FAMILY))[0]
    assert "请写到房号" in (await community.say("李桂芬", "提名 五好家庭 9栋赵家 理由 好"))[0]
    assert "评的是家庭" in (await community.say("李桂芬", "提名 五好家庭 老王烧烤 理由 好"))[0]
    assert "奖项有优秀志愿者、五好家庭" in (await community.say("李桂芬", "提名 最美邻居 张三 理由 好"))[0]
    assert await community.app.store.answer(MattersSince(SORT, 0)) == ()


async def test_two_families_of_a_name_are_never_told_apart_aloud(community: Community) -> None:
    """3 栋有两家姓张 → 请写到房号，不说是哪两家。"""
    await december(community)
    await put(community, EnrolSubject("resident", "张四", "二网格", "3栋1单元101"))
    (line,) = await community.say("李桂芬", FAMILY)
    assert "请写到房号" in line
    assert "101" not in line


async def test_a_public_condition_is_named_and_nothing_is_kept(community: Community) -> None:
    """提名 优秀志愿者 张三 → 服务不到 30 小时，没有登记；在群里只有一句中性的话。"""
    await december(community)
    (line,) = await community.say("李桂芬", "提名 优秀志愿者 3栋2单元501 张三 理由 热心")
    assert "年内有效服务不少于 30 小时" in line
    assert "评级" not in line
    sent = await community.say("李桂芬", f"{BOT} 提名 优秀志愿者 3栋2单元501 张三 理由 很热心", group=True)
    assert [one for one in sent if one.startswith("群")] == ["群: 收到您的提名，结果私下告诉您。"]
    assert any(one.startswith("李桂芬: ") and "30 小时" in one for one in sent)
    assert await community.app.store.answer(MattersSince(SORT, 0)) == ()


async def test_no_means_that_nobody_ever_hears_of_it(community: Community) -> None:
    """张三：不用 → 不参评；12 月 18 日群里和评议人都听不到什么。"""
    await december(community)
    await community.say("李桂芬", FAMILY)
    assert "不参评" in (await community.say("张三", "不用"))[0]
    assert (await nomination(community)).state == "declined"
    sent = await passing(community, at(12, 18, 12))
    assert any(line.startswith("群: 【年度评优】") for line in sent)
    assert not [line for line in sent if "张" in line or line.startswith("罗琼: 【评优】")]


async def test_whoever_falls_through_the_sieve_reads_why_alone(community: Community) -> None:
    """12 月 18 日：没有承诺 → 只有张三知道差什么，评议人和群里都不知道。"""
    await december(community)
    await community.say("李桂芬", FAMILY)
    await community.say("张三", "是")
    await community.say("张三", "不署名")
    sent = await passing(community, at(12, 18, 12))
    (told,) = [line for line in sent if "初筛没有通过" in line]
    assert told.startswith("张三: ")
    assert "成年成员均签订至少 1 份承诺" in told
    assert not [line for line in sent if line.startswith("罗琼") and "评优" in line]
    assert (await nomination(community)).state == "not_fit"


async def test_a_december_of_awards(community: Community) -> None:
    """1 日开放 → 本人同意 → 18 日初筛 → 评议 → 28 日公示 7 天 → 1 月 5 日公布，证书只发给本人。"""
    await shortlisted(community)
    sent = await passing(community, at(12, 18, 12))
    assert any(line.startswith("张三: “五好家庭”的初筛通过了") for line in sent), sent
    assert any(line.startswith("罗琼: 【评优】等您评议") for line in sent)
    sent = await passing(community, at(12, 22, 12))
    assert any(line.startswith("罗琼: 【评优】今天收尾\n还差两人打分的 1 份") for line in sent)
    await chosen(community)
    public = [line for line in await passing(community, at(12, 28, 12)) if line.startswith("群: 【评优公示】")]
    assert len(public) == 1
    assert "· 五好家庭：3栋 张*家" in public[0]
    assert "张三" not in public[0]
    assert "1月4日" in public[0]
    sent = await passing(community, at(1, 5, 12, 2027))
    (group,) = [line for line in sent if line.startswith("群: 【评优】")]
    assert "3栋 张*家" in group
    mine = [line for line in sent if line.startswith("张三: ") and "H202600001" in line]
    assert mine
    await certificates(community)
    assert await community.proof() == ()


async def certificates(community: Community) -> None:
    """我的证书 lists; the number gives the paper to the awarded and only the truth of it to others."""
    (listed,) = await community.say("张三", "我的证书")
    assert "H202600001 2026 年度 五好家庭" in listed
    (mine,) = await community.sent("张三", "我的证书 H202600001")
    assert "附上一份" in mine["text"]
    (verified,) = await community.say("李桂芬", "我的证书 H202600001")
    assert "证书有效" in verified
    assert "获奖者 3栋 张*家" in verified
    assert "张三" not in verified
    assert "没有编号" in (await community.say("李桂芬", "我的证书 H202600002"))[0]
    assert "还没有荣誉证书" in (await community.say("李桂芬", "我的证书"))[0]


async def test_an_open_objection_holds_the_award_until_it_is_decided(community: Community) -> None:
    """有异议没有核实 → 5 日不发；核实不成立以后，第二天照发。"""
    await shortlisted(community)
    await passing(community, at(12, 22, 12))
    await chosen(community, objections=["分数有误"])
    sent = await passing(community, at(1, 6, 12, 2027))
    assert not [line for line in sent if "H2026" in line or line.startswith("群: 【评优】")]
    found = await nomination(community)
    await put(community, MoveMatter(found, found.state, Step("dismissed"), facts={"objections": []}))
    assert [line for line in await passing(community, at(1, 7, 12, 2027)) if "H202600001" in line]


async def test_the_nominee_keeps_the_name_back_and_leaves_with_a_word(community: Community) -> None:
    """引用卡片回“撤回” → 退出；之后谁也不会看到。"""
    await december(community)
    sent = await community.sent("李桂芬", FAMILY)
    card = sent[1]["id"]
    await community.say("张三", "是")
    await community.say("张三", "全名")
    (left,) = await community.say("张三", "撤回", quote=card)
    assert "已经撤回了" in left
    assert (await nomination(community)).state == "withdrawn"


async def test_whoever_is_on_the_list_may_still_keep_the_name_back(community: Community) -> None:
    """列入名单后引用卡片回“不用” → 不写名字，仍算在人数里。"""
    await december(community)
    sent = await community.sent("李桂芬", FAMILY)
    card = sent[1]["id"]
    await community.say("张三", "是")
    await community.say("张三", "全名")
    await chosen(community, asked=f"subject:{(await nomination(community)).subject}")
    assert "不写您的名字" in (await community.say("张三", "不用", quote=card))[0]
    assert (await nomination(community)).facts["named"] == "unnamed"
