"""代办: what somebody without a phone, standing beside, wants done, and what waits to be told to them."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

from bot.web.desk import acting_wording as wording
from bot.web.desk.embedding import embedded
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from bot.web.desk.seeking import subjects_meant
from domain.counter import COUNTER, WaitingFor, account_of, handed_over
from domain.decision import Say, Target
from domain.document_files import attachment_of
from domain.enrolment import GridsOf
from domain.members import Subject, SubjectAt
from domain.message import Message
from domain.outbox import Owed, RoutesTo
from domain.questions import Place, QuestionAt
from domain.text import LONGEST
from handlers.points import slip_wording
from handlers.points.slip import slip_of

_PATIENCE_SECONDS = 5.0
_SLIP_KEPT = timedelta(days=7)


async def _show(visit: Visit) -> Mapping[str, Any]:
    store, chosen = visit.app.store, await _chosen(visit)
    waiting = await _waiting(visit, chosen) if chosen else []
    # What is meant for one person is shown to the person, and not to whoever only looks.
    shown = waiting if _is_present(visit) else []
    return {
        "q": visit.field("q"),
        "found": await subjects_meant(visit),
        "not_found": wording.NOT_FOUND,
        "chosen": chosen,
        "minor": wording.MINOR if chosen and chosen.minor else "",
        "bound": bool(chosen and await store.answer(RoutesTo(Target("subject", str(chosen.id))))),
        "asked": bool(chosen and await _is_asked(visit, chosen)),
        "present": _is_present(visit),
        "count": len(waiting),
        "waiting": [(one, await embedded(visit, one.file)) for one in shown],
        "last": max((one.id for one in shown), default=0),
        "ready": wording.READY,
        "once": uuid4().hex,
    }


async def _chosen(visit: Visit) -> Subject | None:
    return await visit.app.store.answer(SubjectAt(visit.number("subject")))


def _is_present(visit: Visit) -> bool:
    return visit.field("present") == "yes"


async def _is_asked(visit: Visit, subject: Subject) -> bool:
    open_one = await visit.app.store.answer(QuestionAt(Place(account_of(subject.id))))
    return open_one is not None and open_one.expires_at > visit.ms


async def _waiting(visit: Visit, subject: Subject) -> list[Owed]:
    """What the bot said to the counter, and what no chat of theirs will bring to the subject."""
    targets = [_counter(subject)]
    own = Target("subject", str(subject.id))
    if not await visit.app.store.answer(RoutesTo(own)):
        targets.append(own)
    found = [one for to in targets for one in await visit.app.store.answer(WaitingFor(to, visit.ms))]
    return sorted(found, key=lambda one: one.id)


def _counter(subject: Subject) -> Target:
    account = account_of(subject.id)
    return Target("account", account.id, account.channel)


async def _say(visit: Visit) -> Outcome:
    subject, words = await _chosen(visit), visit.field("words")
    if subject is None:
        return refused(wording.WHO)
    if subject.minor:
        return refused(wording.MINOR)
    if not _is_present(visit):
        return refused(wording.PRESENT)
    if not words or len(words) > LONGEST:
        return refused(wording.NOTHING_SAID)
    before = await _last(visit, subject)
    # The form's own number makes two clicks one message.
    said = Message(COUNTER, visit.field("once"), visit.now, str(subject.id), subject.name, "private", "", words, True)  # noqa: FBT003
    visit.app.dispatcher.receive(said)
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await visit.app.dispatcher.idle()
    except TimeoutError:
        return Outcome(wording.STILL_WORKING)
    answered = await _last(visit, subject) > before
    return Outcome(wording.SAID if answered else wording.STILL_WORKING)


async def _last(visit: Visit, subject: Subject) -> int:
    waiting = await visit.app.store.answer(WaitingFor(_counter(subject), visit.ms))
    return max((one.id for one in waiting), default=0)


async def _slip(visit: Visit) -> Outcome:
    subject = await _chosen(visit)
    if subject is None:
        return refused(wording.WHO)
    if not _is_present(visit):
        return refused(wording.PRESENT)
    store, rules = visit.app.store, visit.app.rules
    sheet = await slip_of(store, rules, subject, visit.now, await _phone(visit, subject))
    kept = [attachment_of(sheet, slip_wording.FILE.format(ending=ending)) for ending in ("png", "pdf")]
    over = visit.ms + int(_SLIP_KEPT.total_seconds() * 1000)
    says = tuple(Say(_counter(subject), words, file=one.id) for words, one in zip(wording.SLIPS, kept, strict=True))
    return Outcome(wording.SLIP, (*(replace(one, expires_at=over) for one in kept), *says))


async def _phone(visit: Visit, subject: Subject) -> str:
    grids = await visit.app.store.answer(GridsOf())
    facts: dict[str, Any] = next((json.loads(one.facts) for one in grids if one.code == subject.grid), {})
    return str(facts.get("hotline") or wording.COUNTER_PHONE)


async def _told(visit: Visit) -> Outcome:
    subject = await _chosen(visit)
    if subject is None:
        return refused(wording.WHO)
    if not _is_present(visit):
        return refused(wording.PRESENT)
    # What came in after the page was shown was not read out yet.
    seen = [one for one in await _waiting(visit, subject) if one.id <= visit.number("last")]
    if not seen:
        return refused(wording.NOTHING_LEFT)
    return Outcome(wording.TOLD, tuple(handed_over(one, visit.ms) for one in seen))


_BACK = ("q", "subject", "present")
page = Page(
    "acting",
    "代办",
    Part.DAILY,
    25,
    _show,
    {
        "say": Act("代办一件事", _say, _BACK),
        "slip": Act("做一张告知单", _slip, _BACK),
        "told": Act("念给或交给本人", _told, _BACK),
    },
)
