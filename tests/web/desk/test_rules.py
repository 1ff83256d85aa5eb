"""New rules: recorded, agreed to by two people in chat, and in force at once; a folder alone changes nothing."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.rules.force import rules_at_start, rules_now
from bot.rules.loader import BrokenRules
from domain.enrolment import EnrolStaff, EnrolSubject
from domain.members import AccountRef, Bind, GiveDuty
from domain.message import Message
from domain.rules.rulebook import Rulebook
from tests.rules.planting import DEFAULTS
from tests.web.desk.conftest import HERE, Administrator

RECORD = {"meeting": "居民代表会议", "held_on": "2026-11-20", "votes": "42 人到会，40 人同意"}
NEW_ITEM = """
[[items]]
code = "R990"
title = "楼顶菜园轮值"
aliases = ["给楼顶的菜浇水"]
category = "core_values"
subjects = ["resident"]
points = 2
unit = "次"
cap_points = 6
cap_period = "month"
evidence = ["photo"]
verifier = "grid_worker"
self_claim = true
redeemable = true
source = "居民代表会议"
source_kind = "plausible"
"""


def _folder(at: Path, more: str = NEW_ITEM) -> Path:
    at.mkdir(parents=True)
    text = (DEFAULTS / "catalogue.toml").read_text("utf-8")
    cut = text.index("[[assist_topics]]")
    (at / "catalogue.toml").write_text(f"{text[:cut]}{more}\n{text[cut:]}", "utf-8")
    return at


async def _two_people(admin: Administrator) -> None:
    await admin.put(
        EnrolStaff("罗琼", "supervisor", ""),
        EnrolStaff("白云", "secretary", ""),
        EnrolSubject("resident", "罗琼", "2", "8栋1单元101"),
        EnrolSubject("resident", "白云", "2", "8栋1单元102"),
    )
    await admin.put(
        Bind(AccountRef(HERE, "luo"), 3),
        Bind(AccountRef(HERE, "bai"), 4),
        GiveDuty(AccountRef(HERE, "luo"), 2),
        GiveDuty(AccountRef(HERE, "bai"), 3),
    )


async def _says(admin: Administrator, who: str, text: str, number: int) -> None:
    said = Message(HERE, f"{who}-{number}", admin.clock.now(), who, who, "private", "", text, addressed=True)
    admin.app.dispatcher.receive(said)
    await admin.app.dispatcher.idle()


async def test_two_people_bring_new_rules_into_force_at_once(admin: Administrator, tmp_path: Path) -> None:
    await admin.enter()
    folder = _folder(tmp_path / "rules")
    wish = {"folder": folder, **RECORD}
    assert "没有两位监督员或书记" in await admin.do("rules", "propose", **wish)
    await _two_people(admin)
    before = admin.app.rules.version
    for wrong in ({"meeting": ""}, {"held_on": "2026-12-24"}, {"held_on": "昨天"}, {"votes": "很长" * 40}):
        assert "请写清楚哪个会" in await admin.do("rules", "propose", **{**wish, **wrong})
    page = await admin.do("rules", "propose", **wish)
    assert "已经转给监督员和书记" in page
    assert "新增 R990 楼顶菜园轮值（2 分）" in page
    assert "等有了结果再提请" in await admin.do("rules", "propose", **wish)
    await _says(admin, "luo", "属实", 1)
    await _says(admin, "luo", "属实", 2)
    assert admin.app.rules.version == before
    await _says(admin, "bai", "属实", 1)
    assert admin.app.rules.version != before
    assert admin.app.rules.find_items("resident", "给楼顶的菜浇水").exact
    assert "2026 年 11 月 20 日由居民代表会议通过" in await admin.get("/desk/rules")
    assert "一模一样" in await admin.do("rules", "propose", **wish)
    # A start without the folder still works by them.
    again = await rules_at_start(admin.app.store, None, admin.ms)
    assert (again.rules.version, again.waiting) == (admin.app.rules.version, True)
    # Whoever stands beside the bot works by them too.
    assert (await rules_now(admin.app.store, None)).version == admin.app.rules.version


async def test_what_is_refused_or_withdrawn_changes_nothing(admin: Administrator, tmp_path: Path) -> None:
    await admin.enter()
    await _two_people(admin)
    before, wish = admin.app.rules.version, {"folder": _folder(tmp_path / "rules"), **RECORD}
    await admin.do("rules", "propose", **wish)
    await _says(admin, "bai", "不属实 还没有开会", 1)
    assert "没有启用" in await admin.get("/desk/rules")
    assert "已经转给" in await admin.do("rules", "propose", **wish)
    assert "撤回了" in await admin.do("rules", "withdraw", code="J2")
    assert "已经有结果了" in await admin.do("rules", "withdraw", code="J2")
    await _says(admin, "luo", "属实", 1)
    assert admin.app.rules.version == before
    (tmp_path / "rules" / "catalogue.toml").write_text("points = ", "utf-8")
    assert "处要改" in await admin.do("rules", "propose", **wish)


async def test_a_folder_alone_changes_nothing_once_people_are_there(admin: Administrator, tmp_path: Path) -> None:
    store, folder = admin.app.store, _folder(tmp_path / "rules")
    with pytest.raises(BrokenRules):
        await rules_at_start(store, _folder(tmp_path / "broken", "points = ["), admin.ms)
    first = await rules_at_start(store, folder, admin.ms)
    assert first.rules.item("R990")
    other = _folder(tmp_path / "other", NEW_ITEM.replace("points = 2", "points = 3"))
    # Nobody can be asked yet: whoever sets the bot up decides.
    found = (await rules_at_start(store, other, admin.ms)).rules.item("R990")
    assert found
    assert found.points == 3
    await _two_people(admin)
    kept = await rules_at_start(store, folder, admin.ms)
    assert kept.waiting
    assert kept.rules.item("R990") == found
    (folder / "catalogue.toml").write_text("points = ", "utf-8")
    broken = await rules_at_start(store, folder, admin.ms)
    assert broken.mistakes
    assert broken.rules.item("R990") == found
    assert not (await rules_at_start(store, other, admin.ms)).waiting


async def test_rules_are_agreed_to_anew_after_a_year(admin: Administrator, tmp_path: Path) -> None:
    await admin.enter()
    await rules_at_start(admin.app.store, _folder(tmp_path / "rules"), admin.ms)
    admin.app.in_force.put((await rules_at_start(admin.app.store, tmp_path / "rules", admin.ms)).rules)
    await _two_people(admin)
    wish = {"folder": tmp_path / "rules", **RECORD}
    assert "一模一样" in await admin.do("rules", "propose", **wish)
    admin.clock.set(admin.clock.now() + timedelta(days=366))
    assert "通过满一年了" in await admin.get("/desk/home")
    assert "已经转给" in await admin.do("rules", "propose", **{**wish, "held_on": "2027-11-20"})
    await _says(admin, "bai", "属实", 1)
    await _says(admin, "luo", "属实", 1)
    assert "通过满一年了" not in await admin.get("/desk/home")


async def test_what_this_bot_can_read_no_more_gives_way_to_the_folder(
    admin: Administrator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an update, rules in the book may be broken for it; the folder can be mended, the book cannot."""
    store, folder = admin.app.store, _folder(tmp_path / "rules")
    await rules_at_start(store, folder, admin.ms)

    def broken(_texts: object) -> Rulebook:
        raise BrokenRules([])

    monkeypatch.setattr("bot.rules.force.rules_of", broken)
    assert (await rules_at_start(store, folder, admin.ms)).rules.item("R990")


async def test_health_says_that_other_rules_wait(admin: Administrator) -> None:
    await admin.enter()
    assert "还没有人同意的规则" not in await admin.get("/desk/home")
    admin.app.in_force.waiting = True
    assert "还没有人同意的规则" in await admin.get("/desk/home")
    assert "还没有两个人同意" in await admin.get("/desk/rules")
    admin.app.in_force.mistakes = ("catalogue.toml 第 3 行：写错了",)
    assert "有 1 处写错" in await admin.get("/desk/home")
    assert "第 3 行" in await admin.get("/desk/rules")
