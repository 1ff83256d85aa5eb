"""规则版本: the rules in force, and a check of others before they are put in their place."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.rules.loader import check_rules
from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.rules.checks import FILES


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
    folder = Path(visit.app.config.rules.directory) if visit.app.config.rules.directory else None
    return {
        "version": rules.version,
        "folder": folder,
        "files": [(name, *counts[name], bool(folder and (folder / name).is_file())) for name in FILES],
        "wanted": visit.field("folder") or visit.app.config.rules.directory,
    }


async def _check(visit: Visit) -> Outcome:
    folder = visit.field("folder")
    if not folder:
        return refused(page_wording.NO_FOLDER)
    mistakes = await asyncio.to_thread(check_rules, Path(folder))
    if not mistakes:
        return Outcome(page_wording.RULES_GOOD)
    return Outcome(page_wording.RULES_BAD.format(count=len(mistakes)), lines=tuple(mistakes), good=False)


page = Page("rules", "规则版本", Part.DAILY, 70, _show, {"check": Act("检查规则", _check, ("folder",))})
