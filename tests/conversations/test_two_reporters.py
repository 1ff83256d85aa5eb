"""Two communities live the same days; in one 李桂芬 reports, in the other 张三: nobody can tell the books apart."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.conversations.conftest import Community
from tests.conversations.test_accused_worker import _community as community_in
from tests.conversations.tips import batch, code_in, receipt_in

BY_CHANCE = (
    (re.compile(r"sealed:[0-9a-f]+"), "sealed"),
    (re.compile(r"20\d\d-\d\d\.[A-Za-z0-9+/=]{40,}"), "sealed to a month"),
    (re.compile(r"[A-Za-z0-9+/]{60,}={0,2}"), "sealed to a person"),
    (re.compile(r"\b[0-9a-f]{24,}\b"), "hash"),
    (re.compile(r"\bT[A-Z0-9]{5}\b"), "code"),
)
"""What is drawn anew each time; lengths of bytes and everything else must agree."""
BIG = 2**45
Rows = list[tuple[str, ...]]


def _face(value: object) -> str:
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, int) and abs(value) > BIG:
        return "number by chance"
    words = str(value)
    for chance, name in BY_CHANCE:
        words = chance.sub(name, words)
    return words


def _book(folder: Path) -> dict[str, Rows]:
    """Every table with the numbers that SQLite itself gave its rows."""
    found: dict[str, Rows] = {}
    with closing(sqlite3.connect(folder / "book.db")) as connection:
        for name, made in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall():
            own = "*" if "WITHOUT ROWID" in made else "rowid, *"
            rows = connection.execute(f"SELECT {own} FROM {name}").fetchall()  # noqa: S608 - names of our own tables
            # What stands apart by chance has no order among itself.
            found[name] = sorted(tuple(map(_face, row)) for row in rows)
    return found


async def _lived(community: Community, folder: Path, name: str, other: str) -> list[dict[str, Rows]]:
    """A tip of one, from the first word to the voucher, while the other just chats; the book after each part."""
    books: list[dict[str, Rows]] = []

    async def say(text: str) -> list[str]:
        said = await community.say(name, text)
        await community.say(other, "你好")
        return said

    await say("举报")
    for person in (name, other):
        await community.say(person, "积分清单")
    receipt = receipt_in(await say("举报 3栋楼下堆满纸箱过不去人"))
    await say("是")
    await say("不用")
    books.append(_book(folder))
    cards = await batch(community)
    await community.say("段家荣", f"追问 {code_in(cards)} 在几楼")
    await say(f"补充 {receipt} 二楼拐角")
    await batch(community)
    books.append(_book(folder))
    await community.say("段家荣", f"核实 {code_in(cards)} 属实 已劝导")
    for text in (f"举报进度 {receipt}", "是", f"谁看过 {receipt}", f"领取奖励 {receipt}"):
        await say(text)
    assert "券码 V" in (await say("是"))[0]
    books.append(_book(folder))
    await community.stage.turn({"step": "days:1"})
    books.append(_book(folder))
    return books


async def test_whoever_reports_the_book_is_the_same(tmp_path: Path) -> None:
    """举报、追问、补充、属实、查进度、谁看过、领券：每一步以后，每张表每一行都一样，连数据库自己编的行号也一样。"""
    lived = []
    for name, other in (("李桂芬", "张三"), ("张三", "李桂芬")):
        folder = tmp_path / name
        async with community_in(folder) as community:
            await community.enter("张三", address="3栋1单元201")
            lived.append(await _lived(community, folder, name, other))
    for one, another in zip(*lived, strict=True):
        assert {table for table in one if one[table] != another[table]} == set()


async def test_what_is_no_secret_tells_them_apart(tmp_path: Path) -> None:
    """换成申报：同样的比法，一眼就看出是谁。"""
    books = []
    for name in ("李桂芬", "张三"):
        async with community_in(tmp_path / name) as community:
            await community.enter("张三", address="3栋1单元201")
            await community.say(name, "申报 楼道清理 把一楼的纸箱搬走了")
            books.append(_book(tmp_path / name))
    assert books[0] != books[1]
