"""A board is a pure function of the ledger up to a printed number, on both databases (L12)."""

from dataclasses import replace

from bot.rules.loader import load_rules
from domain.boards.drawing import draw_board
from domain.boards.material import HEAD, Material, material_of
from domain.boards.quarter import Quarter
from domain.boards.states import assessed
from domain.code import NewCode
from domain.decision import Unit
from domain.enrolment import EnrolGrid, EnrolSubject
from domain.ledger import Hand, NewEntry, RuleMark
from domain.period import SHANGHAI
from domain.proof import BookProof
from storage.store import Store
from tests.conversations.street import at

RULES, Q4 = load_rules(None), Quarter(2026, 4)
HAND = Hand(0, "system", "2")


def entry(code: NewCode | int, subject: int, amount: int, item: str, **more: object) -> NewEntry:
    """One entry of November."""
    contra = "deduct" if amount < 0 else "issue"
    source = f"test:{subject}:{item}:{amount}"
    made = NewEntry(code, subject, "credit", contra, amount, source, RuleMark(item, "v", ""), HAND, "2026-11-20")  # type: ignore[arg-type]
    return replace(made, **more)  # type: ignore[arg-type]


async def settled(store: Store) -> None:
    """Twelve households of one building, a shop, and what they did."""
    homes = [EnrolSubject("resident", f"王{n}", "2", f"3栋1单元{n}01") for n in range(1, 13)]
    shop = EnrolSubject("merchant", "王强面馆", "2", "3栋底商1号", contact="王强")
    await store.post(Unit(None, (EnrolGrid("2", "二网格"), *homes, shop, assessed(at(11, 23).astimezone(SHANGHAI)))))
    for subject, amount, item in ((1, -5, "RN09"), (2, -5, "RN09"), (13, -3, "MN05"), (3, 25, "R01")):
        await store.post(Unit(None, (entry(NewCode("L"), subject, amount, item),)))


async def read(store: Store, upto: int = HEAD) -> Material:
    """What the board is drawn from."""
    return await store.answer(material_of(Q4, RULES, upto))


async def test_the_same_number_gives_the_same_board_for_ever(store: Store) -> None:
    await settled(store)
    before = await read(store)
    assert before.seq == 4
    board = draw_board(before, RULES)
    assert [(one.text, one.count, one.matching) for one in board.lines] == [("3栋 飞线充电、私拉电线插座充电", 2, 12)]
    assert (board.total, board.red.total) == (3, 1)

    back = entry(1, 1, 4, "RN09", source="repair:L1", contra="deduct", occurred_on="2027-01-05")
    undone = entry(2, 2, 5, "RN09", source="reversal:2", contra="deduct", reverses=2)
    for made in (back, undone, entry(NewCode("L"), 5, -3, "RN07")):
        await store.post(Unit(None, (made,)))
    assert await read(store, before.seq) == before
    assert draw_board(await read(store, before.seq), RULES) == board
    later = draw_board(await read(store), RULES)
    assert [one.text for one in later.lines] == ["3栋 电动车或电池进楼道、门厅停放"]
    assert (later.total, later.repaired) == (3, 1)
    assert not (await store.answer(BookProof())).broken
