"""The oldest points pay first and run out first: never below zero, and every sum is whole."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.ledger import Contra, Entry
from domain.shop.fifo import Movement, oldest_kept, payments, running_out, runs_out


@st.composite
def books(draw: st.DrawFn) -> list[Movement]:
    """Earnings on any days, in any order, and payments that the balance of that moment allows."""
    movements: list[Movement] = []
    balance = 0
    for seq in range(1, draw(st.integers(0, 30)) + 1):
        on = f"2026-{draw(st.integers(1, 12)):02}-{draw(st.integers(1, 28)):02}"
        spends = balance and draw(st.booleans())
        amount = -draw(st.integers(1, balance)) if spends else draw(st.integers(1, 20))
        balance += amount
        movements.append(Movement(seq, on, "R01", amount))
    return movements


DAYS = st.integers(1, 12).map(lambda month: f"2026-{month:02}-01")


@given(books(), DAYS)
def test_what_runs_out_is_never_more_than_there_is(movements: list[Movement], before: str) -> None:
    balance = sum(one.amount for one in movements)
    lost = runs_out(movements, before)
    assert 0 <= lost <= balance
    gone = [*movements, Movement(99, before, "expire", -lost)] if lost else movements
    assert sum(one.amount for one in gone) == balance - lost >= 0
    assert runs_out(gone, before) == 0


@given(books(), DAYS)
def test_later_earnings_and_the_balance_tell_what_runs_out(movements: list[Movement], before: str) -> None:
    entries = [entry_of(one) for one in movements]
    since = [one for one in entries if one.occurred_on >= before]
    assert running_out(sum(one.amount for one in movements), since, before) == runs_out(movements, before)


def entry_of(one: Movement) -> Entry:
    contra: Contra = "issue" if one.amount > 0 else "redeem"
    marks = (one.source, one.item, "", "", 0, "system", "1", one.on, 0, None, "", "")
    return Entry(one.seq, one.seq, 1, "spendable", contra, one.amount, *marks)


@given(books(), DAYS, DAYS)
def test_two_months_take_what_the_later_alone_would(movements: list[Movement], one: str, other: str) -> None:
    first, second = sorted((one, other))
    lost = runs_out(movements, first)
    after = [*movements, Movement(98, first, "expire", -lost)] if lost else movements
    assert lost + runs_out(after, second) == runs_out(movements, second)


@given(books())
def test_every_payment_is_paid_by_the_oldest_that_is_left(movements: list[Movement]) -> None:
    paid = payments(movements)
    taken: dict[int, int] = {}
    for spending in (one for one in movements if one.amount < 0):
        shares = paid[spending.seq]
        assert sum(share.points for share in shares) == -spending.amount
        assert all(share.points > 0 for share in shares)
        for share in shares:
            taken[share.earned.seq] = taken.get(share.earned.seq, 0) + share.points
    earned = sorted((one for one in movements if one.amount > 0), key=lambda one: (one.on, one.seq))
    whole = [taken.get(one.seq, 0) == one.amount for one in earned]
    # Everything before the last earning that was touched is used up.
    touched = [index for index, one in enumerate(earned) if one.seq in taken]
    assert all(whole[: touched[-1]] if touched else [])
    assert all(taken.get(one.seq, 0) <= one.amount for one in earned)


@given(books(), DAYS)
def test_running_out_agrees_with_the_payments(movements: list[Movement], before: str) -> None:
    taken: dict[int, int] = {}
    for shares in payments(movements).values():
        for share in shares:
            taken[share.earned.seq] = taken.get(share.earned.seq, 0) + share.points
    kept = sum(one.amount - taken.get(one.seq, 0) for one in movements if one.amount > 0 and one.on < before)
    assert runs_out(movements, before) == kept


def test_points_live_at_least_their_months() -> None:
    assert oldest_kept(date(2028, 12, 1), 24) == date(2026, 12, 1)
