"""Plays a year: tips beside ordinary awards, batches, questions, verdicts, vouchers, erasures, months of keys."""

import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta

from bot.rules.loader import load_rules
from domain.awarding import Award
from domain.decision import Claim
from domain.enrolment import EnrolGrid, EnrolSubject
from domain.ledger import Hand
from domain.members import AccountRef, Bind
from domain.period import SHANGHAI
from domain.shop.bearer import HandOutBearer, IssueBearerBatch, NextBearer
from domain.tips.case import new_code
from domain.tips.effects import (
    EnrolKey,
    EraseTips,
    GrantReward,
    HandOver,
    KeepEpochs,
    MoveTip,
    OpenTip,
    SaySealed,
    TakeReward,
    TellReporter,
    ask_reporter,
    supplement,
)
from domain.tips.queries import TipByReceipt, TipsToHandOver
from domain.tips.receipts import new_receipt, shown
from storage.vault.sealing import public_of
from tests.tips.linkage import pooling
from tests.tips.linkage.world import PHOTO, PROPERTY, SUPERVISOR, WORKER, Sizes, Truth, World, milliseconds, to

FIRST, LONG_AGO = date(2026, 1, 1), date(2025, 3, 1)
RULES = load_rules(None)
ITEM = pooling.DEED
ACTS = ("飞线充电", "遛狗不牵绳", "楼道堆物", "半夜敲墙", "乱扔垃圾")
Event = tuple[datetime, int, Callable[[datetime], Awaitable[None]]]


def _moment(day: date, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute, second), SHANGHAI)


async def people(world: World) -> None:
    """Everybody is in the register, every account is bound, and three people hold keys."""
    at = _moment(FIRST)
    homes = [(f"居民{n:04}黄莺", f"{n // 20 + 1}栋1单元{n % 20 + 101}") for n in range(len(world.people))]
    await world.post(at, EnrolGrid("2", "二网格"), *(EnrolSubject("resident", n, "2", a) for n, a in homes))
    await world.post(at, *(Bind(account, number) for number, account in enumerate(world.people, 1)))
    keys = [hashlib.sha256(bytes([n])).digest() for n in range(3)]
    staff = (WORKER, PROPERTY, SUPERVISOR)
    await world.post(at, *(EnrolKey(p.person, public_of(k), FIRST) for p, k in zip(staff, keys, strict=True)))
    if world.design == "pool":
        await pooling.deeds(world, _moment(LONG_AGO), share=1.0)


async def year(world: World, sizes: Sizes) -> None:
    """Every event of the year, in the order of its moment."""
    days = 30 * sizes.months
    repeaters = world.chance.sample(world.people, max(1, sizes.tips // 4))
    events: list[Event] = [
        _event(world, days, lambda at: _award(world, at)) for _ in range(sizes.months * sizes.awards)
    ]
    for number in range(sizes.months * sizes.tips):
        repeats = number % 4 == 0
        reporter = repeaters[number % len(repeaters)] if repeats else world.chance.choice(world.people)
        guarded = number % 12 == 5
        events.extend(_tip(world, days, reporter, guarded=guarded, repeats=repeats))
    for number in range(days):
        events.extend(_routine(world, FIRST + timedelta(days=number)))
    await _run(world, events)


async def busy_day(world: World, sizes: Sizes) -> None:
    """Somebody gets points every ten minutes, and in between some report and answer what they are asked."""
    on = FIRST + timedelta(days=30 * sizes.months)
    start, chance = _moment(on, 7), world.chance
    events: list[Event] = [(start + timedelta(minutes=10 * n), 1, lambda at: _award(world, at)) for n in range(84)]
    for number in range(4):
        events += _busy(world, chance.choice(world.people), start, asked=number < 2)
    await _run(world, events + _routine(world, on))


def _busy(world: World, reporter: AccountRef, start: datetime, *, asked: bool) -> list[Event]:
    """A tip of the busy day, of which the minute is remembered; where ``asked``, the answer to a question as well."""
    truth, ((_, _, told), *_) = _tip_of(world, 4, reporter, guarded=False, repeats=False)

    async def told_then(at: datetime) -> None:
        await told(at)
        truth.moments.append(milliseconds(at))

    async def answered(at: datetime) -> None:
        case = await world.store.answer(TipByReceipt(truth.receipt))
        if case is None or case.state != "handed":
            return
        await world.post(at - timedelta(hours=1), *ask_reporter(case, "请问大概几点", at.date()))
        again = await world.store.answer(TipByReceipt(truth.receipt))
        if again is not None:
            key = hmac.new(world.vault.day_key(at.date()), world.message().encode(), hashlib.sha256).hexdigest()
            day = _moment(at.date())
            await world.post(day, *supplement(again, "晚上", at.date()), claim=Claim("message", key))
            truth.moments.append(milliseconds(at))

    # In the middle between two others, where a thief who knows its neighbours would look for it.
    found: list[Event] = [(start + timedelta(minutes=10 * world.chance.randrange(1, 54) + 5), 1, told_then)]
    if asked:
        found.append((start + timedelta(minutes=10 * world.chance.randrange(60, 82) + 5), 1, answered))
    return found


async def last_day(world: World, sizes: Sizes) -> None:
    """One more day between two thefts: a new tip, its batch, and points for others."""
    day = 30 * sizes.months + 1
    _, _, told = _tip(world, day, world.chance.choice(world.people), guarded=False, repeats=False)[0]
    events: list[Event] = [(_moment(FIRST, 8, 30), 1, told)]
    events += [(_moment(FIRST, hour), 1, lambda at: _award(world, at)) for hour in (8, 11, 15, 20)]
    on = FIRST + timedelta(days=day)
    waiting = [truth for truth in world.truths if truth.closed and not truth.pooled]
    if world.design == "pool" and waiting:
        world.last_claim = waiting[-1]
        await pooling.claim(world, waiting[-1], _moment(on, 12))
    moved = [(_moment(on, at.hour, at.minute, at.second), order, act) for at, order, act in events]
    await _run(world, moved + _routine(world, on))
    # The thief comes right after a verdict, before anything of the calendar tidies up.
    late = _moment(on, 21)
    await _decide(world, world.truths[-1], late)
    await world.deliver(late)


async def night(world: World, sizes: Sizes) -> None:
    """The erasure after the last day."""
    on = FIRST + timedelta(days=30 * sizes.months + 2)
    await world.post(_moment(on, 4, 10), EraseTips(on, RULES.ratings.retention))


async def _run(world: World, events: list[Event]) -> None:
    for at, _, act in sorted(events, key=lambda one: (one[0], one[1])):
        await act(at)
        await world.deliver(at + timedelta(seconds=1))


def _event(world: World, days: int, act: Callable[[datetime], Awaitable[None]]) -> Event:
    day = FIRST + timedelta(days=world.chance.randrange(days - 3))
    return _moment(day, world.chance.randrange(7, 22), world.chance.randrange(60), world.chance.randrange(60)), 1, act


def _routine(world: World, day: date) -> list[Event]:
    """What the calendar does: batches, erasure, keys and vouchers."""

    async def batch(at: datetime) -> None:
        if codes := await world.store.answer(TipsToHandOver()):
            await world.post(at, *(HandOver(code, at.date()) for code in codes))

    async def month(at: datetime) -> None:
        until = (at.date() + timedelta(days=90)).isoformat()
        await world.post(at, KeepEpochs(at.date()), IssueBearerBatch(f"{at:%G-W%V}", 12, 5, until))

    async def erase(at: datetime) -> None:
        await world.post(at, EraseTips(at.date(), RULES.ratings.retention))

    async def deeds(at: datetime) -> None:
        await pooling.deeds(world, at)

    async def book(at: datetime) -> None:
        await pooling.book(world, at)

    found: list[Event] = [(_moment(day, 9, 10), 2, batch), (_moment(day, 16, 10), 2, batch)]
    if world.design == "pool":
        found += [(_moment(day, 10), 1, deeds)] if day.day == 2 else []
        found += [(_moment(day, 20, 10), 2, book)] if pooling.is_last(day) else []
    found += [(_moment(day, 0, 20), 0, month)] if day.day == 1 else []
    return found + ([(_moment(day, 4, 20), 0, erase)] if day.day % 5 == 0 else [])


async def _award(world: World, at: datetime, account: AccountRef | None = None, item: str = "") -> None:
    """A worker's ordinary award, as the dispatcher posts it."""
    account = account or world.chance.choice(world.people)
    number = world.people.index(account) + 1
    source = f"message:{world.message()}"
    award = Award(number, ITEM, 2, source, Hand(WORKER.person, WORKER.role, "2"), at.date(), "v1")
    entries = award.entries()
    if item:
        mark = replace(entries[0].rule, item=item, snapshot=json.dumps(asdict(ITEM) | {"title": item}))
        entries = tuple(replace(one, rule=mark) for one in entries)
    key = hmac.new(b"inbox", source.encode(), hashlib.sha256).hexdigest()
    await world.post(at, *entries, to(account, "加分 +2"), claim=Claim("message", key, key[::-1]))


def _tip(world: World, days: int, reporter: AccountRef, *, guarded: bool, repeats: bool) -> list[Event]:
    """One tip and what becomes of it; about the last ones nothing is decided yet."""
    return _tip_of(world, days, reporter, guarded=guarded, repeats=repeats)[1]


def _tip_of(
    world: World, days: int, reporter: AccountRef, *, guarded: bool, repeats: bool
) -> tuple[Truth, list[Event]]:
    chance = world.chance
    building = 7 if repeats else chance.randrange(1, 40)
    act = ACTS[0] if repeats else chance.choice(ACTS)
    text = f"{building}栋有人{act}，芦笛曲{chance.randrange(10**9)}"
    receipt, relayed = new_receipt(chance.randrange), chance.random() < 0.6
    truth = Truth(
        new_code(chance.randrange),
        receipt,
        reporter,
        text,
        world.message(),
        FIRST,
        f"2|{act}|{building}",
        guarded,
        relayed,
    )

    async def submit(at: datetime) -> None:
        await _submit(world, truth, at)

    async def ask(at: datetime) -> None:
        await _ask(world, truth, at)

    async def decide(at: datetime) -> None:
        await _decide(world, truth, at)

    async def reward(at: datetime) -> None:
        await _reward(world, truth, at)

    start = _event(world, days, submit)
    found = [start]
    for days_later, follow in ((1, ask), (chance.randrange(2, 9), decide), (chance.randrange(10, 25), reward)):
        at = start[0] + timedelta(days=days_later, minutes=chance.randrange(600) - 300)
        if at.date() < FIRST + timedelta(days=days - 2):
            found.append((at, 1, follow))
    return truth, found


async def _submit(world: World, truth: Truth, at: datetime) -> None:
    """As the committer posts it: the day's claim, sealed answers, no moment."""
    truth.opened = at.date()
    day = _moment(at.date())
    key = hmac.new(world.vault.day_key(at.date()), truth.message.encode(), hashlib.sha256).hexdigest()
    opened = OpenTip(
        truth.code,
        truth.receipt,
        "2",
        "other",
        truth.text,
        (SUPERVISOR,) if truth.guarded else (WORKER, PROPERTY),
        at.date(),
        guarded=truth.guarded,
        matter=(truth.matter,) if truth.matter else (),
        reporter=truth.reporter if truth.relayed else None,
        photo=PHOTO if truth.text[-1] in "02468" else None,
    )
    answer = to(truth.reporter, f"回执号 {shown(truth.receipt)} {truth.code}")
    said: object = answer if world.naive else SaySealed(answer)
    await world.post(day, opened, said, claim=Claim("message", key))
    world.truths.append(truth)


async def _ask(world: World, truth: Truth, at: datetime) -> None:
    case = await world.store.answer(TipByReceipt(truth.receipt))
    if case is None or case.state != "handed" or world.chance.random() < 0.5:
        return
    await world.post(at, *ask_reporter(case, "请问大概几点", at.date()))
    again = await world.store.answer(TipByReceipt(truth.receipt))
    if again:
        day = _moment(at.date())
        await world.post(day, *supplement(again, "晚上", at.date()), SaySealed(to(truth.reporter, "收到了")))


async def _decide(world: World, truth: Truth, at: datetime) -> None:
    case = await world.store.answer(TipByReceipt(truth.receipt))
    if case is None or case.handed_on is None or case.state == "merged":
        return
    today = at.date()
    told = TellReporter(case.code, "已核实", today)
    await world.post(at, MoveTip(case, "confirmed", today), told, GrantReward(case.code, today + timedelta(days=60)))
    truth.closed = today
    if world.naive:
        await _award(world, at, truth.reporter, "举报奖励")
    if world.design == "hasty":
        await pooling.pay_at_once(world, truth, at)


async def _reward(world: World, truth: Truth, at: datetime) -> None:
    bearer = await world.store.answer(NextBearer(at.date().isoformat()))
    if truth.closed is None or bearer is None or world.design in {"naive", "hasty"}:
        return
    if world.design == "pool":
        await pooling.claim(world, truth, at)
        return
    taken = (TakeReward(truth.receipt, at.date()), HandOutBearer(bearer.code))
    answer = SaySealed(to(truth.reporter, f"券码 {bearer.code}"))
    await world.post(_moment(at.date()), *taken, answer)
