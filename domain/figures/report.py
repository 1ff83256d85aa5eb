"""The month in figures as a sheet of tables and a short card; counts only, whoever reads it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.decision import Card
from domain.demand import Unmet
from domain.documents import ReportSheet, Table
from domain.figures import wording
from domain.figures.effect import Effect
from domain.figures.flows import Flow, Near, Work
from domain.figures.participation import Participation
from domain.period import month_title
from domain.sampling import Supervision
from domain.shop.stock import Figures, Stock


@dataclass(frozen=True, slots=True)
class Month:
    """All that a month's report is made of; ``grids`` and ``rewards`` give names by code."""

    month: str
    day: str
    grids: Mapping[str, str]
    participation: tuple[Participation, ...]
    effects: tuple[Effect, ...]
    flows: tuple[Flow, ...]
    work: tuple[Work, ...]
    near: tuple[tuple[Work, Near], ...] = ()
    objections: int = 0
    supervision: Supervision = field(default_factory=lambda: Supervision(0, 0, 0, 0))
    shop: tuple[Figures, ...] = ()
    stock: Mapping[str, Stock] = field(default_factory=dict)
    rewards: Mapping[str, str] | None = None
    unmet: tuple[Unmet, ...] = ()


def sheet(month: Month, *, for_supervisors: bool) -> ReportSheet:
    """The tables; what compares a worker's own building is for supervisors only."""
    tables = [
        participation_table(month.participation, month.grids),
        effect_table(month.effects),
        Table(wording.FLOWS, wording.FLOW_HEAD, tuple(_flow(one) for one in month.flows)),
        Table(wording.WORK, wording.WORK_HEAD, tuple(_work(one) for one in month.work), wording.WORK_NOTE),
        Table(wording.SHOP, wording.SHOP_HEAD, tuple(_shop(month)), wording.SHOP_NOTE),
        Table(wording.UNMET, wording.UNMET_HEAD, tuple(_unmet(month)), wording.UNMET_NOTE),
    ]
    if for_supervisors:
        rows = tuple(_near(work, near) for work, near in month.near)
        tables.insert(4, Table(wording.NEAR, wording.NEAR_HEAD, rows, wording.NEAR_NOTE))
    notes = (_supervised(month), wording.NO_PERSONS)
    return ReportSheet("", wording.TITLE, month_title(month.month), tuple(tables), notes, month.day)


def _supervised(month: Month) -> str:
    """How much of the month supervisors have looked at, and what they objected to."""
    seen = month.supervision
    if not seen.rows:
        return wording.NO_ROWS
    share = round(seen.rate * 100)
    return wording.SUPERVISED.format(rows=seen.rows, seen=seen.seen, share=share, count=month.objections)


def participation_table(rows: Sequence[Participation], grids: Mapping[str, str]) -> Table:
    """Who takes part, by grid."""
    cells = tuple(
        (grids.get(one.grid, one.grid), *map(str, (one.subjects, one.active)), f"{one.share}%", *_ways(one))
        for one in rows
    )
    return Table(wording.PARTICIPATION, wording.PARTICIPATION_HEAD, cells)


def _ways(one: Participation) -> tuple[str, str]:
    return str(one.declared), str(one.assigned)


def effect_table(found: Sequence[Effect]) -> Table:
    """What the list brings about, by item."""
    rows = tuple(
        (
            one.title,
            *map(str, (one.found, one.repeated, one.corrected, one.repaired)),
            wording.FLAGGED if one.flagged else "",
        )
        for one in found
    )
    return Table(wording.EFFECT, wording.EFFECT_HEAD, rows, wording.EFFECT_NOTE)


def card(month: Month) -> Card:
    """The same in a few lines."""
    total = Participation("", 0, 0, 0, 0, 0)
    for one in month.participation:
        total = replace(total, active=total.active + one.active, earning=total.earning + one.earning)
    gained = sum(one.gained for one in month.flows if one.contra == "issue" and one.account == "credit")
    taken = sum(one.lost for one in month.flows if one.contra == "deduct")
    flagged = [one.title for one in month.effects if one.flagged]
    lines = [
        wording.CARD_SHARE.format(active=total.active, share=total.share),
        wording.CARD_FLOW.format(gained=gained, taken=taken),
        _supervised(month),
    ]
    if flagged:
        lines.append(wording.CARD_FLAGGED.format(items="、".join(flagged)))
    return Card(wording.CARD_TITLE.format(month=month_title(month.month)), (*lines, wording.CARD_FILE))


def disclosed(shop: Sequence[Figures], month: str, titles: Mapping[str, str], least: int) -> str:
    """Redemptions as a group reads them, without what was given back; empty where there are too few to say."""
    kept = {one.reward: max(0, one.issued - one.returned) for one in shop}
    issued, used = sum(kept.values()), sum(one.used for one in shop)
    if issued < least:
        return ""
    named = [
        wording.REWARD.format(title=titles.get(reward, reward), count=count)
        for reward, count in sorted(kept.items(), key=lambda one: (-one[1], one[0]))
        if count >= least
    ]
    used_words = wording.USED.format(count=used) if used >= least else ""
    more = wording.NAMED.format(rewards="、".join(named)) if named else ""
    return wording.DISCLOSED.format(month=month_title(month), issued=issued) + used_words + more + wording.END


def _flow(one: Flow) -> tuple[str, ...]:
    account, contra = wording.ACCOUNTS[one.account], wording.CONTRAS[one.contra]
    return (account, contra, *map(str, (one.entries, one.gained, one.lost)))


def _work(one: Work) -> tuple[str, ...]:
    return (one.name, *map(str, (one.awards, one.deductions, one.undone)))


def _near(work: Work, near: Near) -> tuple[str, ...]:
    return (work.name, str(near.own_entries), str(near.other_entries), f"{near.share}%", *_averages(near))


def _averages(near: Near) -> tuple[str, str]:
    pairs = ((near.own_points, near.own_entries), (near.other_points, near.other_entries))
    own, other = (f"{points / entries:.1f}" if entries else wording.NOTHING for points, entries in pairs)
    return own, other


def _shop(month: Month) -> Iterator[tuple[str, ...]]:
    """What was offered and what was wanted, by reward; also what nobody took."""
    known = {one.reward: one for one in month.shop}
    for code in sorted(known.keys() | month.stock.keys()):
        one, held = known.get(code, Figures(code, 0, 0, 0, 0, 0)), month.stock.get(code)
        offered, left = (str(held.received), str(held.left)) if held else (wording.NOTHING, wording.NOTHING)
        hint = wording.UNWANTED if not one.issued else wording.SOLD_OUT if held and not held.left else ""
        moved = (str(one.issued), str(one.used), str(one.returned), str(one.expired))
        yield ((month.rewards or {}).get(code, code), offered, *moved, left, str(one.points), hint)


def _unmet(month: Month) -> Iterator[tuple[str, ...]]:
    """What was wanted in vain, and why."""
    for one in month.unmet:
        title = (month.rewards or {}).get(one.what, one.what) or wording.SOMETHING_ELSE[one.sort]
        yield title, wording.WHY[one.why], str(one.count)
