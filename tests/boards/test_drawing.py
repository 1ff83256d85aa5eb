"""Boards add up to the ledger, name nobody whom few could be, and come out the same however late they are drawn."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.loader import load_rules
from domain.boards import wording
from domain.boards.board import Board, board_from
from domain.boards.document import board_sheet
from domain.boards.drawing import Limits, draw_board, redrawn
from domain.boards.material import Deduction, Material
from domain.boards.naming import sign_shows_operator
from domain.boards.quarter import Quarter, last_ended, quarter_at, quarter_of
from domain.consents import Level
from domain.members import Subject
from domain.period import SHANGHAI

RULES = load_rules(None)
BOARD = RULES.ratings.quarterly_board
LEAST, MASK = BOARD.black_min_count_to_show, BOARD.mask_min_households
QUARTERS = [Quarter(2026 + number // 4, number % 4 + 1) for number in range(20)]
FIRST, DAYS = QUARTERS[0].days.since, (QUARTERS[-1].days.until - QUARTERS[0].days.since).days
GRIDS = {"1": "一网格", "2": "二网格"}
HOUSES = {(grid, f"{house}栋"): house * 3 for grid in GRIDS for house in range(1, 7)}


@st.composite
def deductions(draw: st.DrawFn, number: int) -> Deduction:
    """One deduction of somebody in one of the twenty quarters."""
    item = draw(st.sampled_from(RULES.negative.items))
    kind = draw(st.sampled_from(item.subjects))
    grid, house = draw(st.sampled_from(sorted(HOUSES)))
    name = draw(st.sampled_from(["王记面馆", "老王烧烤", "李建国理发"]))
    who = Subject(draw(st.integers(1, 30)), kind, name, grid, f"{house}1单元101", minor=draw(st.integers(0, 9)) == 0)
    on = FIRST + timedelta(days=draw(st.integers(0, DAYS - 1)))
    return Deduction(
        f"L{number}", who, item.code, grid, on.isoformat(), draw(st.booleans()), draw(st.sampled_from(["", "李建国"]))
    )


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[Deduction, ...]:
    """A ledger's deductions over twenty quarters."""
    return tuple(draw(deductions(number)) for number in range(1, draw(st.integers(1, 120)) + 1))


def material(quarter: Quarter, found: tuple[Deduction, ...], **more: object) -> Material:
    """What a quarter's board is drawn from."""
    made = Material(quarter, len(found), "root", found, (), households=HOUSES, grids=GRIDS, assessed=True)
    return replace(made, **more)  # type: ignore[arg-type]


def within(quarter: Quarter, found: tuple[Deduction, ...]) -> list[Deduction]:
    """The quarter's own rows."""
    return [one for one in found if quarter_of(date.fromisoformat(one.occurred_on)) == quarter]


@settings(max_examples=60, deadline=None)
@given(ledgers(), st.booleans())
def test_every_board_of_twenty_quarters_adds_up_to_the_ledger(found: tuple[Deduction, ...], named: bool) -> None:
    for quarter in QUARTERS:
        board = draw_board(material(quarter, found), RULES, Limits(named=named))
        rows = within(quarter, found)
        assert board.total + board.apart == len(rows)
        assert board.total == len(board.entries)
        assert board.repaired <= board.total
        assert f"可公示 {board.total} 起 = 上榜 {board.total}" in wording.proof(board)
        assert sum(one.repaired for one in board.counts) == board.repaired


@settings(max_examples=60, deadline=None)
@given(ledgers())
def test_no_mask_fits_fewer_than_ten_households_and_no_repaired_or_minor_has_a_line(
    found: tuple[Deduction, ...],
) -> None:
    by_code = {one.code: one for one in found}
    for quarter in QUARTERS:
        board = draw_board(material(quarter, found), RULES)
        for line in board.lines:
            own = [by_code[code] for code in line.codes]
            assert not any(one.repaired or one.subject.minor for one in own)
            if own[0].subject.kind == "resident":
                assert line.matching >= MASK
                assert "王" not in line.text
            else:
                assert not sign_shows_operator(own[0].subject.name, own[0].operator)
        assert len(board.lines) <= BOARD.black_limit
        some = [one for one in board.counts if one.text or one.grid]
        assert all(one.count >= LEAST for one in some)
        assert all(one.count >= min(LEAST, sum(each.count for each in board.counts)) for one in board.counts)


@settings(max_examples=40, deadline=None)
@given(ledgers())
def test_a_board_survives_its_form_as_json(found: tuple[Deduction, ...]) -> None:
    for quarter in QUARTERS[:4]:
        board = draw_board(material(quarter, found), RULES)
        assert board_from(board.as_facts()) == board
        assert draw_board(material(quarter, found), RULES) == board


def deduction(number: int, item: str = "RN09", *, house: str = "6栋", **more: object) -> Deduction:
    """A deduction of November 2026."""
    who = Subject(number, "resident", f"王{number}", "2", f"{house}1单元{number}01")
    made = Deduction(f"L{number}", who, item, "2", "2026-11-20")
    return replace(made, **more)  # type: ignore[arg-type]


Q4 = Quarter(2026, 4)


def drawn(*found: Deduction, **more: object) -> Board:
    """The board of the fourth quarter."""
    return draw_board(material(Q4, found, **more), RULES)


def test_few_households_are_counted_one_level_lower() -> None:
    assert [one.text for one in drawn(deduction(1)).lines] == ["6栋 飞线充电、私拉电线插座充电"]
    board = drawn(*(deduction(number, house="3栋") for number in (1, 2, 3)))
    assert not board.lines
    assert [(one.grid, one.count) for one in board.counts] == [("2", 3)]


def test_a_kind_of_few_is_merged_upwards() -> None:
    acts = drawn(deduction(1, "RN18"), deduction(2, "RN18"), deduction(3, "RN19"))
    assert [(one.grid, one.text, one.count) for one in acts.counts] == [("", "", 3)]
    headings = drawn(deduction(1, "RN11"), deduction(2, "RN11"), deduction(3, "RN08", house="1栋"))
    assert [(one.grid, one.text, one.count) for one in headings.counts] == [("2", "电动车与消防安全", 3)]


def test_the_rest_takes_the_smallest_count_along_rather_than_standing_for_one() -> None:
    many = [deduction(number, "RN18") for number in range(1, 5)]
    board = drawn(*many, deduction(9, "RN19"))
    assert [(one.text, one.count) for one in board.counts] == [("", 5)]


def test_contested_dropped_and_departed_have_no_line_but_count() -> None:
    assert not drawn(deduction(1), contested=frozenset({"L1"})).lines
    assert not drawn(deduction(1, present=False)).lines
    board = draw_board(material(Q4, (deduction(1),)), RULES, Limits(dropped=frozenset({"L1"})))
    assert not board.lines
    assert board.total == 1
    assert not drawn(deduction(1), assessed=False).lines


@pytest.mark.parametrize(
    ("sign", "operator", "shows"),
    [
        ("李建国理发", "李建国", True),
        ("建国理发", "李建国", True),
        ("老王烧烤", "王强", False),
        ("老王烧烤", "", False),
    ],
)
def test_a_sign_with_its_operators_name_is_masked(sign: str, operator: str, shows: bool) -> None:
    assert sign_shows_operator(sign, operator) is shows
    shop = Subject(1, "merchant", sign, "2", "6栋底商1号")
    board = drawn(replace(deduction(1, "MN05"), subject=shop, operator=operator))
    assert [one.text for one in board.lines] == ([] if shows else [f"{sign} 占道经营、超门窗经营"])


def red(consents: Mapping[int, Level], count: int = 3, *rows: Deduction) -> Board:
    """A red board of so many."""
    people = tuple((Subject(n, "resident", f"李{n}", "2", f"6栋1单元{n}01"), 20 + n) for n in range(1, count + 1))
    return drawn(*rows, scores=people, consents=consents)


def test_red_is_named_only_as_agreed() -> None:
    board = red({1: "full", 2: "masked", 3: ""})
    assert board.red.names == ("6栋 李*", "李1")
    assert board.red.others == 1
    assert not board.red.ask
    assert red({}).red.ask == ((3, "6栋 李*"), (2, "6栋 李*"), (1, "6栋 李*"))
    many = red(dict.fromkeys(range(1, 31), "full"), 30)
    assert (len(many.red.names), many.red.others) == (BOARD.red_limit, 10)


def test_a_serious_deduction_keeps_off_red_until_it_is_repaired() -> None:
    assert red({}, 2, deduction(1, "RN15")).red.total == 1
    assert red({}, 2, deduction(1, "RN15", repaired=True)).red.total == 2


def test_nothing_new_is_named_when_a_board_is_drawn_again() -> None:
    board = red({1: "full"}, 3, deduction(1))
    later = material(Q4, (deduction(1), deduction(2, "RN07")), scores=(), consents={1: "full"})
    again = redrawn(later, RULES, board, frozenset())
    assert again.codes == {"L1"}
    assert again.total == 2
    assert again.red.names == ()
    people = tuple((Subject(n, "resident", f"李{n}", "2", "6栋"), 30) for n in range(1, 5))
    agreed = material(Q4, (), scores=people, consents=dict.fromkeys(range(1, 5), "full"))
    assert redrawn(agreed, RULES, board, frozenset()).red.subjects == (1, 2, 3)


def test_quarters_are_named_and_compared() -> None:
    assert quarter_at("B2026Q4") == Q4 == last_ended(date(2027, 1, 10))
    assert quarter_at("B2026Q5") is None
    assert Q4.days.until == date(2027, 1, 1)
    before = [deduction(number, occurred_on="2026-08-01", repaired=number < 14) for number in range(10, 25)]
    board = drawn(deduction(1), *before)
    assert (board.history, board.mended) == ((15, 0, 0, 0), (4, 0, 0, 0))
    quarters = board_sheet(board, RULES, datetime(2027, 4, 10, tzinfo=SHANGHAI), GRIDS).quarters
    assert [(one.listed, one.repaired) for one in quarters] == [(0, 0), (0, 0), (0, 0), (15, 4), (1, 0)]
    assert board.better == ("电动车与消防安全",)
    assert "比上季度少 14 起" in wording.change(board)
    worse = drawn(*(deduction(number) for number in range(1, 5)))
    assert worse.worse == ("电动车与消防安全",)
