"""A month in figures, gathered from the book."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from domain.demand import UnmetIn
from domain.desk import StaffMember, StaffRoll
from domain.enrolment import GridsOf
from domain.figures.effect import MONTHS, effects
from domain.figures.flows import FlowsIn, Near, NearIn, Work, WorkIn
from domain.figures.participation import ParticipationIn
from domain.figures.report import Month
from domain.findings import states
from domain.findings.appeals import RECHECK
from domain.findings.settling import days_of
from domain.findings.timing import milliseconds
from domain.matters.matter import MattersSince
from domain.period import SHANGHAI, months_before
from domain.publicity.brief import building_at
from domain.query import Book
from domain.rules.rulebook import Rulebook
from domain.sampling import SupervisionRate
from domain.shop.stock import ShopFigures, Stock, StockOf, fresh

SETTLES_IN = timedelta(days=4)
"""How long after a month's end its supervision is looked at, as the report goes out."""


async def gathered(book: Book, month: str, rules: Rulebook, day: str) -> Month:
    """All that the month's report is made of."""
    days = days_of(month)
    since, until = _ms(days.since), _ms(days.until)
    year = await book.answer(MattersSince(states.SORT, _ms(months_before(days.until, MONTHS)), until))
    work = await book.answer(WorkIn(month))
    return Month(
        month=month,
        day=day,
        grids={one.code: one.name for one in await book.answer(GridsOf())},
        participation=await book.answer(ParticipationIn(month)),
        effects=effects(year, rules),
        flows=await book.answer(FlowsIn(month)),
        work=work,
        near=await _near(book, month, work),
        objections=len(await book.answer(MattersSince(RECHECK, since, until))),
        supervision=await book.answer(SupervisionRate(month, _ms(days.until + SETTLES_IN))),
        shop=await book.answer(ShopFigures(month)),
        stock=_offered(rules, await book.answer(StockOf(month))),
        unmet=await book.answer(UnmetIn(month)),
        rewards={one.code: one.title for one in rules.rewards.rewards},
    )


def _offered(rules: Rulebook, touched: Mapping[str, Stock]) -> dict[str, Stock]:
    """The month's stock of everything that is limited; what nobody touched stands as it began."""
    limited = (one for one in rules.rewards.rewards if one.stock_per_month)
    return {one.code: touched.get(one.code) or fresh(one.stock_per_month) for one in limited}


async def _near(book: Book, month: str, work: tuple[Work, ...]) -> tuple[tuple[Work, Near], ...]:
    """Whose home the register knows, by the building they live in."""
    homes = {one.id: _home(one) for one in await book.answer(StaffRoll())}
    days = days_of(month)
    span = (days.since.isoformat(), days.until.isoformat())
    lived = [(one, homes[one.person]) for one in work if homes.get(one.person)]
    return tuple([(one, await book.answer(NearIn(one.person, home, *span))) for one, home in lived])


def _home(member: StaffMember) -> str:
    return next((home for account in member.accounts if (home := building_at(account.address))), "")


def _ms(day: date) -> int:
    return milliseconds(datetime.combine(day, time(), SHANGHAI))
