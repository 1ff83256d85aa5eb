"""Long texts in numbered parts that a platform takes whole (reliability.md, D17)."""

import unicodedata
from collections.abc import Iterator

_JOINER = "\u200d"
_ROOM = 16
"""Bytes kept free for the number in front of a part."""


def in_parts(text: str, most_bytes: int | None) -> tuple[str, ...]:
    """The text, numbered ``1/3`` and so on where it is longer than the limit."""
    if most_bytes is None or len(text.encode()) <= most_bytes:
        return (text,)
    parts = list(_cut(text, max(most_bytes - _ROOM, 4)))
    return tuple(f"{number}/{len(parts)}\n{part}" for number, part in enumerate(parts, 1))


def _cut(text: str, most: int) -> Iterator[str]:
    part: list[str] = []
    size = 0
    for piece in (small for whole in graphemes(text) for small in _small(whole, most)):
        width = len(piece.encode())
        if size + width > most:
            yield "".join(part)
            part, size = [], 0
        part.append(piece)
        size += width
    if part:
        yield "".join(part)


def _small(piece: str, most: int) -> tuple[str, ...]:
    # What no part can hold is cut after all, between code points.
    return (piece,) if len(piece.encode()) <= most else tuple(piece)


def graphemes(text: str) -> Iterator[str]:
    """The text in pieces that readers take for one sign."""
    piece = ""
    for sign in text:
        if piece and not _belongs(piece, sign):
            yield piece
            piece = ""
        piece += sign
    if piece:
        yield piece


def _belongs(piece: str, sign: str) -> bool:
    if piece.endswith("\r") and sign == "\n":
        return True
    if piece[-1] in "\r\n" or sign in "\r\n":
        return False
    if sign == _JOINER or piece.endswith(_JOINER) or _is_attached(sign):
        return True
    return (_is_flag_half(sign) and all(map(_is_flag_half, piece)) and len(piece) % 2 == 1) or _joins_hangul(
        piece, sign
    )


def _is_attached(sign: str) -> bool:
    return unicodedata.category(sign) in {"Mn", "Me", "Mc"} or "\U0001f3fb" <= sign <= "\U0001f3ff"


def _is_flag_half(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _joins_hangul(piece: str, sign: str) -> bool:
    last = piece[-1]
    leads = "\u1100" <= last <= "\u115f"
    open_syllable = "\u1160" <= last <= "\u11ff" or "\uac00" <= last <= "\ud7a3"
    return (leads and ("\u1100" <= sign <= "\u11a7" or "\uac00" <= sign <= "\ud7a3")) or (
        open_syllable and "\u1160" <= sign <= "\u11ff"
    )
