"""A published board as the document that is drawn along with its text."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest

from domain.attachments import KeepAttachment
from domain.boards import wording
from domain.boards.board import Board, Count
from domain.document_files import attachment_of
from domain.documents import ActCount, BoardSheet, PairsSheet, PhotoPair, Proof, QuarterCount
from domain.period import SHANGHAI
from domain.rules.rulebook import Rulebook


def board_sheet(board: Board, rules: Rulebook, down: datetime, grids: Mapping[str, str]) -> BoardSheet:
    """The board as it is drawn; who draws it knows the community's name."""
    shops, houses = _split(board)
    total, policy = len(board.entries), rules.ratings.quarterly_board
    return BoardSheet(
        code=board.quarter.code,
        community="",
        quarter=board.quarter.title,
        published=_day(board.quarter.moment(policy.publish_day, policy.publish_time)),
        until=_day(down.astimezone(SHANGHAI)),
        proof=_proof(board),
        red=board.red.names,
        unnamed=board.red.others,
        counts=tuple(_count(one, grids) for one in board.counts),
        lines=tuple(houses),
        shops=tuple(shops),
        improved=tuple(wording.improved(one) for one in board.better),
        remaining=tuple(wording.remaining(one) for one in board.worse),
        repaired=(wording.mended(board.repaired),) if board.repaired else (),
        pairs=photo_pairs(board, grids),
        quarters=_history(board, total),
        counts_only=not board.named,
    )


def board_picture(board: Board, rules: Rulebook, down: datetime, grids: Mapping[str, str]) -> KeepAttachment:
    """The picture that goes along with the text, until the board is taken down."""
    kept = attachment_of(board_sheet(board, rules, down, grids), f"{board.quarter.code}.png")
    return replace(kept, expires_at=int(down.timestamp() * 1000))


def photo_pairs(board: Board, grids: Mapping[str, str]) -> tuple[PhotoPair, ...]:
    """Repaired places before and after, named as the counts are."""
    return tuple(PhotoPair(wording.place(one, grids), one.before, one.after) for one in board.pairs)


def pairs_picture(board: Board, grids: Mapping[str, str]) -> KeepAttachment | None:
    """The places of a draft, for those who vote on it; None where it shows none."""
    if not board.pairs:
        return None
    sheet = PairsSheet("", wording.PAIRS_TITLE.format(code=board.quarter.code), photo_pairs(board, grids))
    return attachment_of(sheet, f"{board.quarter.code}-places.png")


def _proof(board: Board) -> Proof:
    root = board.root[: wording.ROOT]
    return Proof(len(board.entries), board.total, board.repaired, board.apart, board.version, board.seq, root)


def _count(one: Count, grids: Mapping[str, str]) -> ActCount:
    where = grids.get(one.grid, one.grid) or wording.EVERYWHERE
    return ActCount(where, one.text or wording.ALL_ACTS, one.count, one.repaired)


def _split(board: Board) -> tuple[list[str], list[str]]:
    """The single lines of shops and units, which stand under their sign, and those of buildings."""
    shops = [wording.line(one) for one in board.lines if not one.matching]
    return shops, [wording.line(one) for one in board.lines if one.matching]


def _history(board: Board, total: int) -> tuple[QuarterCount, ...]:
    """The quarters before, the oldest first, and this one."""
    quarters, quarter = [], board.quarter
    for listed, mended in zip_longest(board.history, board.mended, fillvalue=0):
        quarter = quarter.before
        quarters.append(QuarterCount(quarter.title, listed, mended))
    return (*reversed(quarters), QuarterCount(board.quarter.title, total, board.repaired))


def _day(moment: datetime) -> str:
    return f"{moment.year} 年 {moment.month} 月 {moment.day} 日"
