"""What time does to findings, asked of the job itself."""

from datetime import datetime, timedelta

from bot.rules.loader import load_rules
from domain.calendar import Due
from domain.code import NewCode
from domain.decision import Say, Unit
from domain.findings import states
from domain.findings.timing import milliseconds
from domain.matters.matter import MoveMatter, OpenMatter, Step
from domain.period import SHANGHAI
from scheduler.jobs.finding_moves import job
from storage.store import Store

SETTLED = datetime(2026, 12, 1, 10, tzinfo=SHANGHAI)
RULES = load_rules(None)


def _effective() -> OpenMatter:
    facts = {"item": "MN05", "title": "占道经营", "points": 3, "person": 9, "role": "grid_worker"}
    step = Step("registered", 9, "grid_worker")
    return OpenMatter(
        NewCode("L"), states.SORT, states.EFFECTIVE, "老王烧烤 占道经营", step, 1, "2", facts=facts, closed=True
    )


async def _moves(store: Store, at: datetime) -> list[tuple[str, str]]:
    posts = await job.plan(Due(at, "x", RULES), store)
    said = [effect.text for post in posts for effect in post.effects if isinstance(effect, Say)]
    moved = [effect.state for post in posts for effect in post.effects if isinstance(effect, MoveMatter)]
    return list(zip(moved, said, strict=True))


async def test_an_effect_ends_after_its_months_and_is_told_once(store: Store) -> None:
    """占道经营的影响期六个月：6 月 1 日早上了结，本人收到一句。"""
    await store.post(Unit(None, (_effective(),), at=milliseconds(SETTLED)))
    last_day = datetime(2027, 5, 31, 8, 25, tzinfo=SHANGHAI)
    assert await _moves(store, last_day) == []
    assert await _moves(store, last_day + timedelta(days=1, hours=3)) == []
    ((state, words),) = await _moves(store, last_day + timedelta(days=1))
    assert state == states.EXPIRED
    assert words.startswith("L1 占道经营：影响期已满")
    for post in await job.plan(Due(last_day + timedelta(days=1), "x", RULES), store):
        await store.post(Unit(None, post.effects, post.watches, at=milliseconds(last_day)))
    assert await _moves(store, last_day + timedelta(days=2)) == []
