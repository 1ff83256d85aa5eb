"""The one door to Pillow: how wide words are, photos cut to shape, pages as PNG."""

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from publishing.fonts import Faces
from publishing.marks import Box, Face, Mark, Page, Photo, Squares, Words

_UNIT = 1000
_SHARP = 3
"""Photos keep this many pixels per point."""


def chinese_face(path: Path) -> int:
    """Which face of a collection is the simplified Chinese one; 0 where the file holds only one."""
    if path.suffix.casefold() not in {".ttc", ".otc"}:
        return 0
    for index in range(32):
        try:
            family = ImageFont.truetype(path, 10, index).getname()[0] or ""
        except OSError:
            return 0
        if family.endswith(" SC"):
            return index
    return 0


class Type:
    """The three faces, for measuring and for drawing."""

    def __init__(self, faces: Faces) -> None:
        self._files: dict[Face, tuple[Path, int]] = {
            "regular": (faces.regular, chinese_face(faces.regular)),
            "bold": (faces.bold, chinese_face(faces.bold)),
            "title": (faces.title, chinese_face(faces.title)),
        }
        self._advance = lru_cache(maxsize=8192)(self._measured)
        self._font = lru_cache(maxsize=64)(self._opened)

    @property
    def files(self) -> dict[Face, tuple[Path, int]]:
        """Each face's file and its place in it."""
        return dict(self._files)

    def width(self, words: str, size: float, face: Face) -> float:
        """How wide a line is."""
        return sum(self._advance(character, face) for character in words) * size / _UNIT

    def font(self, pixels: float, face: Face) -> ImageFont.FreeTypeFont:
        """A face at a size in pixels."""
        return self._font(pixels, face)

    def _measured(self, character: str, face: Face) -> float:
        return self._font(_UNIT, face).getlength(character)

    def _opened(self, pixels: float, face: Face) -> ImageFont.FreeTypeFont:
        path, index = self._files[face]
        # The basic engine sets the same on every machine, and as the paper does.
        return ImageFont.truetype(path, pixels, index, layout_engine=ImageFont.Layout.BASIC)


def is_photo(body: bytes) -> bool:
    """True for what can be shown."""
    return bool(body) and cut(Photo(0, 0, 1, 1, body)) is not None


def cut(photo: Photo) -> Image.Image | None:
    """A photo in the shape of its place, or None where it cannot be read."""
    size = (round(photo.width * _SHARP), round(photo.height * _SHARP))
    try:
        with Image.open(io.BytesIO(photo.body)) as image:
            return ImageOps.fit(image.convert("RGB"), size, Image.Resampling.LANCZOS)
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def as_jpeg(image: Image.Image) -> bytes:
    """A cut photo for paper."""
    body = io.BytesIO()
    image.save(body, "JPEG", quality=82)
    return body.getvalue()


def png(pages: Sequence[Page], kind: Type, scale: float) -> bytes:
    """Pages as one picture, one under another, ``scale`` pixels per point."""
    drawn = [_page(page, kind, scale) for page in pages]
    image = Image.new("RGB", (max(one.width for one in drawn), sum(one.height for one in drawn)), pages[0].ground)
    top = 0
    for one in drawn:
        image.paste(one, (0, top))
        top += one.height
    body = io.BytesIO()
    image.save(body, "PNG", optimize=True)
    return body.getvalue()


def _page(page: Page, kind: Type, scale: float) -> Image.Image:
    image = Image.new("RGB", (round(page.width * scale), round(page.height * scale)), page.ground)
    pen = ImageDraw.Draw(image)
    for mark in page.marks:
        _draw(mark, image, pen, kind, scale)
    return image


def _draw(mark: Mark, image: Image.Image, pen: ImageDraw.ImageDraw, kind: Type, scale: float) -> None:
    match mark:
        case Words():
            _write(mark, pen, kind, scale)
        case Box():
            _box(mark, pen, scale)
        case Squares():
            _squares(mark, pen, scale)
        case Photo(x, y, width, height):
            photo = cut(mark)
            if photo is not None:
                place = (round(x * scale), round(y * scale))
                ends = (round((x + width) * scale), round((y + height) * scale))
                image.paste(photo.resize((ends[0] - place[0], ends[1] - place[1])), place)


def _write(mark: Words, pen: ImageDraw.ImageDraw, kind: Type, scale: float) -> None:
    # Character by character: the engine rounds every advance to whole pixels, and a long line would end elsewhere.
    x, style = mark.x, mark.style
    font = kind.font(style.size * scale, style.face)
    for character in mark.words:
        pen.text((x * scale, mark.y * scale), character, fill=style.colour, font=font, anchor="ls")
        x += kind.width(character, style.size, style.face)


def _box(mark: Box, pen: ImageDraw.ImageDraw, scale: float) -> None:
    left, top = round(mark.x * scale), round(mark.y * scale)
    right = max(left, round((mark.x + mark.width) * scale) - 1)
    bottom = max(top, round((mark.y + mark.height) * scale) - 1)
    thick = max(1, round(mark.thick * scale)) if mark.frame else 0
    pen.rounded_rectangle(
        (left, top, right, bottom), mark.round * scale, mark.fill or None, mark.frame or None, width=thick
    )


def _squares(mark: Squares, pen: ImageDraw.ImageDraw, scale: float) -> None:
    # Whole pixels per square, centred: cameras read even edges best.
    side = max(1, int(mark.width * scale / len(mark.rows)))
    spare = (mark.width * scale - side * len(mark.rows)) / 2
    left, top = round(mark.x * scale + spare), round(mark.y * scale + spare)
    for down, row in enumerate(mark.rows):
        for along, dark in enumerate(row):
            if dark:
                x, y = left + along * side, top + down * side
                pen.rectangle((x, y, x + side - 1, y + side - 1), "#000000")
