"""Padding: what is sealed has one of few lengths, so that its length tells nothing."""

SIZES = (1024, 2048, 4096, 8192, 16384)
"""The last one is only for texts near the limit of 4000 characters."""
_END = b"\x80"
_PHOTO_STEP = 64 * 1024


class TooLong(Exception):  # noqa: N818 - named for who reads it
    """A text that no size holds."""


def pad(text: str) -> bytes:
    """The text in the smallest size that holds it."""
    raw = text.encode() + _END
    size = next((one for one in SIZES if len(raw) <= one), None)
    if size is None:
        raise TooLong
    return raw.ljust(size, b"\x00")


def unpad(padded: bytes) -> str:
    """The text again."""
    return padded.rstrip(b"\x00").removesuffix(_END).decode()


def evened(words: bytes) -> bytes:
    """Words of a message in the smallest size that holds them, or whole steps of the largest; filled up with spaces."""
    largest = SIZES[-1]
    size = next((one for one in SIZES if len(words) <= one), -(-len(words) // largest) * largest)
    return words.ljust(size)


def pad_photo(photo: bytes) -> bytes:
    """A photo in whole steps of 64 KiB."""
    framed = len(photo).to_bytes(4) + photo
    return framed.ljust(-(-len(framed) // _PHOTO_STEP) * _PHOTO_STEP, b"\x00")


def unpad_photo(padded: bytes) -> bytes:
    """The photo again."""
    return padded[4 : 4 + int.from_bytes(padded[:4])]
