"""``gridbot keys``: who receives tip-offs gets a key, changes it, prints it; key files are the owner's alone."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import SHANGHAI
from bot.config import Config, DataSettings
from bot.operating.recipients import Wish, keep_keys
from domain.decision import Unit
from domain.enrolment import EnrolGrid, EnrolStaff
from storage.database import open_database, sqlite_url
from storage.migrations import migrate
from storage.store import Store
from storage.vault import sealing
from storage.vault.files import LooseKey, destroy, read_key, write_key
from storage.vault.vault import Vault

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
GOOD, OTHER = "一二三四五六七八九十一二", "二二三四五六七八九十一二"


async def _with_staff(tmp_path: Path) -> Config:
    config = Config(data=DataSettings(str(tmp_path)))
    database = open_database(sqlite_url(tmp_path / "gridbot.db"))
    await migrate(database)
    store = Store(database, config.community.id, b"notes")
    await store.post(Unit(None, (EnrolGrid("2", "二网格"), EnrolStaff("段家荣", "grid_worker", "2"))))
    await store.close()
    await database.close()
    return config


async def test_a_key_is_made_rotated_and_printed(tmp_path: Path) -> None:
    config = await _with_staff(tmp_path)

    async def keys(act: str, *said: str) -> tuple[int, list[str]]:
        answers = iter(said)
        return await keep_keys(config, Wish(act, 1, tmp_path / "sheet.txt"), lambda _: next(answers), NOW)

    assert (await keys("list"))[1][0] == "1  段家荣  网格员  二网格  没有钥匙"
    assert (await keys("rotate", GOOD))[0] == 2
    assert (await keys("init", "太短"))[0] == 2
    assert (await keys("init", GOOD, OTHER))[0] == 2
    assert (await keys("init", GOOD, GOOD))[0] == 0
    assert (await keys("init", GOOD, GOOD))[0] == 2
    assert (await keys("rotate", OTHER))[0] == 2
    assert (await keys("rotate", GOOD, OTHER, OTHER))[0] == 0
    assert (await keys("export-sheet", GOOD))[0] == 2
    assert (await keys("export-sheet", OTHER))[0] == 0
    assert "段家荣" in (tmp_path / "sheet.txt").read_text("utf-8")
    assert (await keys("list"))[1][0].endswith("  有钥匙")
    assert (await keys("export-sheet", OTHER))[0] == 2
    (secret,) = [line for line in (tmp_path / "sheet.txt").read_text("utf-8").splitlines() if len(line) > 60]
    assert (await keys("recover", ("B" if secret[0] == "A" else "A") + secret[1:]))[0] == 2
    assert (await keys("recover", "抄错了"))[0] == 2
    assert (await keys("recover", secret, GOOD, GOOD))[0] == 0
    assert (await keys("rotate", OTHER))[0] == 2
    assert (await keys("recover", secret))[0] == 2
    assert (await keys("recover", "", OTHER, OTHER))[0] == 0
    assert (await keys("rotate", OTHER, GOOD, GOOD))[0] == 0


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    write_key(path, b"secret")
    assert read_key(path) == b"secret"
    path.chmod(0o644)
    with pytest.raises(LooseKey, match="chmod 600"):
        read_key(path)
    destroy(path)
    assert not path.exists()


@pytest.mark.skipif(not hasattr(os, "O_NOATIME"), reason="only Linux can read without a note of it")
def test_reading_a_key_leaves_no_note_of_when(tmp_path: Path) -> None:
    path = tmp_path / "a.key"
    write_key(path, b"secret")
    assert read_key(path) == b"secret"
    assert (path.stat().st_atime, path.stat().st_mtime) == (0.0, 0.0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_crash_leaves_no_image_of_the_memory() -> None:
    code = "import resource, bot.secrets; bot.secrets.leave_no_dump(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "(0, 0)"


def test_whoever_is_slower_uses_the_key_of_whoever_was_faster(tmp_path: Path) -> None:
    """Processes that start at the same moment on the same folder agree on every key, and leave nothing else there."""
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: Vault(tmp_path / "keys").day_key(NOW.date()), range(40)))
    assert len(set(found)) == 1
    assert len(found[0]) == 32
    assert [path.name for path in (tmp_path / "keys" / "days").iterdir()] == [f"{NOW.date()}"]
    path = tmp_path / "keys" / "days" / f"{NOW.date()}"
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        write_key(path, b"another")


def test_a_stick_that_knows_no_second_names_takes_keys_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    path = tmp_path / "a.key"
    write_key(path, b"secret")
    assert read_key(path) == b"secret"
    with pytest.raises(FileExistsError):
        write_key(path, b"another")
    assert read_key(path) == b"secret"


def test_what_was_changed_does_not_open() -> None:
    locked = sealing.lock(b"x" * 200_000)
    assert sealing.unlock(locked.body, locked.key) == b"x" * 200_000
    size = 64 * 1024 + 48
    swapped = locked.body[size : 2 * size] + locked.body[:size] + locked.body[2 * size :]
    for body in (swapped, locked.body[:size], locked.body[:-1], b"\x00" * 40):
        with pytest.raises(sealing.Unopened):
            sealing.unlock(body, locked.key)
    with pytest.raises(sealing.Unopened):
        sealing.unseal(sealing.seal(b"x", sealing.public_of(sealing.new_private())), sealing.new_private())
