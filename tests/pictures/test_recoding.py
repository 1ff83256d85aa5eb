"""Of a picture nothing is kept but its pixels, and what is no fit picture is refused with a sentence."""

import io
import struct
import zipfile
import zlib
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from bot.pictures import LARGEST, UnfitPicture, recode

CANARY = b"CANARY-47.3512N"
RED, BLUE = (200, 30, 30), (30, 30, 200)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + CANARY + b"</x:xmpmeta>"


def _written(image: Image.Image, kind: str, **more: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def _opened(raw: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(raw))
    image.load()
    return image


def _assert_bare(raw: bytes) -> None:
    image = _opened(raw)
    assert (image.format, image.mode) == ("JPEG", "RGB")
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert CANARY not in raw
    assert raw.endswith(b"\xff\xd9")


def _near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(one - other) < 25 for one, other in zip(found, colour, strict=True))


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 21.0, 4.3), 3: "E", 29: CANARY.decode()})
    return exif


def test_a_photo_loses_place_time_colour_profile_comment_and_what_trails_it() -> None:
    photo = Image.new("RGB", (60, 40), RED)
    raw = _written(photo, "JPEG", exif=_exif(), xmp=XMP, comment=CANARY, icc_profile=CANARY * 20)
    trailing = io.BytesIO()
    with zipfile.ZipFile(trailing, "w") as archive:
        archive.writestr("inside.txt", CANARY)
    raw += trailing.getvalue()
    assert raw.count(CANARY) > 20
    made = recode(raw)
    _assert_bare(made)
    assert _opened(made).size == (40, 60)
    assert not zipfile.is_zipfile(io.BytesIO(made))


def test_a_thumbnail_inside_exif_is_gone() -> None:
    thumbnail = _written(Image.new("RGB", (8, 8), BLUE), "JPEG", comment=CANARY)
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0" + thumbnail
    raw = _written(Image.new("RGB", (20, 20), RED), "JPEG", exif=exif)
    assert CANARY in raw
    _assert_bare(recode(raw))


def test_texts_of_a_png_are_gone() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", CANARY.decode())
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    _assert_bare(recode(_written(Image.new("RGB", (20, 20), RED), "PNG", pnginfo=texts, exif=_exif())))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_a_photo(mode: str) -> None:
    made = recode(_written(Image.new(mode, (20, 20)), "PNG"))
    _assert_bare(made)
    assert _near(_opened(made), (5, 5), (255, 255, 255) if mode in {"LA", "RGBA"} else (0, 0, 0))


def test_what_is_see_through_lies_on_white() -> None:
    image = Image.new("RGBA", (40, 20), (*RED, 255))
    image.paste((0, 0, 0, 0), (20, 0, 40, 20))
    made = _opened(recode(_written(image, "PNG")))
    assert _near(made, (5, 10), RED)
    assert _near(made, (35, 10), (255, 255, 255))


def test_only_the_first_frame_of_a_moving_picture_is_kept() -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in (RED, BLUE)]
    raw = _written(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100, lossless=True)
    made = recode(raw)
    _assert_bare(made)
    assert _near(_opened(made), (16, 16), RED)


def _bomb(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [5_000, 30_000])
def test_a_small_file_of_very_many_pixels_is_refused(side: int) -> None:
    raw = _bomb(side, side)
    assert len(raw) < 200_000
    with pytest.raises(UnfitPicture, match="尺寸太大"):
        recode(raw)


def _gif() -> bytes:
    return _written(Image.new("P", (8, 8)), "GIF")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"%PDF-1.7\n",
        _gif(),
        _written(Image.new("RGB", (8, 8)), "TIFF"),
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x00\x00\x00\x00WEBP",
    ],
)
def test_what_is_no_picture_of_the_three_kinds_is_refused(raw: bytes) -> None:
    with pytest.raises(UnfitPicture, match="请换一张"):
        recode(raw)


def test_half_a_picture_is_refused() -> None:
    raw = _written(Image.effect_noise((200, 200), 80), "JPEG")
    with pytest.raises(UnfitPicture, match="打不开"):
        recode(raw[: len(raw) // 2])


def test_more_than_ten_megabytes_are_refused() -> None:
    with pytest.raises(UnfitPicture, match="10 MB"):
        recode(bytes(LARGEST + 1))


def test_the_largest_allowed_picture_fits_into_the_child() -> None:
    assert _opened(recode(_written(Image.new("RGBA", (6_000, 4_000), (*RED, 128)), "PNG"))).size == (6_000, 4_000)
