"""A book with its keys, staff with keys of their own, and tips to put into it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

from domain.decision import Claim, Unit
from domain.members import AccountRef
from domain.period import SHANGHAI
from domain.tips.case import Recipient
from domain.tips.effects import EnrolKey, OpenTip
from storage.database import Database
from storage.store import Store
from storage.vault.sealing import SALT_BYTES, from_passphrase
from storage.vault.vault import Vault
from tests.conftest import COMMUNITY, NOTE_KEY

DAY = date(2026, 11, 23)
REPORTER = AccountRef("wechat", "wxid_canary_limei_77")
RECEIPT = "3847102955610923"
TEXT = "3栋楼下有人飞线充电 CANARY 昨晚我亲眼看见"
WORKER, PROPERTY = Recipient(901, "grid_worker"), Recipient(902, "property")
SALT = b"s" * SALT_BYTES
PASSPHRASE = "只有本人知道的口令"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Kept:
    """The book, its keys and its database."""

    store: Store
    vault: Vault
    database: Database

    async def post(self, *effects: object, on: date = DAY, key: str = "") -> None:
        at = int(datetime.combine(on, time(), SHANGHAI).timestamp() * 1000)
        await self.store.post(Unit(Claim("message", key) if key else None, effects, at=at))


@lru_cache(maxsize=1)
def _derived() -> bytes:
    return from_passphrase(PASSPHRASE, SALT)


async def kept(database: Database, keys: Path) -> AsyncIterator[Kept]:
    """A store whose two recipients hold keys."""
    vault = Vault(keys)
    store = Store(database, COMMUNITY, NOTE_KEY, vault)
    derived = _derived()
    made = Kept(store, vault, database)
    await made.post(*(EnrolKey(n, vault.recipients.make_under(n, derived, SALT), DAY) for n in (901, 902)))
    yield made
    await store.close()


def tip(code: str = "T7K3P", receipt: str = RECEIPT, **more: object) -> OpenTip:
    facts: dict[str, object] = {"grid": "2", "topic": "ebike_fire", "text": TEXT, "on": DAY, "reporter": REPORTER}
    facts |= {"recipients": (WORKER, PROPERTY), "matter": ("2|RN09|3", "", "")}
    return OpenTip(code, receipt, **(facts | more))  # type: ignore[arg-type]


def later(**days: int) -> date:
    return DAY + timedelta(**days)
