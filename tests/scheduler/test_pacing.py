"""The pace on a simulated clock: never above a limit, and hardly ever below it."""

import heapq
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.pacing import HOUR, MINUTE, Pacer
from tests.scheduler.stage import FREE

ACCOUNT = replace(FREE, quota_per_minute=40, chat_gap_ms=1_000)


def most_within(times: list[int], span: int) -> int:
    most, first = 0, 0
    for last, at in enumerate(times):
        while times[first] <= at - span:
            first += 1
        most = max(most, last - first + 1)
    return most


@pytest.mark.parametrize("accounts", [1, 4, 20])
def test_ten_thousand_notices_at_the_ceiling(accounts: int) -> None:
    pacers = [Pacer(ACCOUNT) for _ in range(accounts)]
    said: list[list[int]] = [[] for _ in pacers]
    chats: dict[str, list[int]] = {}
    turn = [(0, number) for number in range(accounts)]
    for number in range(10_000):
        now, account = heapq.heappop(turn)
        chat = f"{account}-{number % 300}"
        at = pacers[account].ready_at(chat, now)
        pacers[account].spoke(chat, at)
        said[account].append(at)
        chats.setdefault(chat, []).append(at)
        heapq.heappush(turn, (pacers[account].open_at(at), account))
    assert all(most_within(times, MINUTE) <= 40 for times in said)
    assert all(after - before >= 1_000 for times in chats.values() for before, after in pairwise(times))
    needed = max(times[-1] for times in said)
    assert needed <= 1.02 * 10_000 / accounts / 40 * MINUTE
    assert most_within(said[0], HOUR) >= 0.98 * 40 * 60 or accounts == 20


@pytest.mark.parametrize("accounts", [1, 4, 20])
def test_ten_thousand_people_at_the_pace_of_turning_to_the_next(accounts: int) -> None:
    pacers = [Pacer(replace(ACCOUNT, switch_gap_ms=4_000)) for _ in range(accounts)]
    now = [0] * accounts
    for number in range(10_000):
        account = number % accounts
        at = pacers[account].ready_at(f"p{number}", now[account])
        assert number < accounts or at - now[account] == 4_000
        pacers[account].spoke(f"p{number}", at)
        now[account] = at
    assert max(now) <= 1.02 * 10_000 / accounts * 4_000


def test_a_conversation_goes_on_while_the_others_wait_for_their_turn() -> None:
    pacer = Pacer(replace(ACCOUNT, switch_gap_ms=4_000))
    assert pacer.ready_at("a", 0) == 0
    pacer.spoke("a", 0)
    assert (pacer.ready_at("a", 0), pacer.ready_at("b", 0)) == (1_000, 4_000)
    assert (pacer.open_at(0), pacer.next_change(0), pacer.limited) == (4_000, 1_000, True)
    assert pacer.ready_at("b", 4_000) == 4_000


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 20_000)), max_size=300))
def test_no_limit_is_ever_broken(asked: list[tuple[str, int]]) -> None:
    can = replace(FREE, quota_per_minute=12, chat_per_minute=5, chat_per_hour=30, chat_gap_ms=700)
    pacer, now = Pacer(can), 0
    times: dict[str, list[int]] = {"": []}
    for chat, pause in asked:
        now += pause
        if pacer.ready_at(chat, now) == now:
            pacer.spoke(chat, now)
            times[""].append(now)
            times.setdefault(chat, []).append(now)
    assert most_within(times.pop(""), MINUTE) <= 12
    for own in times.values():
        assert most_within(own, MINUTE) <= 5
        assert most_within(own, HOUR) <= 30
        assert most_within(own, 700) <= 1


def test_a_clock_that_went_back_silences_nobody() -> None:
    pacer = Pacer(ACCOUNT)
    for _ in range(40):
        pacer.spoke("a", 10**12)
    assert pacer.ready_at("b", 0) == MINUTE
