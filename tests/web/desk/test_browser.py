"""The desk in a real browser: somebody opens the link, binds a group and settles a message."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from domain.decision import Say, Target, Urgency
from domain.desk import BoundRoom, BoundRooms
from domain.outbox import InDoubt, Mark
from tests.web.desk.conftest import HERE, Administrator
from tests.web.test_page import ARGUMENTS, CHROMIUM

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]

playwright_api = pytest.importorskip("playwright.async_api", reason="needs Playwright")


@pytest.fixture
async def page() -> AsyncIterator["Page"]:
    """A browser window."""
    if not CHROMIUM.is_file():
        pytest.skip(f"needs Chromium at {CHROMIUM}")
    async with playwright_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": 1200, "height": 800}, locale="zh-CN")
        page.set_default_timeout(20_000)
        yield page
        await browser.close()


async def test_a_group_is_bound(page: "Page", admin: Administrator, tmp_path: Path) -> None:
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(f"http://127.0.0.1:{admin.port}/desk?key={admin.keys.key}")
    assert "key=" not in page.url

    await page.click("nav >> text=群绑定")
    await page.fill(".fields input[name=room]", "new")
    await page.select_option(".fields select[name=grid]", label="工作群")
    await page.press(".fields button", "Enter")
    assert "工作群" in await page.inner_text("[role=status]")
    await page.screenshot(path=tmp_path / "rooms.png", full_page=True)
    assert BoundRoom(HERE, "new", "staff", "") in await admin.app.store.answer(BoundRooms())

    await page.reload()
    assert await page.locator("[role=status]").count() == 0
    assert complaints == []


async def test_a_message_in_doubt_is_settled_on_a_phone(page: "Page", admin: Administrator, tmp_path: Path) -> None:
    await admin.put(Say(Target("grid", "2"), "明天停水", urgency=Urgency.PUBLIC))
    await admin.put(Mark(1, "in_doubt", 1))
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.goto(f"http://127.0.0.1:{admin.port}/desk?key={admin.keys.key}")
    for path in [await link.get_attribute("href") for link in await page.locator("nav a").all()]:
        await page.goto(f"http://127.0.0.1:{admin.port}{path}")
        assert await page.evaluate("document.documentElement.scrollWidth") == 360
    await page.goto(f"http://127.0.0.1:{admin.port}/desk/sends")
    await page.screenshot(path=tmp_path / "sends.png", full_page=True)
    await page.click("text=已发出 >> nth=-1")
    await page.wait_for_selector("[role=status]")
    assert await admin.app.store.answer(InDoubt()) == ()
