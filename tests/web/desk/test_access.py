"""Who gets in: only with the link, only from this machine, only for as long as somebody is there."""

import pytest

from bot.web.desk.discovery import discover_pages
from bot.web.desk.site import DESK_HEADERS
from bot.web.headers import HEADERS
from domain.desk import BoundRooms, RecentActions
from tests.web.desk.conftest import Administrator

PATHS = [f"/desk/{one.page.path}" for one in discover_pages()]


async def test_the_link_opens_the_desk(admin: Administrator) -> None:
    assert "运行情况" in await admin.enter()
    assert admin.status == 200


async def test_the_cookie_is_for_this_browser_and_this_desk_alone(admin: Administrator) -> None:
    async with admin.session.get(f"/desk?key={admin.keys.key}", allow_redirects=False) as answer:
        cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/desk" in cookie
    assert admin.keys.key not in cookie


@pytest.mark.parametrize("path", ["/desk", *PATHS])
async def test_without_the_link_nothing_is_shown(admin: Administrator, path: str) -> None:
    text = await admin.get(path)
    assert admin.status == 401
    assert "启动机器人的窗口" in text
    assert "李桂芬" not in text


async def test_a_foreign_name_is_turned_away(admin: Administrator) -> None:
    await admin.enter()
    await admin.get("/desk/people", Host="example.com")
    assert admin.status == 403
    await admin.get("/desk/people", Origin="http://example.com")
    assert admin.status == 403
    await admin.get("/health", Host="example.com")
    assert admin.status == 403


@pytest.mark.parametrize("path", ["/desk", "/desk/nothing", "/desk/desk.css"])
async def test_every_answer_carries_the_headers(admin: Administrator, path: str) -> None:
    async with admin.session.get(path) as answer:
        assert {name: answer.headers[name] for name in DESK_HEADERS} == DESK_HEADERS
    assert {**DESK_HEADERS, "Referrer-Policy": "no-referrer"} == HEADERS


@pytest.mark.parametrize("csrf", ["", "token-1", "other", "\u00e9"])
async def test_a_form_without_its_mark_changes_nothing(admin: Administrator, csrf: str) -> None:
    await admin.enter()
    await admin.post("/desk/rooms", {"csrf": csrf, "act": "unbind", "channel": "simulator", "room": "room-2"})
    assert admin.status == 403
    assert len(await admin.app.store.answer(BoundRooms())) == 1
    assert await admin.app.store.answer(RecentActions()) == ()


async def test_half_an_hour_of_rest_ends_the_session(admin: Administrator) -> None:
    await admin.enter()
    admin.seconds.now += 29 * 60
    await admin.get("/desk/home")
    assert admin.status == 200
    admin.seconds.now += 30 * 60 + 1
    await admin.get("/desk/home")
    assert admin.status == 401


async def test_leaving_ends_the_session(admin: Administrator) -> None:
    await admin.enter()
    await admin.post("/desk/leave", {"csrf": "wrong"})
    await admin.get("/desk/home")
    assert admin.status == 200
    text = await admin.get("/desk/home")
    csrf = text.partition('name="csrf" value="')[2].partition('"')[0]
    await admin.post("/desk/leave", {"csrf": csrf})
    assert admin.status == 401


async def test_wrong_keys_make_everybody_wait_longer_and_longer(admin: Administrator) -> None:
    waits = []
    for _ in range(9):
        await admin.get("/desk?key=wrong")
        assert admin.status == 403
        waits.append(admin.keys.must_wait())
        await admin.enter()
        assert admin.status == 429
        admin.seconds.now += waits[-1]
    assert waits == [1, 2, 4, 8, 16, 32, 42, 42, 42]
    await admin.enter()
    assert admin.status == 200


@pytest.mark.parametrize(
    "fields", [{"act": "nothing"}, {"act": "bind", "room": "a\0b"}, {"act": "bind", "room": "无" * 1001}]
)
async def test_an_odd_form_gets_a_sentence(admin: Administrator, fields: dict[str, str]) -> None:
    text = await admin.enter()
    csrf = text.partition('name="csrf" value="')[2].partition('"')[0]
    text = await admin.post("/desk/rooms", {"csrf": csrf, **fields})
    assert admin.status == 400
    assert "填得不完整" in text
