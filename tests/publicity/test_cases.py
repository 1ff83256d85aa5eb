"""Invented cases: nothing of anybody's in them, on both databases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.decision import Unit
from domain.enrolment import EnrolStaff, EnrolSubject
from domain.publicity.cases import NamesWithin, scanned
from storage.store import Store


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("有一家人把电动车推进楼道充电，后来改了。", ()),
        ("3栋2单元501的住户", ("room",)),
        ("先说二号楼，再说三栋二单元五零一", ("room",)),
        ("那家 501 室", ("room",)),
        ("打 138-1234-5678 找他", ("phone",)),
        ("打 １３８１２３４５６７８", ("phone",)),
        ("座机 0871-6000000", ("phone",)),
        ("云A·12345 堵门", ("plate",)),
        ("川 a12345d", ("plate",)),
        ("罚了 200 元，2026 年的事", ()),
    ],
)
def test_what_could_be_somebodys_is_seen(text: str, found: tuple[str, ...]) -> None:
    assert scanned(text, ()) == found


@given(st.text(max_size=60), st.integers(13_000_000_000, 19_999_999_999), st.text(max_size=60))
def test_no_phone_hides_among_words(before: str, phone: int, behind: str) -> None:
    assert "phone" in scanned(f"{before}，{phone}，{behind}", ())


async def test_names_of_the_register_are_found(store: Store) -> None:
    people = (
        EnrolSubject("resident", "李桂芬", "2", "6栋1单元302"),
        EnrolSubject("resident", "王", "2", "6栋1单元303"),
        EnrolSubject("merchant", "老王%烧烤", "2", "楼下", contact="王建国"),
        EnrolStaff("段家荣", "grid_worker", "2"),
    )
    await store.post(Unit(None, people, at=1))
    found = await store.answer(NamesWithin("李\u200b桂芬和王建国在老王%烧烤，段家荣路过"))
    assert set(found) == {"李桂芬", "王建国", "老王%烧烤", "段家荣"}
    assert await store.answer(NamesWithin("老王X烧烤")) == ()
