"""``gridbot keys``: recipients get keys, change them, and print them for the safe."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.app import data_directory
from bot.config import Config
from bot.operating import recipients_wording as wording
from bot.operating.carrying_out import Said
from bot.operating.open_book import open_book
from domain.decision import Unit
from domain.enrolment import GridsOf
from domain.members import Duty
from domain.period import civil
from domain.tips.effects import EnrolKey, Rewrap
from domain.tips.queries import KeyHolders, PublicKeyOf, TipStaff
from storage.store import Store
from storage.vault.files import write_key
from storage.vault.recipients import RECEIVING
from storage.vault.sealing import public_of
from storage.vault.vault import Vault

_SHORTEST = 12
AskFor = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the operator wants of whose key."""

    act: str
    person: int = 0
    file: Path | None = None


async def keep_keys(config: Config, wish: Wish, ask: AskFor, now: datetime) -> Said:
    """Do it, with the book open."""
    vault = Vault(data_directory(config) / "keys")
    async with open_book(config, vault) as store:
        return await _Keeper(store, vault, ask, civil(now)).do(wish)


@dataclass(frozen=True, slots=True)
class _Keeper:
    store: Store
    vault: Vault
    ask: AskFor
    today: date

    async def do(self, wish: Wish) -> Said:
        staff = [one for one in await self.store.answer(TipStaff()) if one.role in RECEIVING]
        holders = await self.store.answer(KeyHolders(reachable=False))
        if wish.act == "list":
            grids = {grid.code: grid.name for grid in await self.store.answer(GridsOf())}
            return 0, [*(wording.row(one, grids, held=one.person in holders) for one in staff), self._months()]
        found = next((one for one in staff if one.person == wish.person), None)
        if found is None:
            return 2, [wording.NOBODY]
        if (wish.act == "init") == (found.person in holders):
            return 2, [wording.HAS_ONE if wish.act == "init" else wording.HAS_NONE]
        if wish.act in {"init", "recover"}:
            return await (self._made(found, None) if wish.act == "init" else self._recovered(found))
        private = self.vault.recipients.open(found.person, self.ask(wording.OLD))
        if private is None:
            return 2, [wording.WRONG]
        return await self._made(found, private) if wish.act == "rotate" else self._sheet(found, private, wish.file)

    async def _recovered(self, duty: Duty) -> Said:
        """By the sheet, whose key must be the one that the book knows; without one, open cases stay shut for good."""
        said = "".join(self.ask(wording.FROM_SHEET).split())
        if not said:
            return await self._made(duty, None)
        try:
            private = bytes.fromhex(said)
            fits = public_of(private) == await self.store.answer(PublicKeyOf(duty.person))
        except ValueError:
            fits = False
        return await self._made(duty, private) if fits else (2, [wording.WRONG_SHEET])

    async def _made(self, duty: Duty, old: bytes | None) -> Said:
        passphrase = self.ask(wording.NEW.format(count=_SHORTEST))
        if len(passphrase) < _SHORTEST:
            return 2, [wording.TOO_SHORT.format(count=_SHORTEST)]
        if self.ask(wording.AGAIN) != passphrase:
            return 2, [wording.DIFFERENT]
        public = self.vault.recipients.make(duty.person, passphrase)
        moved = () if old is None else (Rewrap(duty.person, old, public),)
        at = int(datetime.combine(self.today, datetime.min.time()).timestamp() * 1000)
        await self.store.post(Unit(None, (EnrolKey(duty.person, public, self.today), *moved), at=at))
        self.vault.recipients.adopt(duty.person)
        return 0, [wording.MADE.format(name=duty.name)]

    def _sheet(self, duty: Duty, private: bytes, file: Path | None) -> Said:
        target = file or Path("sheet.txt")
        if target.exists():
            return 2, [wording.SHEET_THERE.format(file=target)]
        write_key(target, wording.sheet(duty, private.hex().upper(), self.today).encode())
        return 0, [wording.SHEET.format(file=target)]

    def _months(self) -> str:
        return wording.MONTHS.format(months="、".join(self.vault.months()) or wording.NO_MONTHS)
