"""The one place that knows the ciphers: libsodium's sealed boxes, secret boxes and Argon2id."""

from dataclasses import dataclass

import nacl.exceptions
import nacl.pwhash
import nacl.secret
import nacl.utils
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.public import PrivateKey, PublicKey, SealedBox

SALT_BYTES = nacl.pwhash.argon2id.SALTBYTES
_MEMORY = 64 * 1024 * 1024
_ROUNDS = 3
_CHUNK = 64 * 1024


class Unopened(Exception):  # noqa: N818 - an outcome of opening
    """The key does not fit, or the sealed thing was changed."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A body under a key of its own."""

    key: bytes
    body: bytes


def random_bytes(count: int) -> bytes:
    """Randomness for keys and names of rows."""
    return nacl.utils.random(count)


def new_private() -> bytes:
    """A new private key."""
    return bytes(PrivateKey.generate())


def public_of(private: bytes) -> bytes:
    """The public half of a private key."""
    return bytes(PrivateKey(private).public_key)


def derived(seed: bytes, purpose: str) -> bytes:
    """A private key for one purpose out of a seed."""
    return blake2b(b"", key=seed, person=purpose.encode(), encoder=RawEncoder)


def seal(plain: bytes, public: bytes) -> bytes:
    """Sealed to a public key: even whoever sealed it cannot open it again."""
    return SealedBox(PublicKey(public)).encrypt(plain)


def unseal(sealed: bytes, private: bytes) -> bytes:
    """The plain bytes, or Unopened."""
    try:
        return SealedBox(PrivateKey(private)).decrypt(sealed)
    except nacl.exceptions.CryptoError as broken:
        raise Unopened from broken


def lock(plain: bytes) -> Locked:
    """A body under a new key, in chunks that cannot be left out or change places."""
    key = nacl.utils.random(nacl.secret.SecretBox.KEY_SIZE)
    box = nacl.secret.SecretBox(key)
    chunks = [plain[start : start + _CHUNK] for start in range(0, len(plain), _CHUNK)] or [b""]
    sealed = [bytes(box.encrypt(_head(number, len(chunks)) + chunk)) for number, chunk in enumerate(chunks)]
    return Locked(key, b"".join(sealed))


def _head(number: int, count: int) -> bytes:
    return number.to_bytes(4) + count.to_bytes(4)


def unlock(body: bytes, key: bytes) -> bytes:
    """The plain bytes, or Unopened."""
    size = _CHUNK + 8 + nacl.secret.SecretBox.NONCE_SIZE + nacl.secret.SecretBox.MACBYTES
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    box, plain = nacl.secret.SecretBox(key), []
    for number, piece in enumerate(pieces):
        try:
            chunk = box.decrypt(piece)
        except (nacl.exceptions.CryptoError, ValueError) as broken:
            raise Unopened from broken
        if chunk[:8] != _head(number, len(pieces)):
            raise Unopened
        plain.append(chunk[8:])
    return b"".join(plain)


def from_passphrase(passphrase: str, salt: bytes) -> bytes:
    """The key that a passphrase stands for: Argon2id, 64 MiB, a fifth of a second."""
    return nacl.pwhash.argon2id.kdf(
        nacl.secret.SecretBox.KEY_SIZE, passphrase.encode(), salt, opslimit=_ROUNDS, memlimit=_MEMORY
    )


def lock_with(plain: bytes, key: bytes) -> bytes:
    """A short secret under a key that is known already."""
    return bytes(nacl.secret.SecretBox(key).encrypt(plain))


def unlock_with(sealed: bytes, key: bytes) -> bytes:
    """The short secret again, or Unopened."""
    try:
        return nacl.secret.SecretBox(key).decrypt(sealed)
    except (nacl.exceptions.CryptoError, ValueError) as broken:
        raise Unopened from broken
