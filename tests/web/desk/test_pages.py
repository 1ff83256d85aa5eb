"""What each page shows and does, on both databases."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.web.desk import wording
from bot.web.desk.discovery import discover_pages
from domain.channel import ChannelStatus
from domain.code import NewCode
from domain.decision import Claim, Say, Target, Unit, Urgency
from domain.desk import BoundRoom, BoundRooms, RecentActions, StaffRoll
from domain.matters.matter import OpenMatter, Step
from domain.matters.standing_by import concerned
from domain.members import AccountRef, GiveDuty, Room, RoomOf, SenderOf
from domain.message import Message
from domain.outbox import Dead, InDoubt, Mark
from domain.register.sheets import ROLES
from storage.backup import copies
from tests.web.desk.conftest import HERE, START, Administrator


async def done(admin: Administrator) -> list[str]:
    return [one.what for one in await admin.app.store.answer(RecentActions())]


def test_roles_are_called_as_the_register_calls_them() -> None:
    assert {wording.role(role): role for role in ROLES.values()} == dict(ROLES)


async def test_every_page_opens_and_stands_in_the_menu(admin: Administrator) -> None:
    await admin.enter()
    for one in discover_pages():
        text = await admin.get(f"/desk/{one.page.path}")
        assert admin.status == 200
        assert f"<h1>{one.page.title}</h1>" in text
        assert text.count('aria-current="page"') == 1


async def test_health_tells_a_monitor_nothing_about_anybody(admin: Administrator) -> None:
    async with admin.session.get("/health") as answer:
        body = await answer.json()
    assert set(body) == {"state", "checks"}
    assert body["checks"]["channel_simulator"] == "good"
    assert set(body["checks"].values()) <= {"good", "look", "bad"}


async def test_a_problem_comes_with_what_to_do(admin: Administrator, monkeypatch: pytest.MonkeyPatch) -> None:
    await admin.enter()
    scan = ChannelStatus("scan", "", START, "https://login.example/abc")
    monkeypatch.setattr(admin.app.channels[HERE], "status", lambda: scan)
    text = await admin.get("/desk/home")
    assert "data:image/svg+xml" in text
    assert "请用机器人的微信扫下面的二维码" in text


async def test_a_copy_of_the_book_is_made_from_the_desk(admin: Administrator, tmp_path: Path) -> None:
    await admin.enter()
    assert "现在是演练" in await admin.do("home", "back_up")
    admin.app.store.reader.backups = tmp_path / "data" / "backups"
    assert "备份好了" in await admin.do("home", "back_up")
    assert len(copies(tmp_path / "data" / "backups")) == 1


async def test_whoever_was_idle_for_a_month_is_to_be_confirmed(admin: Administrator) -> None:
    await admin.enter()
    (worker,) = await admin.app.store.answer(StaffRoll())
    await admin.put(GiveDuty(AccountRef(HERE, "li"), worker.id))
    assert "请核对" in await admin.get("/desk/people")
    await admin.do("people", "confirm", person=worker.id)
    assert "30 天没办过事" not in await admin.get("/desk/people")
    admin.clock.set(admin.clock.now() + timedelta(days=31))
    assert "30 天没办过事" in await admin.get("/desk/people")
    step = Step("opened", worker.id, "grid_worker")
    await admin.put(OpenMatter(NewCode("K"), "case", "drafted", "一件", step))
    assert "30 天没办过事" not in await admin.get("/desk/people")


async def test_whoever_is_recused_is_not_asked(admin: Administrator) -> None:
    await admin.enter()
    (worker,) = await admin.app.store.answer(StaffRoll())
    await admin.put(GiveDuty(AccountRef(HERE, "li"), worker.id))
    assert "和3栋2单元501、阳光理发店有关的事" in await admin.do(
        "people", "recuse", person=worker.id, concerns="3栋2单元501、 阳光理发店，3栋2单元501"
    )
    assert "3栋2单元501、阳光理发店" in await admin.get(f"/desk/people?person={worker.id}")
    sender = await admin.app.store.answer(SenderOf(AccountRef(HERE, "li")))
    (duty,) = sender.duties
    assert concerned(sender, duty, ("3栋2单元501",))
    assert not concerned(sender, duty, ("9栋1单元101",))
    assert "最多 20 个" in await admin.do("people", "recuse", person=worker.id, concerns="很长" * 30)
    assert "没有要另外回避的" in await admin.do("people", "recuse", person=worker.id, concerns="")
    assert "没有找到" in await admin.do("people", "recuse", person=99, concerns="")


async def test_the_drill_asks_for_no_backup_and_the_real_bot_does(admin: Administrator, tmp_path: Path) -> None:
    """模拟器不备份，首页就不催；真的社区还没有备份，首页说怎么做。"""
    await admin.enter()
    assert "演练不自动备份" in await admin.get("/desk/home")
    admin.app.store.reader.backups = tmp_path / "backups"
    assert "请运行 gridbot backup" in await admin.get("/desk/home")


async def test_a_paused_calendar_goes_on(admin: Administrator, monkeypatch: pytest.MonkeyPatch) -> None:
    await admin.enter()
    monkeypatch.setattr(admin.app.runner, "_paused", True)
    text = await admin.get("/desk/home")
    assert "需要马上处理" in text
    assert "继续定时事务" in text
    async with admin.session.get("/health") as answer:
        assert answer.status == 503
    assert "定时事务继续了" in await admin.do("home", "resume")
    assert not admin.app.runner.paused
    assert await done(admin) == ["home.resume"]


async def test_the_book_is_proved_on_demand(admin: Administrator) -> None:
    await admin.enter()
    assert "账本完好：0 笔" in await admin.do("home", "prove")
    assert "校验账本" in await admin.get("/desk/home")


async def test_a_role_is_tied_and_untied(admin: Administrator) -> None:
    account = AccountRef(HERE, "li")
    await admin.enter()
    assert "未绑" in await admin.get("/desk/people")
    assert "6栋1单元302" in await admin.get("/desk/people?person=1")
    assert "可以办网格员的事" in await admin.do("people", "tie", person=1, channel=HERE, account="li")
    assert "grid_worker" in (await admin.app.store.answer(SenderOf(account))).roles
    (member,) = await admin.app.store.answer(StaffRoll())
    assert member.confirmed_at == admin.ms
    assert [one.account for one in member.accounts] == [account]
    assert "不再能办" in await admin.do("people", "untie", person=1, channel=HERE, account="li")
    assert "grid_worker" not in (await admin.app.store.answer(SenderOf(account))).roles
    assert await done(admin) == ["people.untie", "people.tie"]


async def test_a_role_goes_to_nobody_unknown(admin: Administrator) -> None:
    await admin.enter()
    assert "没有找到这个账号" in await admin.do("people", "tie", person=1, channel=HERE, account="nobody")
    assert "没有找到这位工作人员" in await admin.do("people", "tie", person=9, channel=HERE, account="li")
    assert await done(admin) == []


async def test_a_role_is_confirmed_again(admin: Administrator) -> None:
    await admin.enter()
    admin.clock.set(START + timedelta(days=90))
    await admin.do("people", "confirm", person=1)
    (member,) = await admin.app.store.answer(StaffRoll())
    assert member.confirmed_at == admin.ms


async def test_a_resident_is_found_by_a_part_of_the_name_and_unbound(admin: Administrator) -> None:
    await admin.enter()
    assert "6栋1单元302" in await admin.get("/desk/people?q=桂")
    assert "6栋1单元302" not in await admin.get("/desk/people?q=%25")
    await admin.do("people", "unbind", q="桂", channel=HERE, account="li", subject=1)
    assert (await admin.app.store.answer(SenderOf(AccountRef(HERE, "li")))).subjects == ()
    assert "已经有人处理过了" in await admin.do("people", "unbind", channel=HERE, account="li", subject=1)


async def test_what_people_are_called_is_never_markup(admin: Administrator) -> None:
    await admin.enter()
    text = await admin.get("/desk/people?q=张")
    assert "&lt;b&gt;张三" in text
    assert "<b>张三" not in text


async def test_a_room_that_was_heard_is_bound(admin: Administrator) -> None:
    await admin.enter()
    admin.app.dispatcher.receive(
        Message(
            channel=HERE, id="m1", at=START, sender="x", sender_name="", scene="group", room="new", text="大家好",
            addressed=False,
        )
    )  # fmt: skip
    text = await admin.get("/desk/rooms")
    assert "new" in text
    assert "大家好" not in text
    assert "二网格" in await admin.do("rooms", "bind", channel=HERE, room="new", grid="2")
    room = await admin.app.store.answer(RoomOf(HERE, "new"))
    assert room
    assert room.grid
    assert room.grid.name == "二网格"
    await admin.do("rooms", "bind", channel=HERE, room="new", grid="!staff")
    assert await admin.app.store.answer(RoomOf(HERE, "new")) == Room("staff")
    await admin.do("rooms", "unbind", channel=HERE, room="new")
    assert await admin.app.store.answer(BoundRooms()) == (BoundRoom(HERE, "room-2", "grid", "2"),)


@pytest.mark.parametrize("fields", [{"room": "", "grid": "2"}, {"room": "new", "grid": "9"}, {"room": "a", "grid": ""}])
async def test_a_room_is_bound_to_nothing_unknown(admin: Administrator, fields: dict[str, str]) -> None:
    await admin.enter()
    await admin.do("rooms", "bind", channel=HERE, **fields)
    assert len(await admin.app.store.answer(BoundRooms())) == 1
    assert await done(admin) == []


async def _left(admin: Administrator, state: str, to: Target, words: str) -> None:
    await admin.put(Say(to, words, urgency=Urgency.PUBLIC))
    number = 1 + len(await admin.app.store.answer(InDoubt())) + len(await admin.app.store.answer(Dead()))
    await admin.put(Mark(number, state, 1))  # type: ignore[arg-type]  # one of the states


async def test_a_message_in_doubt_waits_for_a_word(admin: Administrator) -> None:
    await admin.enter()
    await _left(admin, "in_doubt", Target("grid", "2"), "明天停水")
    text = await admin.get("/desk/sends")
    assert "二网格群" in text
    assert "明天停水" in text
    assert "已经发出" in await admin.do("sends", "seen", id=1)
    assert await admin.app.store.answer(InDoubt()) == ()
    assert "已经有人处理过了" in await admin.do("sends", "again", id=1)
    assert await done(admin) == ["sends.seen"]


async def test_what_no_door_leads_to_is_shown_with_what_to_do(admin: Administrator) -> None:
    """没绑定的居民、没有群的网格、没说过话的工作人员 → 各写怎么办；内容不显示，放着也不会悄悄等下去。"""
    await admin.enter()
    assert "没有门能送到" not in await admin.get("/desk/sends")
    says = (Target("subject", "99"), Target("grid", "9"), Target("staff", "77"))
    await admin.put(*(Say(one, "悄悄话", urgency=Urgency.NOTICE) for one in says))
    await admin.app.delivery.drain()
    page = await admin.get("/desk/sends")
    assert "没有门能送到 <small>3 处" in page
    for words in ("请本人私聊机器人绑定", "绑一个群", "再到“人员与角色”把角色给他的账号"):
        assert words in page
    assert "3 处有话等着" in await admin.get("/desk")


@pytest.mark.parametrize("act", ["again", "drop"])
async def test_a_dead_letter_is_decided_on_unread(admin: Administrator, act: str) -> None:
    await admin.enter()
    await _left(admin, "dead", Target("subject", "1"), "您的信用分是 96")
    text = await admin.get("/desk/sends")
    assert "一位居民" in text
    assert "96" not in text
    await admin.do("sends", act, id=1)
    assert await admin.app.store.answer(Dead()) == ()
    assert await done(admin) == [f"sends.{act}"]


@pytest.mark.parametrize("act", ["make_up", "let_go"])
async def test_a_missed_period_is_decided_on(admin: Administrator, act: str) -> None:
    await admin.enter()
    await admin.app.store.post(Unit(Claim("job", "health|2026-11-20|!missed"), (), at=admin.ms - 86_400_000))
    text = await admin.get("/desk/calendar")
    assert "每日自检" in text
    assert "2026-11-20" in text
    await admin.do("calendar", act, job="health", period="2026-11-20")
    assert "没有错过什么" in await admin.get("/desk/calendar")
    assert "已经有人处理过了" in await admin.do("calendar", act, job="health", period="2026-11-20")
    assert await done(admin) == [f"calendar.{act}"]


async def test_the_rules_are_checked_before_they_are_used(admin: Administrator, tmp_path: Path) -> None:
    await admin.enter()
    assert admin.app.rules.version in await admin.get("/desk/rules")
    folder = tmp_path / "rules"
    folder.mkdir()
    assert "没有发现错误" in await admin.do("rules", "check", folder=folder)
    (folder / "catalogue.toml").write_text("items = 3\n", "utf-8")
    text = await admin.do("rules", "check", folder=folder)
    assert "处要改" in text
    assert "catalogue.toml" in text
    assert await done(admin) == ["rules.check", "rules.check"]


async def test_stock_is_filled_up_and_never_goes_below_nothing(admin: Administrator) -> None:
    await admin.enter()
    assert "义务理发一次" in await admin.get("/desk/rewards")
    assert "这个月现在剩 65 份" in await admin.do("rewards", "add", reward="G09", count=5)
    assert "取不走这么多" in await admin.do("rewards", "add", reward="G09", count=-66)
    assert "这个月现在剩 3 份" in await admin.do("rewards", "add", reward="G09", count=-62)
    assert "快没了" in await admin.get("/desk/rewards")
    assert "请选一样东西" in await admin.do("rewards", "add", reward="G09", count=0)
    assert "请选一样东西" in await admin.do("rewards", "add", reward="G24", count=1)
    assert await done(admin) == ["rewards.add", "rewards.add"]
