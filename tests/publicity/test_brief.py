"""What a group reads of handled matters: never fewer than three, never a small building, never what is fresh."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.rules.loader import load_rules
from domain.findings import states
from domain.findings.photos import PlacePhotos
from domain.matters.matter import NOBODY, Matter
from domain.publicity.brief import HOUSEHOLDS, LEAST, RESTED_MS, Handled, building_at, handled, lines, pairs
from domain.publicity.brief_wording import brief
from domain.rules.negative import Publish

NOW = 1_800_000_000_000
RULES = load_rules(None)
ONE = Handled("2", "飞线充电", "masked", NOW - RESTED_MS, True, "3栋")

matters = st.lists(
    st.builds(
        Handled,
        grid=st.sampled_from(["2", "3"]),
        act=st.sampled_from(["飞线充电", "占道经营"]),
        publish=st.sampled_from(get_args(Publish)),
        closed_at=st.integers(NOW - 2 * RESTED_MS, NOW),
        mended=st.booleans(),
        building=st.sampled_from(["", "3栋", "4栋"]),
    ),
    max_size=40,
)
known = st.dictionaries(st.sampled_from(["3栋", "4栋"]), st.integers(0, 20))


@given(matters, known)
@example([ONE] * 3, {"3栋": HOUSEHOLDS})
@example([ONE] * 3, {"3栋": HOUSEHOLDS - 1})
@example([ONE, ONE, replace(ONE, building="4栋")], {"3栋": 20, "4栋": 20})
def test_every_line_may_be_read_by_all(found: Sequence[Handled], households: dict[str, int]) -> None:
    shown = lines(found, "2", households, NOW)
    rested = [one for one in found if one.grid == "2" and NOW - one.closed_at >= RESTED_MS and one.publish != "never"]
    for line in shown:
        assert line.count >= LEAST
        same = [one for one in rested if one.act == line.act and (not line.building or one.building == line.building)]
        assert line.mended <= line.count <= len(same)
        assert not line.building or households[line.building] >= HOUSEHOLDS
    assert sum(line.count for line in shown) <= len(rested)
    for act in {one.act for one in rested}:
        unsaid = [one for one in rested if one.act == act]
        assert len(unsaid) - sum(line.count for line in shown if line.act == act) < LEAST


def test_a_large_building_is_named_and_a_small_one_is_not() -> None:
    (large,) = lines([ONE] * 3, "2", {"3栋": 10}, NOW)
    (small,) = lines([ONE] * 3, "2", {"3栋": 9}, NOW)
    assert (large.building, small.building) == ("3栋", "")
    assert brief("二网格", [large]).splitlines()[1] == "3栋 飞线充电 3 件，都已整改"


@pytest.mark.parametrize("late", [0, 1])
def test_what_is_closed_for_less_than_seven_days_is_kept(late: int) -> None:
    found = [replace(ONE, closed_at=NOW - RESTED_MS + late)] * 3
    assert len(lines(found, "2", {}, NOW)) == 1 - late


def _finding(state: str, item: str) -> Matter:
    return Matter("L1", states.SORT, state, 1, "2", NOBODY, "", (), 0, None, 1, {"item": item})


def test_what_the_list_never_publishes_and_what_was_dropped_is_left_out() -> None:
    published = {one.publish: one.code for one in RULES.negative.items}
    assert handled(_finding(states.EFFECTIVE, published["never"]), RULES, "3栋2单元501") is None
    assert handled(_finding(states.VOID, published["masked"]), RULES, "3栋2单元501") is None
    masked = handled(_finding(states.REPAIRED, published["masked"]), RULES, "龙江苑3栋2单元501")
    counted = handled(_finding(states.REPAIRED, published["aggregate"]), RULES, "3栋2单元501")
    assert masked
    assert counted
    assert (masked.building, masked.mended, counted.building) == ("龙江苑3栋", True, "")


def test_an_address_without_a_building_names_none() -> None:
    assert building_at("龙江路12号") == ""


def test_places_are_shown_only_of_acts_that_the_group_reads_of() -> None:
    """Two of a kind are no line and no photo; what is only handled, and what nobody looked through, is not shown."""
    photos = {code: PlacePhotos(f"{code}-before", f"{code}-after") for code in ("L1", "L2", "L4")}
    found = [replace(ONE, code=f"L{number}", mended=number != 2) for number in range(1, 4)]
    found += [replace(ONE, act="占道经营", code="L4"), replace(ONE, act="占道经营", code="L5")]
    shown = lines(found, "2", {}, NOW)
    assert pairs(found, "2", shown, photos) == (("飞线充电", photos["L1"]),)
    assert pairs(found, "3", shown, photos) == ()
