"""One seed: a year is played on a fresh database, stolen twice, and attacked."""

import random
from pathlib import Path

from domain.members import AccountRef
from storage.database import open_database
from storage.migrations import migrate
from storage.store import Store
from storage.vault.vault import Vault
from tests.tips.linkage import batches, guessing, moments, searching, seeding
from tests.tips.linkage.dumping import Dump, stolen
from tests.tips.linkage.scores import Score
from tests.tips.linkage.world import Design, Sizes, World


async def attacked(url: str, folder: Path, seed: int, sizes: Sizes, design: Design = "voucher") -> list[Score]:
    """The scores of all attacks on one seed."""
    chance, keys = random.Random(seed), folder / "keys"
    people = tuple(
        AccountRef("wechat", f"wxid_canary_{n:04}_{chance.randrange(10**8)}") for n in range(sizes.residents)
    )
    database = open_database(url)
    await migrate(database)
    vault = Vault(keys)
    store = Store(database, "test", b"a key that lives outside the book", vault)
    world = World(store, vault, database, keys, chance, people, design)
    try:
        return await _played(world, sizes)
    finally:
        await store.close()
        await database.close()


async def _played(world: World, sizes: Sizes) -> list[Score]:
    await seeding.people(world)
    await seeding.year(world, sizes)
    await seeding.busy_day(world, sizes)
    before = await stolen(world.database, world.keys)
    await seeding.last_day(world, sizes)
    scores = await scored(world, before, await stolen(world.database, world.keys))
    await seeding.night(world, sizes)
    return [*scores, searching.remains(world, await stolen(world.database, world.keys), night=True)]


async def scored(world: World, before: Dump, dump: Dump) -> list[Score]:
    """Every attack on two dumps of one world."""
    return [
        searching.literal(world, dump),
        searching.joins(world, dump),
        guessing.nearest(world, dump),
        guessing.neighbours(world, dump),
        guessing.transactions(world, dump),
        guessing.oddities(world, dump),
        guessing.lengths(world, dump),
        guessing.differences(world, before, dump),
        guessing.months(world, dump),
        searching.files(world, dump),
        await searching.conflicts(world, dump),
        searching.unsealed(world, dump),
        searching.remains(world, dump),
        *moments.attacks(world, dump),
        *batches.attacks(world, before, dump),
    ]
