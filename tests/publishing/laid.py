"""Pages before they are drawn: where their words stand, and whether anything is in anything's way."""

from collections.abc import Iterator
from itertools import combinations

from domain.documents import Document
from publishing.fonts import Faces
from publishing.marks import Page, Photo, Squares, Words
from publishing.pictures import Type
from publishing.setting import Studio
from publishing.shelf import discover_forms

FORMS = discover_forms()
MARGIN = 20.0


def laid(document: Document, faces: Faces, *, for_paper: bool, photos: dict[str, bytes] | None = None) -> list[Page]:
    return list(FORMS[document.form].lay(document, Studio(Type(faces), photos or {}, for_paper)))


def said(pages: list[Page]) -> str:
    """All words, without what only layout put between them."""
    words = (mark.words for page in pages for mark in page.marks if isinstance(mark, Words))
    return "".join(words).replace(" ", "").replace("\u3000", "")


def troubles(pages: list[Page], faces: Faces) -> list[str]:
    """Words that touch an edge or each other, pictures that leave the page."""
    kind = Type(faces)
    return [trouble for page in pages for trouble in (*_over_edges(page, kind), *_over_each_other(page, kind))]


def _box(mark: Words, kind: Type) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the ink, roughly."""
    style = mark.style
    wide = kind.width(mark.words, style.size, style.face)
    return mark.x, mark.y - style.size * 0.8, mark.x + wide, mark.y + style.size * 0.08


def _over_edges(page: Page, kind: Type) -> Iterator[str]:
    for mark in page.marks:
        if isinstance(mark, Words):
            left, top, right, bottom = _box(mark, kind)
            # An opening mark hangs half a size into the margin with its empty half.
            left += mark.style.size / 2
            if left < MARGIN or top < 10 or right > page.width - MARGIN or bottom > page.height - 10:
                yield f"{mark.words} at {left:.0f} {top:.0f} {right:.0f} {bottom:.0f}"
        elif isinstance(mark, Photo | Squares) and not (
            mark.x >= MARGIN and mark.x + mark.width <= page.width - MARGIN
        ):
            yield f"picture at {mark.x:.0f}"


def _over_each_other(page: Page, kind: Type) -> Iterator[str]:
    boxes = [(mark.words, _box(mark, kind)) for mark in page.marks if isinstance(mark, Words) and mark.words.strip()]
    for (one, a), (other, b) in combinations(boxes, 2):
        beside = a[2] - 1 <= b[0] or b[2] - 1 <= a[0]
        above = a[3] <= b[1] or b[3] <= a[1]
        if not beside and not above and not _squeezed(one, other):
            yield f"{one} over {other}"


def _squeezed(one: str, other: str) -> bool:
    """Parts of one line, pulled together where a mark has an empty half."""
    marks = "，。、；：”’）》】“‘（《【」』「『"
    return (one[-1] in marks and other[0] in marks) or (other[-1] in marks and one[0] in marks)
