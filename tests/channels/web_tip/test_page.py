"""Somebody without an account reports, follows it by receipt, and is nowhere to be found afterwards."""

import html
import logging
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.desk import AccountsNamed
from storage.tables.outbox import outbox
from tests.channels.web_tip.conftest import ADDRESS, AGENT, Browser
from tests.conversations.tips import batch, code_in, photo_with_place, receipt_in, voucher_batch

TIP = "3栋楼下有人飞线充电 CANARY"


def said(page: str) -> list[str]:
    """What the bot answered on the page."""
    return [html.unescape(one) for one in re.findall(r'<p class="answer">(.*?)</p>', page, re.DOTALL)]


def trouble(page: str) -> str:
    found = re.search(r'role="alert">(.*?)</p>', page)
    return html.unescape(found[1]) if found else ""


async def test_from_the_page_to_the_card_and_back(browser: Browser) -> None:
    """网页：举报 → 回执；问要不要马上转 → 不用；16:10 段家荣收到卡片；属实；网页：查进度、谁看过、领取奖励。"""
    community = browser.community
    page = await browser.send("举报", text=TIP)
    answers = said(page)
    receipt = receipt_in(answers)
    assert "上网服务商" in answers[0]
    assert "微信" not in answers[0]
    assert answers[-1].startswith("这件事可能有危险")
    assert "随下一批转" in said(await browser.go_on("不用"))[0]
    assert said(await browser.go_on("不用"))[0] == "好的，就这样。"
    sent = await batch(community)
    code = code_in(sent)
    assert TIP in sent[0]["text"]
    for name in ("段家荣", "周敏"):
        await community.say(name, f"核实 {code} 属实 已劝导")
    await voucher_batch(community)
    assert "进度：" in said(await browser.send("举报进度", receipt=receipt))[0]
    assert "人看过" in said(await browser.send("谁看过", receipt=receipt.replace(" ", "")))[0]
    asked = await browser.send("领取奖励", receipt=receipt)
    assert "不记名券" in said(asked)[0]
    assert "券码 V" in said(await browser.go_on("是"))[0]
    assert "没有可以领的奖励" in said(await browser.send("领取奖励", receipt=receipt))[0]


async def test_a_photo_is_made_anew_and_words_are_added(browser: Browser) -> None:
    """带照片举报，再补充一句，再撤回：问一次，是 → 全删掉。"""
    import base64

    photo = base64.b64decode(photo_with_place())
    answers = said(await browser.send("举报", photo, text="楼道里堆了纸箱"))
    receipt = receipt_in(answers)
    assert len(answers) == 1
    assert "收到了" in said(await browser.send("补充", receipt=receipt, text="昨晚又堆了"))[0]
    assert "收到了" in said(await browser.send("补充", photo, receipt=receipt))[0]
    assert "确定撤回吗" in said(await browser.send("补充", receipt=receipt, text="撤回"))[0]
    assert "已经撤回" in said(await browser.go_on("是"))[0]
    assert "没有查到这个回执号" in said(await browser.send("举报进度", receipt=receipt))[0]


async def test_nothing_of_the_visitor_is_kept_or_told(
    browser: Browser, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """数据文件、日志、发件箱里都没有地址、浏览器、访问号和内容。"""
    caplog.set_level(logging.DEBUG)
    await browser.send("举报", text="楼道里堆了纸箱 CANARY-TEXT")
    visit = browser.visit
    assert visit
    canaries = (AGENT, "127.0.0.1", visit, "CANARY-TEXT")
    told = "\n".join(record.getMessage() for record in caplog.records if not record.name.startswith("aiohttp.client"))
    assert not [canary for canary in canaries if canary in told]
    reader = browser.community.app.store.reader
    assert await reader.all(select(outbox)) == []
    files = [file for file in tmp_path.rglob("*") if file.is_file() and file.suffix not in {".jsonl", ".lock"}]
    raw = b"".join(file.read_bytes() for file in files)
    assert not [canary for canary in (AGENT, visit, "CANARY-TEXT") if canary.encode() in raw]


async def test_wrong_receipts_get_the_same_words_and_slow_everybody_down(alone: Browser) -> None:
    """写错的、别人的、过期的回执一样的话；错五次以后要等。"""
    words = set()
    for number in range(5):
        words.add(said(await alone.send("举报进度", receipt=f"{number:016}"))[0])
    assert len(words) == 1
    assert "秒再试" in said(await alone.send("谁看过", receipt="9" * 16))[0]


async def test_ten_an_hour_in_all(alone: Browser) -> None:
    for number in range(10):
        assert "回执号" in await alone.send("举报", text=f"第 {number} 处楼道里堆了纸箱")
        assert alone.status == 200
    page = await alone.send("举报", text="又一处楼道里堆了纸箱")
    assert (alone.status, "这一小时收满了" in trouble(page)) == (429, True)
    alone.pass_time(minutes=61)
    await alone.send("举报", text="又一处楼道里堆了纸箱")
    assert alone.status == 200


@pytest.mark.parametrize(
    ("act", "fields", "words"),
    [
        ("举报", {}, "还没有写内容"),
        ("举报", {"text": "　 \n"}, "还没有写内容"),
        ("举报", {"text": "长" * 4001}, "写得太长了"),
        ("举报", {"text": "长" * 9000}, "写得太长了"),
        ("举报进度", {"receipt": "12345"}, "16 位回执号写全"),
        ("领取奖励", {"receipt": "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦"}, "16 位回执号写全"),
        ("补充", {"receipt": "3847 1029 5561 0923"}, "要补充什么"),
        ("是", {"visit": "visitor:nobody"}, "放得太久"),
    ],
)
async def test_what_is_missing_is_said_in_one_sentence(
    alone: Browser, act: str, fields: dict[str, str], words: str
) -> None:
    page = await alone.send(act, b"", **fields)
    assert words in trouble(page)
    assert alone.status in {400, 410}


async def test_what_is_written_is_never_a_command_of_its_own(alone: Browser) -> None:
    """内容里写“查积分”“绑定 李桂芬”也只是内容。"""
    for text in ("查积分", "绑定 李桂芬 6栋1单元302", "<script>alert(1)</script>"):
        page = await alone.send("举报", text=text)
        assert "回执号" in said(page)[0]
        assert "<script" not in page
    assert await alone.community.app.store.answer(AccountsNamed("visitor")) == ()


async def test_a_picture_that_is_none_is_told_and_nothing_is_lost(alone: Browser) -> None:
    page = await alone.send("举报", b"no picture", text="楼道里堆了纸箱")
    assert alone.status == 200
    assert said(page)


async def test_who_asks_in_chat_not_to_be_named_is_told_of_the_page(alone: Browser) -> None:
    """私聊 匿名举报 → 说清平台知道什么，并指到网页；平常的举报不提。"""
    community = alone.community
    (asked,) = await community.say("李桂芬", "匿名举报")
    assert "平台仍知道" in asked
    assert ADDRESS in asked
    told = await community.say("李桂芬", "匿名举报 楼道里堆了纸箱")
    assert ADDRESS in told[0]
    assert ADDRESS not in (await community.say("李桂芬", "举报 楼道里又堆了纸箱"))[0]
