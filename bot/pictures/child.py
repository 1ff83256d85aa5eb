"""The child process: reads one picture from standard input and writes its pixels as JPEG to standard output."""

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

FOREIGN = 3
OVERSIZED = 4
_MEGAPIXELS = 24_000_000
_MEMORY = 768 * 1024 * 1024
_SECONDS = 15
_QUALITY = 80
_WHITE = (255, 255, 255)


def _hold_back() -> None:
    if sys.platform == "win32":  # has no such limits; the parent still ends a child that takes too long
        return
    import resource  # noqa: PLC0415 - not there on Windows

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _eight_bits(image: "Image.Image") -> "Image.Image":
    if image.mode == "I" or image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    return image


def _on_white(image: "Image.Image") -> "Image.Image":
    from PIL import Image  # noqa: PLC0415 - only after the limits are set

    paper = Image.new("RGB", image.size, _WHITE)
    if "A" in image.getbands() or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper.paste(seen, mask=seen.getchannel("A"))
    else:
        paper.paste(_eight_bits(image).convert("RGB"))
    return paper


def remake(raw: bytes) -> bytes:
    """The first frame's pixels, upright, on white, as JPEG; SystemExit with FOREIGN or OVERSIZED where unfit."""
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only after the limits are set

    try:
        image = Image.open(io.BytesIO(raw), formats=("JPEG", "PNG", "WEBP"))
    except UnidentifiedImageError:
        raise SystemExit(FOREIGN) from None
    except Image.DecompressionBombError:
        raise SystemExit(OVERSIZED) from None
    if image.width * image.height > _MEGAPIXELS:
        raise SystemExit(OVERSIZED)
    paper = _on_white(ImageOps.exif_transpose(image))
    written = io.BytesIO()
    paper.save(written, "JPEG", quality=_QUALITY)
    return written.getvalue()


def main() -> None:
    """Standard input to standard output."""
    _hold_back()
    sys.stdout.buffer.write(remake(sys.stdin.buffer.read()))


if __name__ == "__main__":
    main()
