"""Pulls neighbouring Chinese punctuation together (标点挤压): the empty half between two marks is left out."""

from collections.abc import Callable, Iterator

_OPENS = frozenset("（《【「『“‘〈〔［｛")
_CLOSES = frozenset("。，、；：？！．）》】」』”’〉〕］｝")
_ENDS = _CLOSES - frozenset("？！")

Full = Callable[[str], bool]
"""True for a character that is as wide as it is high; some fonts have narrow quotation marks."""


def runs(line: str, full: Full) -> Iterator[tuple[str, float]]:
    """The parts of a line, and how many sizes each is pulled to the left of where the last one ended."""
    start, pull = 0, 0.5 if line and line[0] in _OPENS and full(line[0]) else 0.0
    for place in range(1, len(line)):
        if _squeezed(line[place - 1], line[place], full):
            yield line[start:place], pull
            start, pull = place, 0.5
    yield line[start:], pull


def _squeezed(left: str, right: str, full: Full) -> bool:
    """Between two marks one half is empty: the left one's right half, or the right one's left half."""
    closes = left in _ENDS and right in _CLOSES | _OPENS
    opens = left in _OPENS and right in _OPENS
    return (closes or opens) and full(left) and full(right)
