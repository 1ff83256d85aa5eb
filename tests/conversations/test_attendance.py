"""Attending activities: two codes, the organiser's list, hours and points by themselves."""

from domain.activities.activity import ActivityAt
from domain.enrolment import EnrolListing
from domain.teams.team import EnrolMembers
from tests.conversations.activities import announced, codes, post, until
from tests.conversations.conftest import Community


async def test_two_codes_make_hours_and_points_by_themselves(community: Community) -> None:
    """到场 签到 + 签到码，离开再发签退码 → 两小时；结束后自动 +2；再发不会多记。"""
    await announced(community)
    await community.say("李桂芬", "报名 1")
    evening = community.as_lines(await until(community, 27, 18, 30))
    assert any(line.startswith("李桂芬: 明天见：1 周六清扫楼道") for line in evening)
    assert sum(line.startswith("群: 【明天活动】1") for line in evening) == 1
    morning = community.as_lines(await until(community, 28, 8, 55))
    (told,) = [line for line in morning if "签到码是" in line]
    first, second = await codes(community)
    assert told.startswith("段家荣: ")
    assert first in told
    assert not [line for line in morning if line.startswith("群") and first in line]
    assert "签到好了" in (await community.say("李桂芬", f"签到 {first}"))[0]
    assert "已经签到了" in (await community.say("李桂芬", f"签到 {first}"))[0]
    assert "不到 15 分钟" in (await community.say("李桂芬", f"签到 {second}"))[0]
    later = community.as_lines(await until(community, 28, 11, 1))
    assert any("签退码是" in line and second in line for line in later)
    assert "2 小时" in (await community.say("李桂芬", f"签到 {second}"))[0]
    assert "已经记好了" in (await community.say("李桂芬", f"签到 {second}"))[0]
    paid = community.as_lines(await until(community, 28, 12, 5))
    (line,) = [line for line in paid if line.startswith("李桂芬: L1 ")]
    assert "参加志愿服务（通用） +2" in line
    await until(community, 29, 20)
    assert "信用分 102" in (await community.say("李桂芬", "积分"))[0]
    (record,) = await community.say("李桂芬", "志愿证明 今年")
    assert "参加 1 次，共 2 小时" in record
    assert "签到码证明的 2 小时，组织者登记的 0 小时" in record
    (sent,) = await community.sent("李桂芬", "志愿证明 今年")
    assert sent["file"]["name"] == "志愿证明.pdf"
    assert await community.proof() == ()


async def test_who_stays_on_after_the_code_sends_it_again(community: Community) -> None:
    """结束前就签退 → 先记到这时；接着做完再发一次，按最后一次算。"""
    await announced(community)
    await until(community, 28, 9)
    first, second = await codes(community)
    await community.say("李桂芬", f"签到 {first}")
    await until(community, 28, 10, 52)
    (early,) = await community.say("李桂芬", f"签到 {second}")
    assert "1.5 小时。还要接着做的，走的时候再发一次" in early
    await until(community, 28, 11, 5)
    (late,) = await community.say("李桂芬", f"签到 {second}")
    assert "2 小时。积分在结束后" in late
    assert "已经记好了" in (await community.say("李桂芬", f"签到 {second}"))[0]
    assert await community.proof() == ()


async def test_what_begins_within_the_hour_has_its_code_in_time(community: Community) -> None:
    """十点整发布十点半的活动 → 10:20 组织者就收到签到码，只收到一次。"""
    await community.say("段家荣", "发布活动 铲雪 时间 今天10点半到12点 地点 3栋门口 名额 5")
    await community.say("段家荣", "是")
    assert not await until(community, 23, 10, 19)
    sent = community.as_lines(await until(community, 23, 11, 30))
    assert [line.split(" ")[0] for line in sent if "签到码是" in line] == ["段家荣:"]


async def test_in_the_group_only_counts_and_the_way_are_said(community: Community) -> None:
    """在群里登记名单 → 只说几个人，没登记上的名字和原因不在群里说。"""
    await announced(community)
    await until(community, 28, 10)
    (said,) = await community.say("段家荣", "@网格小信 签到 1 张三 段家荣", group=True)
    assert said.startswith("群: 1 “周六清扫楼道”登记了 1 人")
    assert "还有 1 人没登记上" in said
    assert "张三" not in said


async def test_wrong_codes_and_wrong_times(community: Community) -> None:
    """不对的数字、不在时间里的数字 → 同一句话；没签到就签退 → 说明白。"""
    await announced(community)
    first, second = await codes(community)
    same = "李桂芬: 没有对上正在进行的活动。请听组织者再念一遍四位数字；还不行，请组织者登记您的名字。"
    assert await community.say("李桂芬", f"签到 {first}") == [same]
    await until(community, 28, 9, 30)
    wrong = next(f"{n:04}" for n in range(3) if f"{n:04}" not in {first, second})
    assert await community.say("李桂芬", f"签到 {wrong}") == [same]
    assert "没有您的签到记录" in (await community.say("李桂芬", f"签到 {second}"))[0]
    assert (await community.say("李桂芬", f"签到{first}"))[0].startswith("李桂芬: 签到好了")


async def test_nobody_is_at_two_places(community: Community) -> None:
    """在一个活动里没签退，又去另一个活动签到 → 不记。"""
    await announced(community)
    await community.say("段家荣", "发布活动 护绿 时间 11月28日10点 地点 花园 名额 30")
    await community.say("段家荣", "是")
    first, _ = await codes(community)
    other = await community.app.store.answer(ActivityAt(2))
    assert other
    await until(community, 28, 9, 50)
    await community.say("李桂芬", f"签到 {first}")
    assert "不能同时在两个地方" in (await community.say("李桂芬", f"签到 {other.in_code}"))[0]


async def test_the_organisers_list(community: Community) -> None:
    """签到 1 张三 王二麻子 段家荣 → 张三按计划记，没有的人列出来，自己不能记；证明里算组织者登记。"""
    await announced(community)
    assert "还没开始" in (await community.say("段家荣", "签到 1 张三"))[0]
    await until(community, 28, 10)
    (said,) = await community.say("段家荣", "签到 1 张三、王二麻子 段家荣")
    assert "登记了 1 人" in said
    assert "王二麻子：没有找到" in said
    assert "段家荣：是您自己或您家的人" in said
    assert "已经有签到记录" in (await community.say("段家荣", "签到 1 张三"))[0]
    assert "由组织者、队长或网格员来登记" in (await community.say("李桂芬", "签到 1 李桂芬 张三"))[0]
    await until(community, 28, 12, 5)
    assert "信用分 102" in (await community.say("张三", "积分"))[0]
    assert "签到码证明的 0 小时，组织者登记的 2 小时" in (await community.say("张三", "志愿证明"))[0]


async def test_a_forgotten_check_out_needs_a_witness(community: Community) -> None:
    """李桂芬忘了签退 → 两边都被告知；24 小时内组织者补，要一位做到结束的人作证；之后就定了。"""
    await community.enter("王五", address="5栋2单元402")
    await announced(community)
    first, second = await codes(community)
    await until(community, 28, 9)
    await community.say("李桂芬", f"签到 {first}")
    await community.say("张三", f"签到 {first}")
    await until(community, 28, 11, 5)
    await community.say("张三", f"签到 {second}")
    after = community.as_lines(await until(community, 28, 12, 5))
    assert any(line.startswith("李桂芬: ") and "请在11月29日 11:00 前告诉组织者" in line for line in after)
    assert any(line.startswith("段家荣: ") and "李桂芬" in line for line in after)
    assert "请写一位一起做完的人" in (await community.say("段家荣", "签到 1 李桂芬"))[0]
    assert "没有补上" in (await community.say("段家荣", "王五"))[0]
    await community.say("段家荣", "签到 1 李桂芬")
    sent = await community.sent("段家荣", "张三")
    assert "李桂芬：问了作证的人" in sent[0]["text"]
    assert "李桂芬签到了，没有签退。" in sent[1]["text"]
    await community.say("段家荣", "签到 1 李桂芬")
    assert "已经在等作证的人回答" in (await community.say("段家荣", "张三"))[0]
    thanks, told = await community.say("张三", "是", quote=sent[1]["id"])
    assert thanks == "张三: 谢谢您作证，时长补上了。"
    assert told.startswith("段家荣: P1 “周六清扫楼道”李桂芬做到结束了吗：作证的人说是")
    await until(community, 28, 13, 5)
    assert "信用分 102" in (await community.say("李桂芬", "积分"))[0]
    await until(community, 29, 12)
    assert "结束超过 24 小时" in (await community.say("段家荣", "签到 1 王五"))[0]


async def test_without_the_word_of_the_witness_nothing_is_put_right(community: Community) -> None:
    """作证的人说不是 → 没有补上，可以换一位；一直没有回答 → 24 小时后告诉组织者。"""
    await announced(community)
    first, second = await codes(community)
    await until(community, 28, 9)
    for name in ("李桂芬", "张三"):
        await community.say(name, f"签到 {first}")
    await until(community, 28, 11, 5)
    await community.say("张三", f"签到 {second}")
    await until(community, 28, 12, 5)
    await community.say("段家荣", "签到 1 李桂芬")
    await community.say("段家荣", "张三")
    assert "没有补" in (await community.say("张三", "不是"))[0]
    community.pass_time(minutes=11)
    await community.say("段家荣", "签到 1 李桂芬")
    await community.say("段家荣", "张三")
    later = community.as_lines(await until(community, 29, 12, 5))
    assert any("P2 " in line and "没有等到作证" in line for line in later)
    assert "等了" not in "".join(later)
    assert "信用分 100" in (await community.say("李桂芬", "积分"))[0]
    assert await community.proof() == ()


async def test_a_captain_organises_for_the_own_team(community: Community) -> None:
    """张三是护绿队队长：可以发布本队的活动，卡片上有队名和站点；自己不能给自己签到。"""
    facts = '{"station": "二站", "theme": "护绿", "items": ["参加志愿服务（通用）"]}'
    listing = EnrolListing("team", "护绿队", facts)
    await post(community, listing, EnrolMembers("护绿队", ("张三",), "张三"))
    await community.say("张三", "发布活动 给花浇水 时间 11月28日9点 地点 花园 名额 10")
    sent = await community.sent("张三", "是")
    card = next(one for one in sent if one.get("card"))
    assert "队伍：护绿队" in card["text"]
    assert "站点：二站" in card["text"]
    assert "践行主流价值观 · 二站：" in (await community.say("李桂芬", "活动"))[0]
    told = community.as_lines(await until(community, 28, 9))
    assert any(line.startswith("张三: ") and "签到码是" in line for line in told)
    first, _ = await codes(community)
    assert "不能给自己签到" in (await community.say("张三", f"签到 {first}"))[0]
    assert "登记了 1 人" in (await community.say("张三", "签到 1 李桂芬"))[0]
    await until(community, 28, 12, 5)
    week = community.as_lines((await community.stage.turn({"step": "days:7"}))["sent"])
    (friday,) = [line for line in week if "本周志愿" in line]
    assert "护绿队：1 人，2 小时" in friday
    assert "李桂芬" not in friday
