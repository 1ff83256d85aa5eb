"""What the operator types, and what comes of it."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.cli import main
from bot.clock import MachineClock
from bot.config import Config, DatabaseSettings, DataSettings, read_config
from bot.doctor import files, machine
from bot.doctor.finding import Level
from bot.doctor.visit import visit
from bot.secrets import install_key
from domain.calendar import MissedRuns, run_key
from domain.decision import Claim, Unit
from domain.enrolment import EnrolGrid
from domain.tips.effects import HandOver
from storage.database import open_database, sqlite_url
from storage.migrations import migrate
from storage.store import Store
from storage.vault.vault import Vault
from tests.storage.test_store import award
from tests.storage.tips import DAY, REPORTER, TEXT, tip

FORMULA = '=HYPERLINK("http://evil.example","点我")'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data directory with a small book, and settings that name it."""
    import asyncio

    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    for name in ("notes", "phones", "inbox"):
        install_key(data / "keys", name)
    (tmp_path / "config.toml").write_text(f'[data]\ndirectory = "{data.as_posix()}"\n', "utf-8")
    asyncio.run(_fill(data))
    return tmp_path


async def _fill(data: Path) -> None:
    database = open_database(sqlite_url(data / "gridbot.db"))
    await migrate(database)
    store = Store(database, "longjiang", install_key(data / "keys", "notes"))
    await store.post(Unit(None, (award("m1", note=FORMULA), award("m2", note="＝1+1"))))
    await store.close()
    await database.close()


def gridbot(home: Path, *words: str) -> int:
    return main([*words, "--config", str(home / "config.toml")])


def test_backup_and_restore(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """备份 → 电脑坏了 → 新目录放好密钥 → 恢复 → 账本完好。"""
    assert gridbot(home, "backup", "--to", str(home / "usb")) == 0
    said = capsys.readouterr().out
    assert "2 笔" in said
    assert "密钥不在备份里" in said
    (copy,) = (home / "usb").glob("gridbot-*.db")
    assert gridbot(home, "restore", str(copy)) == 2
    assert "已经有账本" in capsys.readouterr().out
    keys = home / "data" / "keys"
    (home / "data").rename(home / "broken")
    assert gridbot(home, "restore", str(copy)) == 2
    assert "密钥" in capsys.readouterr().out
    (home / "broken" / "keys").rename(keys)
    assert gridbot(home, "restore", str(home / "usb" / "nothing.db")) == 2
    assert gridbot(home, "restore", str(copy)) == 0
    assert gridbot(home, "verify") == 0
    assert "账本完好：2 笔" in capsys.readouterr().out


def test_what_is_new_is_verified_since_an_anchor(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gridbot(home, "verify") == 0
    anchor = capsys.readouterr().out.split()[-1]
    assert anchor.startswith("2-")
    assert gridbot(home, "verify", "--since", anchor) == 0
    assert "新增 0 笔" in capsys.readouterr().out
    assert gridbot(home, "verify", "--since", f"1-{'0' * 16}") == 1
    assert "not the one that was proven before" in capsys.readouterr().out
    for unreadable in ("2", "0-0123456789abcdef", "二-链尾", "2-0123"):
        assert gridbot(home, "verify", "--since", unreadable) == 2
        assert "--since" in capsys.readouterr().out


def test_a_copy_of_another_community_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gridbot(home, "backup", "--to", str(home / "usb")) == 0
    (copy,) = (home / "usb").glob("gridbot-*.db")
    (home / "data" / "gridbot.db").unlink()
    (home / "data" / "keys" / "notes.key").write_bytes(b"k" * 32)
    assert gridbot(home, "restore", str(copy)) == 1
    assert "什么都没有动" in capsys.readouterr().out
    assert not (home / "data" / "gridbot.db").exists()


def test_doctor_is_content_after_a_backup_and_complains_before(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gridbot(home, "doctor") == 1
    assert "[要处理] 还没有备份" in capsys.readouterr().out
    assert gridbot(home, "backup") == 0
    capsys.readouterr()
    assert gridbot(home, "doctor") == 0
    said = capsys.readouterr().out
    assert "账本完好：2 笔" in said
    assert said.endswith("没有要处理的。\n")
    assert "BitLocker" in said


def test_doctor_names_a_loose_key_and_shows_no_secret(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gridbot(home, "backup") == 0
    (home / "data" / "keys" / "inbox.key").chmod(0o644)
    table = '[channels.wx]\ntype = "wechaty"\nendpoint = "127.0.0.1:9"\n'
    with (home / "config.toml").open("a", encoding="utf-8") as file:
        file.write(f'{table}token_file = "{(home / "no_such_token").as_posix()}"\n')
    assert gridbot(home, "doctor") == 1
    said = capsys.readouterr().out
    assert "chmod 600" in said
    assert "读不了口令文件" in said
    with (home / "config.toml").open("a", encoding="utf-8") as file:
        file.write(f'{table.replace("wx", "second")}token = "puppet_secret_7"\n')
    (home / "config.toml").chmod(0o644)
    assert gridbot(home, "doctor") == 2
    said = capsys.readouterr().err
    assert "config.toml channels.second.token：" in said
    assert "chmod 600" in said
    assert "puppet_secret_7" not in said


async def test_doctor_on_nothing_makes_nothing(tmp_path: Path) -> None:
    config = Config(data=DataSettings(str(tmp_path / "data")))
    code, lines = await visit(config, MachineClock().now())
    assert code == 0
    assert any("还没有账本" in line for line in lines)
    assert list(tmp_path.iterdir()) == []


def test_doctor_finds_what_is_wrong_with_the_machine(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert machine.python((3, 10, 1)).level is Level.PROBLEM
    assert machine.python((3, 11, 2)).level is Level.GOOD
    assert [machine.sqlite(one).level for one in ((3, 40, 1), (3, 44, 6), (3, 50, 6), (3, 51, 3))] == [
        Level.HINT,
        Level.GOOD,
        Level.HINT,
        Level.GOOD,
    ]
    assert [machine.disk(tmp_path, size * 10**6).level for size in (100, 600, 9000)] == [
        Level.PROBLEM,
        Level.HINT,
        Level.GOOD,
    ]
    now = MachineClock().now()
    assert machine.clock(tmp_path, now).level is Level.GOOD
    assert machine.clock(tmp_path, now - timedelta(days=2)).level is Level.PROBLEM
    assert machine.fonts((str(tmp_path),)).level is Level.HINT
    (tmp_path / "gridbot-2026-11-24-0340.db").write_text("")
    (late, _) = files.backups(tmp_path, tmp_path, now + timedelta(days=3), book=True)
    assert late.level is Level.PROBLEM


async def test_doctor_hears_that_the_database_is_away(tmp_path: Path) -> None:
    away = DatabaseSettings("postgresql+asyncpg://gridbot:hush_7@127.0.0.1:9/gridbot")
    config = Config(database=away, data=DataSettings(str(tmp_path)))
    code, lines = await visit(config, MachineClock().now())
    assert code == 1
    assert any("账本打不开" in line for line in lines)
    assert not any("hush_7" in line for line in lines)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_an_exported_formula_stays_a_text(home: Path, suffix: str) -> None:
    file = home / f"out.{suffix}"
    assert gridbot(home, "export", "ledger", str(file), "--period", "2026-11") == 0
    if suffix == "csv":
        rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    else:
        sheet = load_workbook(file).worksheets[0]
        rows = [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    notes = [row[9] for row in rows[1:]]
    assert notes == [f"'{FORMULA}", "'＝1+1"]


def test_an_export_knows_its_period_and_its_file(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gridbot(home, "export", "ledger", str(home / "a.csv"), "--period", "2025") == 0
    assert "导出了 0 笔" in capsys.readouterr().out
    assert gridbot(home, "export", "ledger", str(home / "a.pdf")) == 2


def test_rules_are_checked_and_counted(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gridbot(home, "rules", "check") == 0
    assert gridbot(home, "rules", "show") == 0
    assert "积分清单" in capsys.readouterr().out
    own = tmp_path / "rules"
    own.mkdir()
    (own / "tips.toml").write_text("nonsense = 1\n", "utf-8")
    assert gridbot(home, "rules", "check", str(own)) == 1
    assert "tips.toml" in capsys.readouterr().out


def test_jobs_are_listed_and_rehearsed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gridbot(home, "jobs") == 0
    assert "nightly_backup" in capsys.readouterr().out
    assert gridbot(home, "jobs", "preview", "nightly_check") == 0
    assert "没有要发的内容" in capsys.readouterr().out
    assert gridbot(home, "jobs", "preview", "no_such_job") == 2
    assert gridbot(home, "jobs", "preview", "nightly_check", "--at", "tomorrow") == 2


def test_a_job_is_paused_and_goes_on(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """暂停信用小贴士 → 列表里写着已暂停；继续 → 不写了。"""
    assert gridbot(home, "jobs", "pause", "credit_tip") == 0
    assert "信用小贴士已暂停" in capsys.readouterr().out
    assert gridbot(home, "jobs") == 0
    assert "（已暂停）credit_tip" in capsys.readouterr().out
    assert gridbot(home, "jobs", "resume", "credit_tip") == 0
    assert gridbot(home, "jobs") == 0
    assert "（已暂停）credit_tip" not in capsys.readouterr().out.partition("信用小贴士继续了")[2]
    assert gridbot(home, "jobs", "pause", "publishing") == 0
    assert gridbot(home, "jobs") == 0
    assert "发布已暂停" in capsys.readouterr().out
    assert gridbot(home, "jobs", "resume", "publishing") == 0
    assert gridbot(home, "jobs", "pause", "no_such_job") == 2


def test_a_missed_period_is_made_up_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """错过的一期，运行一次就补上；再运行，没有错过的了。"""
    import asyncio

    asyncio.run(_miss(home / "data"))
    assert gridbot(home, "jobs") == 0
    assert "channel_text 2026-11" in capsys.readouterr().out
    assert gridbot(home, "jobs", "run", "channel_text", "2026-11") == 0
    assert "排好了" in capsys.readouterr().out
    assert gridbot(home, "jobs", "run", "channel_text", "2026-11") == 2
    assert gridbot(home, "jobs", "run", "no_such_job", "2026-11") == 2


async def _miss(data: Path) -> None:
    database = open_database(sqlite_url(data / "gridbot.db"))
    store = Store(database, "longjiang", b"")
    claim = Claim("job", run_key("channel_text", "2026-11", "!missed"))
    await store.post(Unit(claim, (EnrolGrid("2", "二网格"),), at=1_793_963_400_000))
    rows = await store.answer(MissedRuns())
    assert rows
    await store.close()
    await database.close()


def test_what_is_asked_of_no_book_is_answered(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(f'[data]\ndirectory = "{(tmp_path / "data").as_posix()}"\n', "utf-8")
    for words in (["backup"], ["jobs"], ["export", "ledger", str(tmp_path / "a.csv")]):
        assert gridbot(tmp_path, *words) == 2
    assert not (tmp_path / "data").exists()


def test_the_example_holds_every_setting_with_its_default() -> None:
    example = Path(__file__).resolve().parents[1] / "config.example.toml"
    assert read_config(example.read_bytes(), example.name) == Config()


def test_exposure_counts_what_could_be_stolen_and_shows_none_of_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """gridbot doctor --exposure：没转的 1 件、回信的路 1 个；转走以后原文看不到了，只剩能试的指纹。"""
    import asyncio

    asyncio.run(_tell(home / "data", HandOver("TOTHER", DAY)))
    assert gridbot(home, "doctor", "--exposure") == 0
    said = capsys.readouterr().out
    assert "原文：1 件" in said
    assert "举报人账号：1 个" in said
    assert "哪一类事的举报：1 件" in said
    assert "举报 1 件的网格" in said
    assert "备份 " not in said
    assert "PostgreSQL" not in said
    assert not any(word in said for word in (TEXT, REPORTER.id, "T7K3P"))
    asyncio.run(_tell(home / "data", HandOver("T7K3P", DAY), opening=False))
    gridbot(home, "doctor", "--exposure")
    later = capsys.readouterr().out
    assert "原文：0 件" in later
    assert "试“原文里有没有这一段”的举报：1 件" in later
    assert gridbot(home, "backup") == 0
    capsys.readouterr()
    gridbot(home, "doctor", "--exposure")
    assert "备份 1 份里" in capsys.readouterr().out


async def _tell(data: Path, *effects: object, opening: bool = True) -> None:
    database = open_database(sqlite_url(data / "gridbot.db"))
    store = Store(database, "longjiang", install_key(data / "keys", "notes"), Vault(data / "keys"))
    await store.post(Unit(None, (tip(), *effects) if opening else effects))
    await store.close()
    await database.close()


def test_exposure_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.toml").write_text(f'[data]\ndirectory = "{(tmp_path / "none").as_posix()}"\n', "utf-8")
    assert gridbot(tmp_path, "doctor", "--exposure") == 0
    assert "没有什么可偷的" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()


def test_settings_that_are_not_there_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """run、doctor 和 import 写错了配置文件 → 一句话，不是程序的毛病。"""
    missing = str(tmp_path / "none.toml")
    for words in (["run"], ["verify"], ["jobs"], ["import", str(tmp_path)]):
        assert main([*words, "--config", missing]) == 2
        assert "没有这个配置文件" in capsys.readouterr().err
    assert main(["run", "--config", str(tmp_path)]) == 2


def test_a_job_that_is_not_named_is_asked_for(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gridbot(home, "jobs", "run") == 2
    assert capsys.readouterr().out.startswith("请写是哪个任务")


@pytest.mark.parametrize("line", [["runn"], [], ["backup", "--too", "x"], ["export", "ledger"], ["jobs", "--now"]])
def test_a_line_that_cannot_be_read_says_what_to_do(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(line)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "这样写看不懂，什么都没有做" in said
    assert "--help”看怎么写" in said
