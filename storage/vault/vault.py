"""The door to the keys outside the book: keys of months and days that die, and the keyed hash of receipts."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from domain.period import months_before
from storage.vault import sealing
from storage.vault.files import destroy, read_key, write_key
from storage.vault.pools import PoolKeys
from storage.vault.recipients import RecipientKeys

Purpose = Literal["relay", "outbox", "echo"]
_SEED = 32
_DAY, _DAYS = timedelta(days=1), timedelta(days=7)
_MONTHS = 2


class Vault:
    """Keys of one installation; ``directory`` lies beside the book and in no backup of it."""

    def __init__(self, directory: Path) -> None:
        self._epochs = directory / "epochs"
        self._days = directory / "days"
        self._receipts = directory / "receipts.key"
        self._seeds: dict[Path, bytes] = {}
        self.recipients = RecipientKeys(directory / "recipients")
        self.pools = PoolKeys(directory / "pools")

    def mark(self, kind: str, text: str) -> str:
        """The keyed hash under which a receipt or a matter is kept."""
        return hmac.new(self._kept(self._receipts), f"{kind}|{text}".encode(), hashlib.sha256).hexdigest()

    def below(self, limit: int) -> int:
        """A random number from 0 up to, not including, a limit; every one as likely as any other."""
        return secrets.randbelow(limit)

    def seal(self, plain: bytes, purpose: Purpose, on: date) -> str:
        """Sealed to the month's key, so that it cannot be opened once that is destroyed."""
        month = f"{on:%Y-%m}"
        private = sealing.derived(self._kept(self._epochs / month), purpose)
        return f"{month}.{base64.b64encode(sealing.seal(plain, sealing.public_of(private))).decode()}"

    def open(self, sealed: str, purpose: Purpose) -> bytes | None:
        """The plain bytes, or None where the month's key is destroyed."""
        month, _, body = sealed.partition(".")
        seed = self._known(self._epochs / month)
        return sealing.unseal(base64.b64decode(body), sealing.derived(seed, purpose)) if seed else None

    def day_key(self, day: date) -> bytes:
        """The key of one day, made when it is first wanted."""
        return self._kept(self._days / day.isoformat())

    def prepare(self, on: date) -> None:
        """Make what will be wanted ahead of time: a key's file tells when it was made, and no tip-off may make one."""
        self._kept(self._receipts)
        self._kept(self._epochs / f"{on:%Y-%m}")
        self._make_days(on)

    def _make_days(self, on: date) -> None:
        for day in (on, on + _DAY):
            self.day_key(day)

    def keep_epochs(self, on: date) -> None:
        """Make this month's key, destroy those two months old."""
        self._kept(self._epochs / f"{on:%Y-%m}")
        last = f"{months_before(on.replace(day=1), _MONTHS):%Y-%m}"
        self._destroy(path for path in self._files(self._epochs) if path.name <= last)

    def keep_days(self, on: date) -> None:
        """Make the keys of this day and the next one, destroy those of days a week ago and earlier."""
        self._make_days(on)
        self._destroy(path for path in self._files(self._days) if path.name <= (on - _DAYS).isoformat())

    def months(self) -> tuple[str, ...]:
        """The months whose keys exist."""
        return tuple(path.name for path in self._files(self._epochs))

    def _files(self, directory: Path) -> list[Path]:
        return sorted(directory.iterdir()) if directory.is_dir() else []

    def _destroy(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._seeds.pop(path, None)
            destroy(path)

    def _known(self, path: Path) -> bytes | None:
        if path not in self._seeds and (found := read_key(path)) is not None:
            self._seeds[path] = found
        return self._seeds.get(path)

    def _kept(self, path: Path) -> bytes:
        if self._known(path) is None:
            # Another process on the same keys may be faster; then its key is the one.
            with suppress(FileExistsError):
                write_key(path, sealing.random_bytes(_SEED))
        return self._known(path) or b""
