"""Twenty quarters of a generated ledger: every board's total is the ledger's, and no line fits fewer than ten homes.

`--deductions 20000` makes the ledger longer; the ledger and the register are counted here in another way than the
board's own statements count them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

import pytest

from bot.rules.loader import load_rules
from domain.boards import wording
from domain.boards.board import Board
from domain.boards.drawing import draw_board
from domain.boards.material import material_of
from domain.boards.quarter import Quarter
from domain.boards.states import assessed
from domain.decision import Unit
from domain.enrolment import EnrolGrid, EnrolSubject
from domain.ledger import Hand, NewEntry, RuleMark
from domain.period import SHANGHAI
from storage.store import Store
from tests.conversations.street import at

RULES = load_rules(None)
LEAST = RULES.ratings.quarterly_board.mask_min_households
QUARTERS = tuple(Quarter(2026 + number // 4, number % 4 + 1) for number in range(20))
HOMES = {"1栋": 4, "2栋": 9, "3栋": 10, "13栋": 12, "4栋": 30}
BATCH = 500


@dataclass
class Ledger:
    """A community by the dice, and what a careful clerk would write down beside the book."""

    dice: Random
    people: list[EnrolSubject] = field(default_factory=list)
    listed: Counter[Quarter] = field(default_factory=Counter)
    apart: Counter[Quarter] = field(default_factory=Counter)
    repaired: Counter[Quarter] = field(default_factory=Counter)

    def settle(self) -> None:
        """Homes with a child here and there, and shops of which one carries its owner's name."""
        for house, count in HOMES.items():
            self.people += [
                EnrolSubject("resident", f"王{n}", "2", f"{house}{n % 3 + 1}单元{n}01", minor=n == 3)
                for n in range(1, count + 1)
            ]
        self.people.append(EnrolSubject("merchant", "老王烧烤", "2", "4栋底商1号", contact="王强"))
        self.people.append(EnrolSubject("merchant", "李建国理发", "2", "4栋底商2号", contact="李建国"))

    def entries(self, count: int) -> Iterator[NewEntry]:
        """So many deductions, a third of them repaired and a tenth reversed later."""
        seq = 0
        for code in range(1, count + 1):
            place = self.dice.randrange(len(self.people))
            who, quarter = self.people[place], self.dice.choice(QUARTERS)
            item = self.dice.choice([one for one in RULES.negative.items if who.kind in one.subjects])
            day = quarter.days.since + timedelta(days=self.dice.randrange(88))
            seq += 1
            taken, fate = seq, self.dice.random()
            yield _entry(code, place + 1, -3, item.code, day.isoformat(), f"finding:L{code}")
            if fate < 0.1:
                seq += 1
                yield _entry(code, place + 1, 3, item.code, day.isoformat(), f"reversal:{taken}", reverses=taken)
                continue
            public = item.publish != "never" and not who.minor
            (self.listed if public else self.apart)[quarter] += 1
            if fate < 0.4:
                seq += 1
                self.repaired[quarter] += public
                yield _entry(code, place + 1, 2, item.code, day.isoformat(), f"repair:L{code}")


def _entry(
    code: int, subject: int, amount: int, item: str, day: str, source: str, *, reverses: int | None = None
) -> NewEntry:
    mark, hand = RuleMark(item, "v", ""), Hand(0, "system", "2")
    return NewEntry(code, subject, "credit", "deduct", amount, source, mark, hand, day, reverses=reverses)


async def written(store: Store, ledger: Ledger, count: int) -> None:
    """Everything into the book, codes in their order."""
    ledger.settle()
    filed = assessed(at(11, 23).astimezone(SHANGHAI))
    await store.post(Unit(None, (EnrolGrid("2", "二网格"), *ledger.people, filed)))
    entries = list(ledger.entries(count))
    for first in range(0, len(entries), BATCH):
        await store.post(Unit(None, tuple(entries[first : first + BATCH])))


def homes_behind(board: Board) -> Iterator[tuple[str, int]]:
    """Each line that stands for a building, and how many homes it has by the clerk's own list."""
    for line in board.lines:
        if line.matching:
            house = line.text.partition(" ")[0]
            yield house, HOMES[house]


async def test_twenty_quarters_add_up_and_no_line_fits_few(store: Store, pytestconfig: pytest.Config) -> None:
    ledger, count = Ledger(Random(7)), int(pytestconfig.getoption("--deductions"))
    await written(store, ledger, count)
    single = 0
    for quarter in QUARTERS:
        board = draw_board(await store.answer(material_of(quarter, RULES)), RULES)
        assert (board.total, board.apart) == (ledger.listed[quarter], ledger.apart[quarter])
        assert board.repaired == ledger.repaired[quarter]
        assert f"可公示 {board.total} 起 = 上榜 {board.total}" in wording.proof(board)
        assert all(homes >= LEAST for _, homes in homes_behind(board))
        assert "李建国" not in "".join(line.text for line in board.lines)
        single += len(tuple(homes_behind(board)))
    assert single > 0
