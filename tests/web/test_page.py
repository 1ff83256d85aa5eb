"""The page itself, played in a browser."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Caller

if TYPE_CHECKING:
    from playwright.async_api import Page

pytestmark = pytest.mark.browser

playwright_api = pytest.importorskip("playwright.async_api", reason="needs Playwright")

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture
async def page(caller: Caller) -> AsyncIterator["Page"]:
    """The page in a browser window."""
    if not CHROMIUM.is_file():
        pytest.skip(f"needs Chromium at {CHROMIUM}")
    async with playwright_api.async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": 1200, "height": 800}, locale="zh-CN")
        page.set_default_timeout(20_000)
        yield page
        await browser.close()


async def test_a_short_conversation_is_played(page: "Page", caller: Caller, tmp_path: Path) -> None:
    complaints: list[str] = []
    page.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await caller.enter("李桂芬", address="6栋1单元302")
    other = await caller.enter("张三", address="3栋2单元501")

    await page.goto(f"http://127.0.0.1:{caller.port}/")
    await page.click("#me")
    await page.click("#picker .person:has-text('张三')")
    await page.click(f"[id='chat-person:{other}']")
    await page.fill("#draft", "在吗")
    await page.press("#draft", "Enter")
    await page.wait_for_selector("#log .row:not(.mine) .bubble")

    said = await page.locator("#log .row.mine .bubble").all_inner_texts()
    answers = await page.locator("#log .row:not(.mine) .bubble").all_inner_texts()
    listed = (await caller.get("/api/messages", params={"chat": f"person:{other}"}))["messages"]
    assert said == ["在吗"]
    assert answers == [message["text"] for message in listed if message["from"] == "bot"]

    assert "还没有消息" not in await page.inner_text("#log")

    # What somebody else says arrives by itself.
    await caller.say("p1", "大家好", "group")
    await page.wait_for_selector("[id='chat-group:二网格']:has-text('大家好')")
    await page.screenshot(path=tmp_path / "page.png")
    assert complaints == []
