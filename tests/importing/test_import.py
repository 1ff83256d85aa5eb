"""``gridbot import``: all or nothing, twice is once, phones never in the book."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.config import Config, DatabaseSettings, DataSettings
from bot.demonstration.community import demonstration_register
from bot.operating.importing import import_file
from bot.workbook.writing import write_rows
from domain.members import FindSubjects
from domain.teams.team import Teams
from storage.database import open_database, sqlite_url
from storage.store import Store
from storage.tables.facts import known_fact
from storage.tables.members import listing, staff, subject

TODAY = date(2026, 11, 23)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(database=DatabaseSettings(sqlite_url(tmp_path / "book.db")), data=DataSettings(str(tmp_path)))


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "register.xlsx"
    write_rows(path, demonstration_register())
    return path


async def _counts(config: Config) -> dict[str, int]:
    database = open_database(config.database.url)
    async with database.reader.connect() as connection:
        found = {
            table.name: (await connection.execute(select(func.count()).select_from(table))).scalar_one()
            for table in (subject, staff, listing)
        }
    await database.close()
    return found


def test_the_demonstration_community_is_imported_twice_with_no_change(config: Config, workbook: Path) -> None:
    import asyncio

    assert import_file(config, workbook, TODAY)[0] == 0
    first = asyncio.run(_counts(config))
    assert first["subject"] == 1200
    code, lines = import_file(config, workbook, TODAY)
    assert code == 0
    assert "信用主体 1200 个" in lines[-1]
    assert asyncio.run(_counts(config)) == first


async def test_the_teams_carry_the_figures_of_the_community(config: Config, workbook: Path) -> None:
    """21 teams at three stations with a thousand volunteers, each led by somebody known; twice is once."""
    import asyncio

    for _ in range(2):
        assert (await asyncio.to_thread(import_file, config, workbook, TODAY))[0] == 0
        database = open_database(config.database.url)
        store = Store(database, config.community.id, b"")
        teams = await store.answer(Teams())
        await store.close()
        await database.close()
        assert (len(teams), len({one.station for one in teams})) == (21, 3)
        assert sum(one.members for one in teams) == 1000
        assert all(one.captain for one in teams)


def test_no_phone_reaches_the_book(config: Config, workbook: Path, tmp_path: Path) -> None:
    import_file(config, workbook, TODAY)
    phones = {cell for row in demonstration_register()["信用主体"][1:] for cell in row if str(cell).startswith("199")}
    assert len(phones) > 500
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("book.db*"))
    assert not [phone for phone in phones if str(phone).encode() in kept]


def test_one_bad_row_stops_all_unless_skipped(config: Config, tmp_path: Path) -> None:
    sheets = {name: [list(row) for row in rows] for name, rows in demonstration_register().items()}
    column = sheets["信用主体"][0].index("网格")
    sheets["信用主体"][5][column] = "六网格"
    path = tmp_path / "bad.xlsx"
    write_rows(path, sheets)
    code, lines = import_file(config, path, TODAY)
    assert code == 1
    assert any("信用主体 第 6 行 网格" in line for line in lines)
    assert not (tmp_path / "book.db").exists()
    assert import_file(config, path, TODAY, skip_bad=True)[0] == 0
    assert (tmp_path / "bad-待改.xlsx").exists()


async def test_people_are_found_by_name_and_address(config: Config, workbook: Path) -> None:
    import asyncio

    await asyncio.to_thread(import_file, config, workbook, TODAY)
    store = Store(database := open_database(config.database.url), config.community.id, b"key")
    (found,) = await store.answer(FindSubjects("李桂芬", "6栋1单元302"))
    assert (found.grid, found.kind) == ("2", "resident")
    await store.close()
    await database.close()


def test_a_list_comes_by_itself_once_the_people_are_in_the_book(config: Config, workbook: Path, tmp_path: Path) -> None:
    """资料 alone: every mistake at once, nothing kept; mended it is kept, and twice changes nothing."""
    import asyncio

    import_file(config, workbook, TODAY)
    list_ = tmp_path / "list.xlsx"
    headings = ["姓名", "地址", "项目", "内容", "来源", "日期", "依据"]
    good = ["李桂芬", "6栋1单元302", "养犬登记", "没养犬", "资料", "2026-03-01", "2026年养犬登记名单"]
    write_rows(list_, {"资料": [headings, good, ["李桂芬", "6栋1单元302", "养犬登记", "大狗", "资料", "三月", ""]]})
    code, lines = import_file(config, list_, TODAY)
    assert code == 1
    assert [line.split("：")[0] for line in lines[1:]] == [
        "资料 第 3 行 依据",
        "资料 第 3 行 日期",
        "资料 第 3 行 内容",
    ]
    write_rows(list_, {"资料": [headings, good]})
    for _ in range(2):
        assert import_file(config, list_, TODAY) == (0, [f"导入完成：{_counted(facts=1)}"])
        assert asyncio.run(_rows(config)) == 1


def _counted(facts: int) -> str:
    none = "网格 0 个，信用主体 0 个，工作人员 0 名，志愿队 0 支，合伙人 0 家，资源 0 处"
    return f"{none}，资料 {facts} 条"


async def _rows(config: Config) -> int:
    database = open_database(config.database.url)
    async with database.reader.connect() as connection:
        count = (await connection.execute(select(func.count()).select_from(known_fact))).scalar_one()
    await database.close()
    return int(count)


def test_a_file_without_a_row_that_is_known_is_no_import(config: Config, tmp_path: Path) -> None:
    """空的表、名字不对的表 → 不说“导入完成”，说照模板写。"""
    stray = tmp_path / "abc.csv"
    for content in ("", "随便,写写\n一,二\n"):
        stray.write_text(content, "utf-8")
        code, lines = import_file(config, stray, TODAY)
        assert code == 2
        assert "一条都没有导入" in lines[-1]
