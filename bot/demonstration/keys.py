"""In the simulator every staff member holds a key for tip-offs at once, under a passphrase that everybody knows."""

import asyncio
from datetime import date
from functools import lru_cache
from pathlib import Path

from domain.decision import Unit
from domain.query import Posting
from domain.tips.effects import EnrolKey
from domain.tips.queries import KeyHolders, TipStaff
from storage.vault.recipients import RECEIVING, RecipientKeys
from storage.vault.sealing import SALT_BYTES, from_passphrase

PASSPHRASE = "演练口令不保密"  # noqa: S105 - published on purpose
_SALT = b"demonstration".ljust(SALT_BYTES, b".")


@lru_cache(maxsize=1)
def _derived() -> bytes:
    # One costly derivation for all: a passphrase that stands in the source is no secret to slow anybody down.
    return from_passphrase(PASSPHRASE, _SALT)


async def equip(book: Posting, keys: Path, on: date) -> None:
    """Give everybody who may receive tip-offs and has no key yet one; ``keys`` is the directory of all keys."""
    holders = await book.answer(KeyHolders(reachable=False))
    without = [one for one in await book.answer(TipStaff()) if one.role in RECEIVING and one.person not in holders]
    if not without:
        return
    derived = await asyncio.to_thread(_derived)
    folder = RecipientKeys(keys / "recipients")
    made = (EnrolKey(one.person, folder.make_under(one.person, derived, _SALT), on) for one in without)
    await book.post(Unit(None, tuple(made)))
