"""What stands on a page, in points from its upper left corner, in no drawing library's terms."""

from dataclasses import dataclass, replace
from typing import Literal

from publishing.palette import INK, PAPER

Face = Literal["regular", "bold", "title"]


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; ``leading`` is the height of a line in sizes."""

    size: float
    face: Face = "regular"
    colour: str = INK
    leading: float = 1.6

    @property
    def line(self) -> float:
        """The height of one line."""
        return self.size * self.leading

    @property
    def drop(self) -> float:
        """From the top of a line down to where its characters stand."""
        return (self.line - self.size) / 2 + self.size * 0.88


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is where its characters stand."""

    x: float
    y: float
    words: str
    style: Style


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled or framed or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    frame: str = ""
    thick: float = 0.8
    round: float = 0


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that fills its rectangle, cut where it has another shape."""

    x: float
    y: float
    width: float
    height: float
    body: bytes


@dataclass(frozen=True, slots=True)
class Squares:
    """A square of dark and light squares."""

    x: float
    y: float
    width: float
    rows: tuple[tuple[bool, ...], ...]


Mark = Words | Box | Photo | Squares


@dataclass(frozen=True, slots=True)
class Page:
    """A page with all that stands on it, in the order in which it is drawn."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    ground: str = PAPER


def moved(mark: Mark, right: float, down: float) -> Mark:
    """The same mark elsewhere."""
    return replace(mark, x=mark.x + right, y=mark.y + down)
