"""``gridbot verify``: recomputes the book, or what is new in it, and says in plain Chinese whether it holds."""

import re
from functools import partial
from pathlib import Path

from bot.config import Config
from bot.database import database_of
from bot.operating import verifying_wording as wording
from bot.operating.carrying_out import Said
from bot.secrets import install_key
from domain.proof import Anchor, Proof
from storage.ledger import prove, prove_since
from storage.migrations import migrate

_ANCHOR = re.compile(r"([1-9][0-9]{0,17})-([0-9a-f]{16,64})")


async def proof_of(config: Config, since: Anchor | None = None) -> Proof:
    """The proof of the community's book, or of what came after an anchor."""
    database = database_of(config)
    try:
        await migrate(database)
        async with database.reader.connect() as connection:
            key = install_key(Path(config.data.directory) / "keys", "notes")
            work = prove if since is None else partial(prove_since, anchor=since)
            return await connection.run_sync(work, config.community.id, key)
    finally:
        await database.close()


async def verified(config: Config, since: str = "") -> Said:
    """The exit code, 1 where the book does not hold and 2 where ``since`` is no anchor, and what to read."""
    written = _ANCHOR.fullmatch(since.strip().lower())
    if since and written is None:
        return 2, [wording.UNREADABLE]
    anchor = Anchor(int(written[1]), written[2]) if written else None
    proof = await proof_of(config, anchor)
    if proof.broken:
        return 1, [wording.BROKEN.format(first=proof.broken[0], count=len(proof.broken))]
    head = proof.head[:16]
    said = wording.WHOLE.format(entries=proof.entries, head=head)
    if anchor is not None:
        said = wording.NEW.format(after=anchor.entries, new=proof.entries - anchor.entries, head=head)
    return 0, [said, *([wording.NEXT.format(entries=proof.entries, head=head)] if proof.entries else [])]
