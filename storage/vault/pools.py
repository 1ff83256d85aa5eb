"""The keys of the month-end pool: one at a time, each destroyed when its batch is in the book."""

import base64
import hashlib
import hmac
from contextlib import suppress
from pathlib import Path

from storage.vault import sealing
from storage.vault.files import destroy, read_key, write_key

_BYTES = 32


class PoolKeys:
    """A folder that holds the key of the pool there is; what older keys sealed opens no more, in no backup."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def seal(self, plain: bytes, epoch: str) -> bytes:
        """Sealed under the epoch's key, which is made where there is none."""
        return sealing.lock_with(plain, self._kept(epoch))

    def open(self, sealed: bytes, epoch: str) -> bytes | None:
        """The plain bytes, or None where the key is gone."""
        key = read_key(self._directory / epoch)
        if key is None:
            return None
        try:
            return sealing.unlock_with(sealed, key)
        except sealing.Unopened:
            return None

    def mark(self, words: str, epoch: str) -> str:
        """A keyed hash that nobody can repeat once the key is destroyed."""
        digest = hmac.digest(self._kept(epoch), words.encode(), hashlib.sha256)
        return base64.b32encode(digest[:15]).decode().lower()

    def destroy_but(self, epoch: str) -> None:
        """Destroy every key but one; with an empty name, all."""
        if self._directory.is_dir():
            for path in sorted(self._directory.iterdir()):
                if path.name != epoch:
                    destroy(path)

    def _kept(self, epoch: str) -> bytes:
        path = self._directory / epoch
        if read_key(path) is None:
            with suppress(FileExistsError):
                write_key(path, sealing.random_bytes(_BYTES))
        return read_key(path) or b""
