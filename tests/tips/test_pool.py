"""The month-end pool by itself: one length, batches that tell nothing, everybody paid in the end or not at all."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.loader import load_rules
from domain.tips.pool import SLOTS, Drawn, Entitled, PoolFull, drawn, epoch_of, month_number, packed, unpacked

TERMS = load_rules(None).rewards.tip_reward
NOW = month_number(date(2026, 11, 30))
WAITING = st.lists(st.builds(Entitled, st.integers(1, 60), st.integers(NOW - 14, NOW + 2)), max_size=30)
FIT = st.sets(st.integers(1, 80), max_size=80)


def draw(waiting: list[Entitled], fit: set[int], seed: int = 1) -> Drawn:
    return drawn(waiting, fit, NOW, TERMS, Random(seed).randrange)


@given(WAITING, st.integers(0, 9))
def test_the_blob_holds_all_and_always_has_one_length(waiting: list[Entitled], seed: int) -> None:
    plain = packed(waiting, Random(seed).randrange)
    assert len(plain) == len(packed([], Random(0).randrange))
    assert sorted(unpacked(plain), key=repr) == sorted(waiting, key=repr)


def test_the_blob_is_shuffled_and_ends_somewhere() -> None:
    waiting = [Entitled(number, NOW) for number in range(1, 9)]
    places = {packed(waiting, Random(seed).randrange) for seed in range(20)}
    assert len(places) == 20
    with pytest.raises(PoolFull):
        packed(waiting * SLOTS, Random(0).randrange)


@given(WAITING, FIT, st.integers(0, 9))
def test_no_batch_tells_how_many_rewards_are_in_it(waiting: list[Entitled], fit: set[int], seed: int) -> None:
    batch = draw(waiting, fit, seed)
    assert len(batch.accounts) == len(draw([], fit, seed).accounts)
    assert batch.accounts <= fit
    assert not batch.accounts or len(batch.accounts) >= 10
    assert len(batch.accounts) <= TERMS.cover_per_month


@given(WAITING, FIT, st.integers(0, 9))
def test_at_most_a_quarter_is_rewarded_and_each_account_once(waiting: list[Entitled], fit: set[int], seed: int) -> None:
    batch = draw(waiting, fit, seed)
    fresh = [one for one in waiting if NOW - one.due < 12]
    paid = len(fresh) - len(batch.waiting)
    assert paid <= len(batch.accounts) / 4
    for number in batch.accounts:
        before = [one for one in fresh if one.subject == number]
        after = [one for one in batch.waiting if one.subject == number]
        assert len(before) - len(after) in {0, 1}
    for one in set(fresh) - set(batch.waiting):
        assert one.subject in batch.accounts
        assert one.due <= NOW


def test_nobody_is_booked_before_the_month_drawn_or_who_could_not_have_been_drawn_by_lot() -> None:
    fit = set(range(1, 41))
    batch = draw([Entitled(7, NOW), Entitled(8, NOW + 1), Entitled(99, NOW)], fit)
    assert 7 in batch.accounts
    assert 99 not in batch.accounts
    assert set(batch.waiting) == {Entitled(8, NOW + 1), Entitled(99, NOW)}


def test_a_small_batch_waits_and_a_year_ends_the_waiting() -> None:
    waiting = [Entitled(1, NOW), Entitled(2, NOW - 12)]
    assert draw(waiting, set(range(1, 10))) == Drawn(frozenset(), (Entitled(1, NOW),))


def test_where_few_are_fit_all_of_them_are_booked() -> None:
    """Then being in the batch says nothing at all."""
    assert draw([Entitled(3, NOW)], set(range(1, 13))).accounts == frozenset(range(1, 13))


def test_covers_are_drawn_evenly() -> None:
    terms, seen = replace(TERMS, cover_per_month=10), [0] * 21
    for seed in range(400):
        for number in drawn([], range(1, 21), NOW, terms, Random(seed).randrange).accounts:
            seen[number] += 1
    assert max(seen[1:]) < 260
    assert min(seen[1:]) > 140


def test_months_have_names() -> None:
    assert [epoch_of(month_number(day)) for day in (date(2026, 12, 31), date(2027, 1, 1))] == ["2026-12", "2027-01"]
    assert epoch_of(month_number(date(2026, 12, 31)) + 1) == "2027-01"
