"""首页: how the bot does, what to do where something is wrong, and what was done at the desk."""

import platform
import sqlite3
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from bot.operating.backing import make_backup
from bot.web.desk import page_wording
from bot.web.desk.health import health, overall
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.desk import RecentActions
from domain.proof import BookProof


async def _show(visit: Visit) -> Mapping[str, Any]:
    checks = await health(visit.app)
    statuses = {name: channel.status() for name, channel in visit.app.channels.items()}
    return {
        "checks": checks,
        "overall": overall(checks),
        "codes": {name: status.qrcode for name, status in statuses.items() if status.qrcode},
        "paused": visit.app.runner.paused,
        "versions": _versions(visit),
        "actions": await visit.app.store.answer(RecentActions()),
    }


def _versions(visit: Visit) -> Mapping[str, str]:
    url = visit.app.config.database.url
    database = f"SQLite {sqlite3.sqlite_version}" if not url or url.startswith("sqlite") else "PostgreSQL"
    return {
        "网格小信": version("gridbot"),
        "Python": platform.python_version(),
        "数据库": database,
        "规则": visit.app.rules.version,
    }


async def _resume(visit: Visit) -> Outcome:
    visit.app.runner.resume()
    return Outcome(page_wording.RESUMED)


async def _prove(visit: Visit) -> Outcome:
    proof = await visit.app.store.answer(BookProof())
    if proof.broken:
        return Outcome(page_wording.BOOK_BROKEN.format(count=len(proof.broken)), lines=proof.broken[:1], good=False)
    return Outcome(page_wording.BOOK_WHOLE.format(entries=proof.entries))


async def _back_up(visit: Visit) -> Outcome:
    if visit.app.store.reader.backups is None:
        return refused(page_wording.DRILL)
    code, said = await make_backup(visit.app.config, None, visit.now)
    if code:
        return Outcome(page_wording.NOT_BACKED_UP, lines=tuple(said), good=False, done=False)
    return Outcome(page_wording.BACKED_UP, lines=tuple(said))


page = Page(
    "home",
    "首页",
    Part.DAILY,
    10,
    _show,
    {"resume": Act("让定时事务继续", _resume), "prove": Act("校验账本", _prove), "back_up": Act("备份账本", _back_up)},
)
