"""``gridbot doctor --exposure``: what a thief of the running, unlocked computer would get."""

from pathlib import Path

from bot.config import Config
from bot.database import database_of, is_there
from bot.doctor import exposure_wording as wording
from storage.exposure import Exposure, exposure
from storage.migrations import NEWEST, revision_of
from storage.vault.vault import Vault


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
    return 0, _lines(found, _recipient_keys(folder / "keys" / "recipients"))


def _recipient_keys(folder: Path) -> int:
    return len(list(folder.glob("*.key"))) if folder.is_dir() else 0


def _lines(found: Exposure, keys: int) -> list[str]:
    with_keys = [
        wording.UNHANDED.format(count=found.unhanded),
        wording.RELAYS.format(count=found.relays),
        wording.POOL.format(count=found.waiting),
        wording.OWED.format(count=found.owed),
        wording.ECHOES.format(count=found.echoes),
        wording.CODES.format(count=found.codes),
    ]
    open_anyway = [wording.REGISTER.format(subjects=found.subjects, accounts=found.accounts), wording.LEDGER]
    shut = [wording.SEALED.format(count=found.sealed), wording.CLOSED]
    if keys:
        shut.append(wording.KEYS_HERE.format(count=keys))
    return [wording.WITH_KEYS, *with_keys, wording.BOOK_ALONE, *open_anyway, wording.NEVER, *shut, wording.DO]
