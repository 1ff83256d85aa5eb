"""Where lines of Chinese text break: no line begins with a closing mark or ends with an opening one (避头尾)."""

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

NEVER_FIRST = frozenset("。，、；：？！．,.;:?!）》】」』”’〉〕］｝)]}…—·～~%％‰℃°／/")
NEVER_LAST = frozenset("（《【「『“‘〈〔［｛([{￥¥$#＃")
_TOGETHER = re.compile(r"[A-Za-z0-9]+(?:[.,:/@_+\-][A-Za-z0-9]+)*| |.", re.DOTALL)
_PAIRS = ("……", "——")


def broken(words: str, width: float, measure: Measure, most: int | None = None) -> tuple[str, ...]:
    """The lines of a text within a width; the last of ``most`` lines ends with … where more would follow."""
    lines: list[str] = []
    for paragraph in words.split("\n"):
        lines += _lines(paragraph, width, measure)
    if most is not None and len(lines) > most:
        return (*lines[: most - 1], shortened(lines[most - 1] + lines[most], width, measure))
    return tuple(lines)


def shortened(words: str, width: float, measure: Measure) -> str:
    """As much of a text as fits, with … where something is left out."""
    if measure(words) <= width:
        return words
    kept = words
    while kept and measure(kept + "…") > width:
        kept = kept[:-1]
    return kept.rstrip("".join(NEVER_LAST) + "，、；： ") + "…"


def _lines(paragraph: str, width: float, measure: Measure) -> list[str]:
    lines, line = [], ""
    for piece in _pieces(paragraph):
        if line and measure((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line = (line + piece).lstrip() if not line else line + piece
        while measure(line.rstrip()) > width and len(line) > 1:
            head = _fitting(line, width, measure)
            lines.append(line[:head])
            line = line[head:]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _fitting(line: str, width: float, measure: Measure) -> int:
    head = len(line) - 1
    while head > 1 and measure(line[:head]) > width:
        head -= 1
    return head


def _pieces(paragraph: str) -> Iterator[str]:
    """What stays together on a line."""
    held = ""
    for atom in _TOGETHER.findall(paragraph):
        if held and not (_opens(held) or _closes(atom) or held[-1] + atom in _PAIRS):
            yield held
            held = ""
        held += atom
    if held:
        yield held


def _opens(held: str) -> bool:
    return held[-1] in NEVER_LAST


def _closes(atom: str) -> bool:
    return atom[0] in NEVER_FIRST or atom == " "
