"""``gridbot verify``: recomputes the book, or what is new in it, and says in plain Chinese whether it holds."""

import re
from functools import partial
from pathlib import Path

from bot.config import Config
from bot.operating.carrying_out import Said
from bot.secrets import install_key
from domain.proof import Anchor, Proof
from storage.database import open_database, sqlite_url
from storage.ledger import prove, prove_since
from storage.migrations import migrate

_WHOLE = "账本完好：{entries} 笔，链尾 {head}"
_NEW = "账本完好：第 {after} 笔以后新增 {new} 笔，链尾 {head}；商城、志愿时长和场地不加 --since 时才核对"
_NEXT = "把 {entries}-{head} 抄下来放在别处，下次可以只核对新增的：gridbot verify --since {entries}-{head}"
_UNREADABLE = "--since 后面请照上次校验时给的样子写，例如 --since 1200-0123456789abcdef。"
_BROKEN = "账本有问题，请停用机器人并从备份恢复；第一处：{first}（共 {count} 处）"


_ANCHOR = re.compile(r"([1-9][0-9]{0,17})-([0-9a-f]{16,64})")


async def proof_of(config: Config, since: Anchor | None = None) -> Proof:
    """The proof of the community's book, or of what came after an anchor."""
    data = Path(config.data.directory)
    database = open_database(config.database.url or sqlite_url(data / "gridbot.db"))
    try:
        await migrate(database)
        async with database.reader.connect() as connection:
            key = install_key(data / "keys", "notes")
            work = prove if since is None else partial(prove_since, anchor=since)
            return await connection.run_sync(work, config.community.id, key)
    finally:
        await database.close()


async def verified(config: Config, since: str = "") -> Said:
    """The exit code, 1 where the book does not hold and 2 where ``since`` is no anchor, and what to read."""
    written = _ANCHOR.fullmatch(since.strip().lower())
    if since and written is None:
        return 2, [_UNREADABLE]
    anchor = Anchor(int(written[1]), written[2]) if written else None
    proof = await proof_of(config, anchor)
    if proof.broken:
        return 1, [_BROKEN.format(first=proof.broken[0], count=len(proof.broken))]
    head = proof.head[:16]
    whole = _WHOLE.format(entries=proof.entries, head=head)
    said = whole if anchor is None else _NEW.format(after=anchor.entries, new=proof.entries - anchor.entries, head=head)
    return 0, [said, *([_NEXT.format(entries=proof.entries, head=head)] if proof.entries else [])]
