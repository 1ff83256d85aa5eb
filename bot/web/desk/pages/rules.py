"""规则版本: the rules in force, what waits to be agreed to, and new ones checked and proposed with their record."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.config import rules_folder
from bot.rules.loader import check_rules, load_rules, texts_in
from bot.web.desk import rules_wording as wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.matters.matter import MatterAt, MattersSince, MoveMatter, OpenMatters, Step
from domain.period import civil
from domain.rules.adoption import (
    LONGEST_RECORD,
    REJECTED,
    SORT,
    TWO,
    Record,
    bundle_of,
    in_force,
    must_be_renewed,
    proposed,
)
from domain.rules.adoption_wording import card
from domain.rules.changes import changes
from domain.rules.checks import FILES
from handlers.pairing import shown_to_two


async def _show(visit: Visit) -> Mapping[str, Any]:
    rules = visit.app.rules
    counts = {
        "catalogue.toml": ("积分清单", len(rules.catalogue.items)),
        "negative.toml": ("负面清单", len(rules.negative.items)),
        "pledges.toml": ("公约承诺", len(rules.pledges.pledges)),
        "tips.toml": ("小贴士", len(rules.tips.tips)),
        "awards.toml": ("表彰", len(rules.awards.awards)),
        "rewards.toml": ("兑换", len(rules.rewards.rewards)),
        "ratings.toml": ("等级", len(rules.ratings.grades)),
    }
    folder = rules_folder(visit.app.config)
    found = await visit.app.store.answer(MattersSince(SORT, 0))
    return {
        "version": rules.version,
        "adopted": rules.adopted,
        "waiting": visit.app.in_force.waiting,
        "mistakes": visit.app.in_force.mistakes,
        "folder": folder,
        "files": [(name, *counts[name], bool(folder and (folder / name).is_file())) for name in FILES],
        "wanted": visit.field("folder") or visit.app.config.rules.directory,
        "open": [one for one in found if one.closed_at is None],
        "past": [one for one in reversed(found) if one.closed_at is not None],
        "states": wording.STATES,
        "longest": LONGEST_RECORD,
    }


async def _check(visit: Visit) -> Outcome:
    folder = visit.field("folder")
    if not folder:
        return refused(wording.NO_FOLDER)
    mistakes = await asyncio.to_thread(check_rules, Path(folder))
    # That it was looked at is noted either way.
    return replace(_unfit(mistakes), done=True) if mistakes else Outcome(wording.RULES_GOOD)


def _unfit(mistakes: list[str]) -> Outcome:
    return Outcome(wording.RULES_BAD.format(count=len(mistakes)), lines=tuple(mistakes), good=False, done=False)


async def _propose(visit: Visit) -> Outcome:
    folder, record = Path(visit.field("folder")), _record(visit)
    if not visit.field("folder"):
        return refused(wording.NO_FOLDER)
    if record is None:
        return refused(wording.NO_RECORD.format(longest=LONGEST_RECORD))
    if mistakes := await asyncio.to_thread(check_rules, folder):
        return _unfit(mistakes)
    return await _proposed(visit, folder, record)


async def _proposed(visit: Visit, folder: Path, record: Record) -> Outcome:
    if await visit.app.store.answer(OpenMatters(sort=SORT)):
        return refused(wording.RUNNING)
    new, bundle = await asyncio.to_thread(lambda: (load_rules(folder), bundle_of(texts_in(folder))))
    last = in_force(await visit.app.store.answer(MattersSince(SORT, 0)))
    renewed = last is not None and must_be_renewed(last, civil(visit.now), soon=True)
    if new.version == visit.app.rules.version and not renewed:
        return refused(wording.SAME)
    opened = proposed(new.version, bundle, record, changes(visit.app.rules, new))
    shown = card(opened.line, record.votes, list(opened.facts["changes"]))
    told = await shown_to_two(visit.app.store, "", (), shown)
    if len(told) < TWO:
        return refused(wording.NOBODY)
    return Outcome(wording.PROPOSED, (bundle, opened, *told))


def _record(visit: Visit) -> Record | None:
    meeting, votes = visit.field("meeting"), visit.field("votes")
    try:
        held_on = date.fromisoformat(visit.field("held_on"))
    except ValueError:
        return None
    if held_on > civil(visit.now) or not all(0 < len(one) <= LONGEST_RECORD for one in (meeting, votes)):
        return None
    return Record(meeting, held_on.isoformat(), votes)


async def _withdraw(visit: Visit) -> Outcome:
    asked = await visit.app.store.answer(MatterAt(visit.field("code")))
    if asked is None or asked.sort != SORT or asked.closed_at is not None:
        return refused(wording.GONE)
    moved = MoveMatter(asked, REJECTED, Step("withdrawn", role="administrator"), closes=True)
    return Outcome(wording.WITHDRAWN, (moved,), watches=(asked.watch,))


page = Page(
    "rules",
    "规则版本",
    Part.DAILY,
    70,
    _show,
    {
        "check": Act("检查规则", _check, ("folder",)),
        "propose": Act("提请启用新规则", _propose, ("folder",)),
        "withdraw": Act("撤回新规则", _withdraw),
    },
)
