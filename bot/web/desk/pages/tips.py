"""举报: recipients read the texts of their cases with the passphrase of their key; every opening is on record."""

from collections.abc import Mapping
from typing import Any

from bot.web.desk import page_wording
from bot.web.desk.keys import Outcome, refused
from bot.web.desk.page import Act, Page, Part, Visit
from domain.members import AccountRef
from domain.period import civil
from domain.tips.effects import NoteView
from domain.tips.queries import KeyHolders, ReadTip, TipFor, TipStaff, TipViewers


async def _show(visit: Visit) -> Mapping[str, Any]:
    holders = await visit.app.store.answer(KeyHolders(reachable=False))
    staff = [one for one in await visit.app.store.answer(TipStaff()) if one.person in holders]
    return {"holders": [{"id": one.person, "name": one.name, "role": one.role} for one in staff]}


async def _read(visit: Visit) -> Outcome:
    """The same words for an unknown case, another's case and a wrong passphrase, which is guessed ever more slowly."""
    person, code = visit.number("person"), visit.field("code").upper()
    pace, key = visit.app.outside.tips, AccountRef("desk", str(person))
    if left := pace.wait(key, visit.ms):
        return refused(page_wording.TIP_WAIT.format(seconds=-(-left // 1000)))
    texts = await visit.app.store.answer(ReadTip(code, person, visit.fields.get("passphrase", "")))
    case = await visit.app.store.answer(TipFor(code, frozenset({person}))) if texts else None
    own = case.recipient(frozenset({person})) if case else None
    if not texts or own is None:
        pace.missed(key, visit.ms)
        return refused(page_wording.TIP_CLOSED)
    pace.found(key)
    seen = sum((await visit.app.store.answer(TipViewers(code))).values())
    return Outcome(page_wording.TIP_READ.format(count=seen), (NoteView(code, own, civil(visit.now)),), texts)


page = Page("tips", "举报", Part.DIVIDE, 10, _show, {"read": Act("打开一件举报的内容", _read)})
