"""Blocks one under another, over as many pages as they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from publishing.marks import Mark, Page, moved
from publishing.palette import PAPER


@dataclass(frozen=True, slots=True)
class Block:
    """What is never torn apart; its marks are placed from its own upper left corner."""

    height: float
    marks: tuple[Mark, ...] = ()
    above: float = 0
    """Space before it, dropped at the top of a page."""
    keeps: bool = False
    """Stays on one page with the block that follows."""
    head: "Block | None" = None
    """Repeated where this block begins a page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins; without a height it is as long as what stands on it."""

    width: float
    height: float | None
    side: float
    top: float
    bottom: float
    ground: str = PAPER

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side


Footing = Callable[[int, int], Block]
"""The foot of a page by its number and the number of all, placed from the beginning of the bottom margin."""


def stack(blocks: Sequence[Block], paper: Paper, foot: Footing | None = None) -> tuple[Page, ...]:
    """The pages of these blocks."""
    pages: list[list[Mark]] = [[]]
    y = paper.top
    end = float("inf") if paper.height is None else paper.height - paper.bottom
    for group in _groups(blocks):
        height = sum(block.above + block.height for block in group)
        begins = y > paper.top and y + height > end
        if begins:
            pages.append([])
            y = paper.top
        for block in _with_head(group) if begins else group:
            y += block.above if y > paper.top else 0
            pages[-1] += [moved(mark, paper.side, y) for mark in block.marks]
            y += block.height
    tall = y + paper.bottom if paper.height is None else paper.height
    for number, marks in enumerate(pages, 1):
        marks.extend(_foot(foot, number, len(pages), paper, tall))
    return tuple(Page(paper.width, tall, tuple(marks), paper.ground) for marks in pages)


def _with_head(group: Sequence[Block]) -> Sequence[Block]:
    head = group[0].head
    return group if head is None else (head, *group)


def _foot(foot: Footing | None, number: int, count: int, paper: Paper, tall: float) -> list[Mark]:
    marks = foot(number, count).marks if foot else ()
    return [moved(mark, paper.side, tall - paper.bottom) for mark in marks]


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keeps:
            yield group
            group = []
    if group:
        yield group
