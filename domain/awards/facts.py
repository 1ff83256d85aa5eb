"""The figures of a year that conditions and weights are measured by; pure arithmetic on the record."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from domain.awards.record import Year
from domain.ledger import Entry
from domain.period import SHANGHAI
from domain.rating import rate, worst_unrepaired
from domain.rules.rulebook import Rulebook

Facts = Mapping[str, int]
NO_SHOW = "UN04"
"""The item for a room that was promised and not opened."""
_SUMS = ("service_minutes", "deductions", "open_deductions", "peer_thanks", "projects_done", "no_shows", "repaired")


def facts_of(people: Sequence[Year], today: date, rules: Rulebook) -> Facts:
    """Sums over everybody for what is done, the least of all for what everybody has to keep."""
    if not people:
        return {}
    each = [_one(one, today, rules) for one in people]
    facts = {name: (sum if name in _SUMS else min)(one[name] for one in each) for name in each[0]}
    months = {day[:7] for one in people for day, _ in one.served}
    worst = ("open_general", "open_serious")
    facts |= {name: max(one[name] for one in each) for name in worst}
    return facts | {"service_hours": facts["service_minutes"] // 60, "service_months": len(months)}


def _one(one: Year, today: date, rules: Rulebook) -> dict[str, int]:
    entries = [entry for entry in one.entries if entry.account == "credit"]
    this_year = [entry for entry in entries if entry.occurred_on >= f"{today.year}-01-01"]
    taken, mended = deductions(this_year), _repairs(this_year)
    worst = worst_unrepaired(this_year, rules)
    now, before = _rank(entries, today, rules), _rank(_until(entries, today), date(today.year, 1, 1), rules)
    grades = {f"grade_{grade.key}": int(now >= _place(grade.key, rules)) for grade in rules.ratings.grades}
    return grades | {
        "grade_up": now - before,
        "service_minutes": sum(minutes for _, minutes in one.served),
        "volunteer_months": _months_since(one.volunteer_at, today),
        "pledges": len(one.pledged_at),
        "pledge_months": max((_months_since(at, today) for at in one.pledged_at), default=0),
        "deductions": len(taken),
        "open_deductions": sum(1 for entry in taken if entry.code not in mended),
        "open_general": int(worst in {"general", "serious"}),
        "open_serious": int(worst == "serious"),
        "repaired": sum(1 for entry in taken if entry.code in mended),
        "clean_months": _clean_months(this_year, taken, today),
        "peer_thanks": one.thanked_by,
        "projects_done": one.projects_done,
        "no_shows": sum(1 for entry in taken if entry.item == NO_SHOW),
    }


def deductions(entries: Sequence[Entry]) -> list[Entry]:
    """The deductions that were not reversed, once each."""
    undone = {entry.reverses for entry in entries if entry.reverses is not None}
    return [
        entry
        for entry in entries
        if entry.contra == "deduct" and entry.amount < 0 and entry.reverses is None and entry.seq not in undone
    ]


def _repairs(entries: Sequence[Entry]) -> frozenset[int]:
    return frozenset(entry.code for entry in entries if entry.source.startswith("repair:L"))


def _until(entries: Sequence[Entry], today: date) -> list[Entry]:
    return [entry for entry in entries if entry.occurred_on < f"{today.year}-01-01"]


def _rank(entries: Sequence[Entry], today: date, rules: Rulebook) -> int:
    return _place(rate(entries, today, rules).grade.key, rules)


def _place(key: str, rules: Rulebook) -> int:
    """How many grades lie below one."""
    keys = [grade.key for grade in rules.ratings.grades]
    return len(keys) - 1 - keys.index(key)


def _months_since(at: int, today: date) -> int:
    if not at:
        return 0
    since = datetime.fromtimestamp(at / 1000, SHANGHAI).date()
    return whole_months(since, today)


def _clean_months(entries: Sequence[Entry], taken: Sequence[Entry], today: date) -> int:
    days = [entry.occurred_on for entry in (*taken, *(one for one in entries if one.source.startswith("repair:L")))]
    return whole_months(date.fromisoformat(max(days)), today) if days else today.month - 1


def whole_months(since: date, until: date) -> int:
    """Full months from one day to another, never below nothing."""
    months = (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
    return max(0, months)
