"""The private keys of those who receive tip-offs: one file each, under a passphrase that nobody else knows."""

from pathlib import Path

from storage.vault import sealing
from storage.vault.files import destroy, read_key, write_key

RECEIVING = frozenset({"grid_worker", "property", "supervisor", "secretary"})
"""The roles that may receive tip-offs."""


class RecipientKeys:
    """A folder of private keys; on a real installation it is a USB stick or the staff member's own profile."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def make(self, person: int, passphrase: str) -> bytes:
        """A new key under a passphrase, to be adopted once the book knows its public half, which is returned."""
        salt = sealing.random_bytes(sealing.SALT_BYTES)
        return self._write(self._fresh(person), sealing.from_passphrase(passphrase, salt), salt)

    def adopt(self, person: int) -> None:
        """The new key takes the place of the one there."""
        if self._fresh(person).exists():
            destroy(self._path(person))
            self._fresh(person).rename(self._path(person))

    def make_under(self, person: int, derived: bytes, salt: bytes) -> bytes:
        """A new key, in use at once, under a key already made of a passphrase and this salt; its public half."""
        return self._write(self._path(person), derived, salt)

    def _write(self, path: Path, derived: bytes, salt: bytes) -> bytes:
        private = sealing.new_private()
        write_key(path, salt + sealing.lock_with(private, derived), replace=True)
        return sealing.public_of(private)

    def open(self, person: int, passphrase: str) -> bytes | None:
        """The private key, or None where there is none or the passphrase is another.

        A change of key that broke off after the book had taken the new one left it beside the old one.
        """
        found = (self._opened(path, passphrase) for path in (self._path(person), self._fresh(person)))
        return next((private for private in found if private is not None), None)

    def _opened(self, path: Path, passphrase: str) -> bytes | None:
        content = read_key(path)
        if content is None:
            return None
        salt, sealed = content[: sealing.SALT_BYTES], content[sealing.SALT_BYTES :]
        try:
            return sealing.unlock_with(sealed, sealing.from_passphrase(passphrase, salt))
        except sealing.Unopened:
            return None

    def has(self, person: int) -> bool:
        """True where the key's file is here."""
        return self._path(person).exists()

    def destroy(self, person: int) -> None:
        """Overwrite and remove a key."""
        destroy(self._path(person))

    def _path(self, person: int) -> Path:
        return self.directory / f"{person}.key"

    def _fresh(self, person: int) -> Path:
        return self.directory / f"{person}.fresh"
