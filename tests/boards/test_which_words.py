"""The words that a vote, a review and a list of open matters are asked for with."""

from types import SimpleNamespace
from typing import cast

import pytest

from domain.findings.wording import handed_on
from domain.matters.matter import NOBODY, Matter
from domain.matters.wording import agenda
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from handlers.boards.voting import board_meant


def _matter(code: str, sort: str) -> Matter:
    return Matter(code, sort, "open", 1, "2", NOBODY, "L1 老王烧烤 占道经营", (), 0, None, None, {"edition": ""})


class _TwoBoards:
    """A book in which two quarters still wait for votes."""

    async def answer(self, _query: object) -> tuple[Matter, ...]:
        """The open boards."""
        return (_matter("B2026Q4", "board"), _matter("B2027Q1", "board"))


def test_an_appeal_is_answered_in_its_own_words() -> None:
    """申诉回成立、不成立，别的回属实、不属实；都带编号或行号。"""
    assert agenda("待办", [_matter("S1", "appeal")]).actions == ("1 成立 理由", "1 不成立 理由")
    assert agenda("待办", [_matter("D1", "deed")]).actions == ("1 属实", "1 不属实 原因")
    assert handed_on(_matter("S1", "appeal")).endswith("回“S1 成立 理由”或“S1 不成立 理由”。")
    assert handed_on(_matter("D1", "deed")).endswith("回“D1 属实”或“D1 不属实 原因”。")


async def test_a_bare_vote_asks_which_of_two_boards() -> None:
    """上一季度还没全文公布、这一季度又出了草案：只回“同意”，问是哪一期。"""
    request = SimpleNamespace(slot=lambda _name: None, message=SimpleNamespace(quote=None))
    with pytest.raises(Refusal, match="等您表态的不止一期：B2026Q4、B2027Q1"):
        await board_meant(cast("Request", request), cast("Book", _TwoBoards()))
