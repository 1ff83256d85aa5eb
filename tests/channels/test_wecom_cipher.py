"""The callbacks' cipher against vectors that another implementation made."""

import json

import pytest

from bot.channels.wecom_cipher import Seal, Unreadable, key_of, opened, sealed
from tests.channels.wecom import FOLDER

VECTORS = json.loads((FOLDER / "crypto_vectors.json").read_text("utf-8"))["vectors"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_vectors_of_another_implementation(vector: dict[str, str]) -> None:
    seal = Seal(vector["token"], key_of(vector["encoding_aes_key"]), vector["receiveid"])
    stamp, nonce, body = vector["timestamp"], vector["nonce"], vector["encrypt"]
    assert seal.signature(stamp, nonce, body) == vector["msg_signature"]
    assert seal.is_genuine(vector["msg_signature"], stamp, nonce, body)
    assert not seal.is_genuine(vector["msg_signature"][:-1], stamp, nonce, body)
    assert not seal.is_genuine("签名", stamp, nonce, body)
    assert seal.open(body).decode() == vector["plaintext"]
    other = Seal(vector["token"], key_of(vector["encoding_aes_key"]), "wwother")
    with pytest.raises(Unreadable):
        other.open(body)
    assert vector["token"] not in repr(seal)


@pytest.mark.parametrize("size", [0, 1, 31, 32, 33])
def test_what_is_sealed_can_be_opened(size: int) -> None:
    key = bytes(range(32))
    assert opened(key, sealed(key, b"x" * size)) == b"x" * size


@pytest.mark.parametrize("damaged", ["", "AAAA", "A" * 64, "不是", "=" * 8, "A" * 44])
def test_damage_is_unreadable(damaged: str) -> None:
    with pytest.raises(Unreadable):
        Seal("t", bytes(range(32)), "").open(damaged)


@pytest.mark.parametrize("bad", ["", "短", "A" * 42, "A" * 50])
def test_a_key_has_its_length(bad: str) -> None:
    with pytest.raises(Unreadable):
        key_of(bad)
