"""``gridbot doctor --exposure``: what a thief of the running, unlocked computer would get."""

from dataclasses import dataclass
from pathlib import Path

from bot.app import backup_directory
from bot.config import Config
from bot.database import database_of, is_there
from bot.doctor import exposure_wording as wording
from storage.backup import copies
from storage.exposure import Exposure, exposure
from storage.migrations import NEWEST, revision_of
from storage.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class _Around:
    """What lies beside the book."""

    recipient_keys: int
    copies: int
    is_sqlite: bool


async def visit(config: Config) -> tuple[int, list[str]]:
    """The exit code and what to say; it reads and changes nothing."""
    if not is_there(config):
        return 0, [wording.NO_BOOK]
    folder = Path(config.data.directory)
    database = database_of(config)
    try:
        async with database.reader.connect() as connection:
            if await connection.run_sync(revision_of) != NEWEST:
                return 1, [wording.OLD_BOOK]
        found = await exposure(database, config.community.id, Vault(folder / "keys"))
    except Exception as away:  # noqa: BLE001 - whatever a driver says, its text may hold the password
        return 1, [wording.AWAY.format(kind=type(away).__name__)]
    finally:
        await database.close()
    around = _Around(
        _recipient_keys(folder / "keys" / "recipients"), len(copies(backup_directory(config))), database.is_sqlite
    )
    return 0, _lines(found, around)


def _recipient_keys(folder: Path) -> int:
    return len(list(folder.glob("*.key"))) if folder.is_dir() else 0


def _lines(found: Exposure, around: _Around) -> list[str]:
    with_keys = [
        wording.UNHANDED.format(count=found.unhanded),
        wording.RELAYS.format(count=found.relays),
        wording.POOL.format(count=found.waiting),
        wording.OWED.format(count=found.owed),
        wording.ECHOES.format(count=found.echoes),
        wording.MATTERS.format(count=found.matters),
        wording.CODES.format(count=found.codes),
    ]
    if around.copies:
        with_keys.append(wording.COPIES.format(count=around.copies))
    if not around.is_sqlite:
        with_keys.append(wording.POSTGRES)
    open_anyway = [
        wording.REGISTER.format(subjects=found.subjects, accounts=found.accounts),
        wording.LEDGER,
        wording.CASES.format(count=found.cases),
    ]
    shut = [wording.SEALED.format(count=found.sealed), wording.CLOSED]
    if around.recipient_keys:
        shut.append(wording.KEYS_HERE.format(count=around.recipient_keys))
    return [wording.WITH_KEYS, *with_keys, wording.BOOK_ALONE, *open_anyway, wording.NEVER, *shut, wording.DO]
