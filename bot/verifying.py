"""``gridbot verify``: recomputes the whole book and says in plain Chinese whether it holds."""

from pathlib import Path

from bot.config import Config
from bot.operating import Said
from bot.secrets import install_key
from domain.proof import Proof
from storage.database import open_database, sqlite_url
from storage.ledger import prove
from storage.migrations import migrate

_WHOLE = "账本完好：{entries} 笔，链尾 {head}"
_BROKEN = "账本有问题，请停用机器人并从备份恢复；第一处：{first}（共 {count} 处）"


async def proof_of(config: Config) -> Proof:
    """The proof of the community's book."""
    data = Path(config.data.directory)
    database = open_database(config.database.url or sqlite_url(data / "gridbot.db"))
    try:
        await migrate(database)
        async with database.reader.connect() as connection:
            return await connection.run_sync(prove, config.community.id, install_key(data / "keys", "notes"))
    finally:
        await database.close()


async def verified(config: Config) -> Said:
    """The exit code, 1 where the book does not hold, and the sentence that says so."""
    proof = await proof_of(config)
    if proof.broken:
        return 1, [_BROKEN.format(first=proof.broken[0], count=len(proof.broken))]
    return 0, [_WHOLE.format(entries=proof.entries, head=proof.head[:16])]
