"""What is owed to whom, and which conversations reach them."""

from sqlalchemy import String, bindparam, cast, func, literal, select

from domain.calendar import PUBLISHING
from domain.counter import WaitingFor
from domain.decision import Target, Urgency
from domain.outbox import (
    Dead,
    ExpiredNow,
    HeldFor,
    InDoubt,
    LeftSending,
    NextOwed,
    NoticesDue,
    NoticesSince,
    Owed,
    OwedNow,
    SpokenSince,
    Traffic,
    TrafficNow,
)
from storage.answering.owed_rows import COLUMNS, opened
from storage.reading import Reader
from storage.tables.members import binding, duty
from storage.tables.outbox import outbox, spoken
from storage.tables.work import inbox, job_pause

_MINE = outbox.c.community == bindparam("community")
_PENDING = outbox.c.state == "pending"
_DUE = outbox.c.due_at <= bindparam("now")
# Held from the start and not yet due is no part of the row; tried and waiting is.
_IN_LINE = (outbox.c.state == "sending") | (_PENDING & ((outbox.c.attempts > 0) | _DUE))
_OPEN = _PENDING | (outbox.c.state == "sending")
# No column and what is open said twice: else SQLite takes the index by target, through all that was ever sent.
_TARGET = outbox.c.target + ""
_paused = select(literal(1)).where(
    job_pause.c.community == bindparam("community"), job_pause.c.job == PUBLISHING, job_pause.c.paused == 1
)
# While publishing is paused, what residents' groups would read waits; what was begun is finished, safety never waits.
_MAY_LEAVE = (
    (outbox.c.urgency <= int(Urgency.SAFETY))
    | (outbox.c.attempts > 0)
    | outbox.c.target.not_like("grid:%")
    | ~_paused.exists()
)
# One pass and one sort: joined to the first of each target, a planner that expects few rows compares all with all.
_line = (
    select(
        *(outbox.c[name] for name in ("id", "urgency", "state", "due_at")),
        func.row_number().over(partition_by=_TARGET, order_by=outbox.c.id).label("place"),
    )
    .where(_MINE, _OPEN, _IN_LINE, _MAY_LEAVE)
    .subquery("line")
)
_BEHIND = (_line.c.urgency > bindparam("urgency")) | (
    (_line.c.urgency == bindparam("urgency")) & (_line.c.id > bindparam("after"))
)
_heads = (
    select(_line.c.id)
    .where(_line.c.place == 1, _line.c.state == "pending", _line.c.due_at <= bindparam("now"), _BEHIND)
    .order_by(_line.c.urgency, _line.c.id)
    .limit(bindparam("count"))
    .subquery("heads")
)
OWED = select(*COLUMNS).join(_heads, _heads.c.id == outbox.c.id).where(_MINE).order_by(outbox.c.urgency, outbox.c.id)
_EXPIRED = (
    select(*COLUMNS)
    .where(_MINE, _PENDING, outbox.c.expires_at <= bindparam("now"))
    .order_by(outbox.c.id)
    .limit(bindparam("count"))
)
_NEXT = select(func.min(outbox.c.due_at)).where(_MINE, _PENDING, outbox.c.due_at > bindparam("after"))
_IN_STATE = select(*COLUMNS).where(_MINE, outbox.c.state == bindparam("state")).order_by(outbox.c.id)
_LEFT = (
    select(*COLUMNS)
    .where(_MINE, outbox.c.state == "sending", outbox.c.due_at <= bindparam("until"))
    .order_by(outbox.c.id)
)
_NOTICES = select(func.count()).where(
    _MINE,
    outbox.c.door == bindparam("door"),
    outbox.c.sent_at >= bindparam("since"),
    outbox.c.state == "sent",
    outbox.c.urgency == int(Urgency.NOTICE),
)
_WAITING = (
    select(*COLUMNS)
    .where(_MINE, outbox.c.target == bindparam("target"), _PENDING, _DUE, outbox.c.attempts == 0)
    .order_by(outbox.c.id)
)
_NOTICES_DUE = _WAITING.where(outbox.c.urgency == int(Urgency.NOTICE))
_BOUND = select(literal("subject:") + cast(binding.c.subject, String)).where(
    binding.c.community == bindparam("community"),
    binding.c.channel == bindparam("channel"),
    binding.c.account == bindparam("account"),
)
_ON_DUTY = select(literal("staff:") + cast(duty.c.person, String)).where(
    duty.c.community == bindparam("community"),
    duty.c.channel == bindparam("channel"),
    duty.c.account == bindparam("account"),
)
_THEIRS = (outbox.c.target == bindparam("target")) | outbox.c.target.in_(_BOUND) | outbox.c.target.in_(_ON_DUTY)
_HELD = select(*COLUMNS).where(_MINE, _THEIRS, _PENDING, _DUE, outbox.c.attempts == 0).order_by(outbox.c.id)
_STATES = (
    select(outbox.c.state, func.count())
    .where(
        _MINE, _PENDING | (outbox.c.state == "sending") | (outbox.c.state == "in_doubt") | (outbox.c.state == "dead")
    )
    .group_by(outbox.c.state)
)
_LAST_OUT = select(func.max(outbox.c.sent_at)).where(_MINE)
_LAST_IN = select(func.max(inbox.c.at)).where(inbox.c.community == bindparam("community"))
_SPOKEN = (
    select(spoken.c.channel, spoken.c.conversation, spoken.c.at)
    .where(spoken.c.community == bindparam("community"), spoken.c.at > bindparam("since"))
    .order_by(spoken.c.at, spoken.c.id)
)


async def owed_now(reader: Reader, query: OwedNow) -> tuple[Owed, ...]:
    """What may be sent now."""
    urgency, after = query.after
    rows = await reader.all(OWED, now=query.now, urgency=urgency, after=after, count=query.limit)
    return opened(reader, rows)


async def expired_now(reader: Reader, query: ExpiredNow) -> tuple[Owed, ...]:
    """What nobody needs to hear any more."""
    return opened(reader, await reader.all(_EXPIRED, now=query.now, count=query.limit))


async def next_owed(reader: Reader, query: NextOwed) -> int | None:
    """When something will be due."""
    row = await reader.first(_NEXT, after=query.after)
    return row[0] if row else None


async def left_sending(reader: Reader, query: LeftSending) -> tuple[Owed, ...]:
    """What nobody reported on."""
    return opened(reader, await reader.all(_LEFT, until=query.until))


async def in_doubt(reader: Reader, _query: InDoubt) -> tuple[Owed, ...]:
    """What a person has to look for."""
    return opened(reader, await reader.all(_IN_STATE, state="in_doubt"))


async def dead(reader: Reader, _query: Dead) -> tuple[Owed, ...]:
    """What was given up."""
    return opened(reader, await reader.all(_IN_STATE, state="dead"))


async def notices_since(reader: Reader, query: NoticesSince) -> int:
    """How many notices somebody got."""
    row = await reader.first(_NOTICES, door=query.door, since=query.since)
    return int(row[0]) if row else 0


async def notices_due(reader: Reader, query: NoticesDue) -> tuple[Owed, ...]:
    """What may go in one message."""
    return opened(reader, await reader.all(_NOTICES_DUE, target=str(query.target), now=query.now))


async def waiting_for(reader: Reader, query: WaitingFor) -> tuple[Owed, ...]:
    """What a person may be given by hand."""
    return opened(reader, await reader.all(_WAITING, target=str(query.target), now=query.now))


async def held_for(reader: Reader, query: HeldFor) -> tuple[Owed, ...]:
    """What may go in one reply."""
    channel, account = query.route.channel, query.route.conversation
    target = str(Target("account", account, channel))
    rows = await reader.all(_HELD, target=target, channel=channel, account=account, now=query.now)
    return opened(reader, rows)


async def traffic_now(reader: Reader, _query: TrafficNow) -> Traffic:
    """The figures of delivery."""
    counts: dict[str, int] = {row[0]: row[1] for row in await reader.all(_STATES)}
    last_in, last_out = [await reader.first(statement) for statement in (_LAST_IN, _LAST_OUT)]
    return Traffic(
        waiting=counts.get("pending", 0) + counts.get("sending", 0),
        in_doubt=counts.get("in_doubt", 0),
        dead=counts.get("dead", 0),
        last_inbound=(last_in and last_in[0]) or 0,
        last_outbound=(last_out and last_out[0]) or 0,
    )


async def spoken_since(reader: Reader, query: SpokenSince) -> tuple[tuple[str, str, int], ...]:
    """What counts for the quotas."""
    return tuple((row[0], row[1], row[2]) for row in await reader.all(_SPOKEN, since=query.since))


ANSWERS = {
    OwedNow: owed_now,
    ExpiredNow: expired_now,
    NextOwed: next_owed,
    LeftSending: left_sending,
    InDoubt: in_doubt,
    Dead: dead,
    NoticesSince: notices_since,
    NoticesDue: notices_due,
    WaitingFor: waiting_for,
    HeldFor: held_for,
    TrafficNow: traffic_now,
    SpokenSince: spoken_since,
}
