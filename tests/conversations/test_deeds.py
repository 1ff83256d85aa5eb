"""Declaring a deed, and deciding it with a reply."""

from tests.conversations.conftest import Community


async def _declared(community: Community, name: str = "李桂芬", text: str = "申报 楼道清理 6栋一单元") -> list[str]:
    return await community.say(name, text)


async def test_a_deed_is_confirmed_by_quoting_its_card(community: Community) -> None:
    """李桂芬：申报 楼道清理 → D1，网格员收到卡片；引用卡片回 属实 → 两边都收到 L1。"""
    sent = await community.sent("李桂芬", "申报 楼道清理 6栋一单元")
    card = next(one for one in sent if one.get("card"))
    assert "D1 “" in sent[0]["text"]
    assert card["card"]["title"] == "【申报】D1"
    worker, resident = await community.say("段家荣", "属实", quote=card["id"])
    assert worker.startswith("段家荣: L1 李桂芬")
    assert resident.startswith("李桂芬: L1 ")
    assert "信用分 10" in (await community.say("李桂芬", "积分"))[0]
    assert await community.say("段家荣", "D1 属实") == [
        "段家荣: 没有找到等您答复的 D1，可能已经有人答复过了，什么都没有改。发“待办”看看有哪些。"
    ]


async def test_a_no_needs_a_reason_that_the_resident_reads(community: Community) -> None:
    """不属实 → 先问原因；照片不清 → 退回，居民看到原因，没有记分。"""
    await _declared(community)
    (asked,) = await community.say("段家荣", "D1 不属实")
    assert "原因" in asked
    worker, resident = await community.say("段家荣", "照片不清")
    assert worker == "段家荣: D1 已退回，已经告诉本人。"
    assert "照片不清" in resident
    assert "信用分 100" in (await community.say("李桂芬", "积分"))[0]


async def test_rows_of_today_are_answered_by_number(community: Community) -> None:
    """今日 → 编号的卡片；1 2 属实 → 一次办两件；第 9 行没有 → 说明白。"""
    await _declared(community)
    await _declared(community, "张三", "申报 楼道清理 3栋")
    (today,) = await community.say("段家荣", "今日")
    assert "1. D1 申报 李桂芬" in today
    assert "2. D2 申报 张三" in today
    (unknown,) = await community.say("段家荣", "9 属实")
    assert "没有第 9 行" in unknown
    both = await community.say("段家荣", "1 2 属实")
    assert {line.split(":")[0] for line in both} == {"段家荣", "李桂芬", "张三"}
    assert both[0].count("已记上") == 2
    assert "L1" in both[0]
    assert "L2" in both[0]
    assert (await community.say("段家荣", "今日"))[0] == "段家荣: 现在没有等您答复的事，辛苦了。"


async def test_a_bare_yes_counts_where_one_item_is_open(community: Community) -> None:
    """只有一件时，属实 就够；有两件 → 问是哪一件。"""
    await _declared(community)
    await _declared(community, "张三", "申报 楼道清理 3栋")
    (which,) = await community.say("段家荣", "属实")
    assert "2. D2" in which
    await community.say("段家荣", "D2 属实")
    assert (await community.say("段家荣", "属实"))[0].startswith("段家荣: L2 李桂芬")


async def test_the_wrong_person_changes_nothing_and_learns_nothing(community: Community) -> None:
    """别的网格员、居民、本人都不能替人确认。"""
    await community.enter("普秀华", "grid_worker", "三网格")
    await _declared(community)
    nothing = "没有找到等您答复的 D1，可能已经有人答复过了，什么都没有改。发“待办”看看有哪些。"
    assert await community.say("普秀华", "D1 属实") == [f"普秀华: {nothing}"]
    assert (await community.say("张三", "D1 属实"))[0].endswith("您可以发“帮助”看看自己能办的事。")
    assert "信用分 100" in (await community.say("李桂芬", "积分"))[0]


async def test_a_verdict_among_residents_counts_nothing(community: Community) -> None:
    """在居民群里回 属实 → 请私聊；工作群里算数。"""
    await _declared(community)
    assert await community.say("段家荣", "@网格小信 D1 属实", group=True) == ["群: 这件事不方便在群里办，请私聊我。"]


async def test_a_photo_that_follows_reaches_the_worker(community: Community) -> None:
    """申报后十分钟内发照片 → 附在 D1 上，网格员看到；过了时间的、没人等着的照片说一次怎么用。"""
    await _declared(community)
    mine, workers = await community.send_photo("李桂芬")
    assert mine == "李桂芬: 照片收到了，已经附在 D1 上。"
    assert workers.startswith("段家荣: 【申报】D1 照片")
    community.pass_time(minutes=11)
    unused = await community.send_photo("张三")
    assert unused[0].startswith("张三: 照片没有用上")
    assert await community.send_photo("张三") == []


async def test_a_deed_is_taken_back_by_quoting_its_receipt(community: Community) -> None:
    """引用回执“撤回” → 收回，待办里没有了；别的话不算，网格员引用卡片说“属实吧”也不算。"""
    mine, card = (await community.sent("李桂芬", "申报 楼道清理 6栋一单元"))[:2]
    doubt = await community.say("段家荣", "属实吧", quote=card["id"])
    assert doubt == ["段家荣: D1 还没有答复，什么都没有改。请写明“属实”，或者“不属实”加原因。"]
    waiting = await community.say("李桂芬", "再等等", quote=mine["id"])
    assert "还在等答复" in waiting[0]
    assert "已经撤回" in (await community.say("李桂芬", "撤回", quote=mine["id"]))[0]
    assert "没有等您答复" in (await community.say("段家荣", "待办"))[0]
    assert "没有找到等您答复的 D1" in (await community.say("段家荣", "属实", quote=card["id"]))[0]
    assert "已经有结果" in (await community.say("李桂芬", "撤回", quote=mine["id"]))[0]
    assert "信用分 100" in (await community.say("李桂芬", "积分"))[0]


async def test_a_quoted_list_decides_nothing_else_than_what_stands_in_it(community: Community) -> None:
    """引用一张有好几行的“今日”只说属实 → 问是哪一件；引用旧的一张回行号，那一行换了事 → 不办，请看新的。"""
    await _declared(community)
    await community.say("张三", "申报 楼道清理 3栋二单元")
    (old,) = await community.sent("段家荣", "待办")
    (which,) = await community.say("段家荣", "属实", quote=old["id"])
    assert "是哪一件" in which
    assert "已记上" in (await community.say("段家荣", "D1 属实"))[0]
    await community.say("段家荣", "待办")
    (stale,) = await community.say("段家荣", "1 属实", quote=old["id"])
    assert "旧的一张" in stale
    (new,) = await community.sent("段家荣", "待办")
    assert "L2 张三" in (await community.say("段家荣", "1 属实", quote=new["id"]))[0]


async def test_of_two_workers_the_second_reads_that_it_is_over(community: Community) -> None:
    """两位网格员都有“今日”：一位先回 1 属实，另一位再回 → 知道已经有结果，不重记。"""
    await community.enter("赵敏", "grid_worker", "二网格")
    await _declared(community)
    for name in ("段家荣", "赵敏"):
        await community.say(name, "待办")
    assert "已记上" in (await community.say("段家荣", "1 属实"))[0]
    assert await community.say("赵敏", "1 属实") == [
        "赵敏: 第 1 行已经有结果，或者转给别人了，什么都没有改。发“待办”看看现在有哪些。"
    ]


async def test_ten_points_need_a_second_person(community: Community) -> None:
    """见义勇为这样的，一个人不能定：监督员 属实 才记分，登记的人自己不行。"""
    await community.enter("罗琼", "supervisor", "一网格")
    sent = await community.say("段家荣", "加分 张三 见义勇为 10")
    assert "要第二个人确认" in sent[0]
    assert any(line.startswith("罗琼: ") for line in sent)
    assert "信用分 100" in (await community.say("张三", "积分"))[0]
    assert (await community.say("段家荣", "L1 属实"))[0].startswith("段家荣: 没有找到等您答复的 L1")
    said = await community.say("罗琼", "L1 属实")
    assert {line.split(":")[0] for line in said} == {"罗琼", "张三", "段家荣"}
    assert "信用分 110" in (await community.say("张三", "积分"))[0]
