"""Looks through the zip of an .xlsx before anything in it is understood."""

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from bot.workbook import wording
from bot.workbook.limits import Limits, RefusedFileError

_CHUNK = 64 * 1024
_OVERLAP = 64
_MACRO_PARTS = re.compile(r"vbaproject|macrosheets|\.bin$", re.IGNORECASE)
_LINK_PARTS = re.compile(r"externallinks?/|externalreferences?/", re.IGNORECASE)
_OBJECT_PARTS = re.compile(r"embeddings/|activex/|ctrlprops/|connections\.xml|querytables/|customui", re.IGNORECASE)
_PRINTER = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
_SIGNS = (
    (re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE), wording.MACROS, ("[content_types].xml", ".rels")),
    (re.compile(rb"""TargetMode\s*=\s*["']External""", re.IGNORECASE), wording.LINKS, (".rels",)),
    (re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE), wording.DECLARATIONS, (".xml", ".rels", ".vml")),
)


def inspect_parcel(path: Path, limits: Limits) -> None:
    """Inflate every part once, counting, and refuse what is too much or does not belong in a register."""
    if path.stat().st_size > limits.file_bytes:
        raise RefusedFileError(wording.TOO_BIG)
    try:
        with zipfile.ZipFile(path) as parcel:
            _inspect(parcel, limits)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        # RuntimeError: a part is encrypted. zlib's own error is met where parts are inflated.
        raise RefusedFileError(wording.NOT_A_WORKBOOK) from error


def _inspect(parcel: zipfile.ZipFile, limits: Limits) -> None:
    parts = parcel.infolist()
    if len(parts) > limits.parts:
        raise RefusedFileError(wording.INFLATED)
    names = [part.filename.casefold() for part in parts]
    if len(set(names)) != len(names) or "[content_types].xml" not in names:
        raise RefusedFileError(wording.NOT_A_WORKBOOK)
    for name in names:
        _check_name(name)
    left = limits.inflated_bytes
    for part in parts:
        left = _inflate(parcel, part, left, limits)


def _check_name(name: str) -> None:
    path = PurePosixPath(name)
    if "\\" in name or path.is_absolute() or ".." in path.parts or ":" in name:
        raise RefusedFileError(wording.STRANGE_PATH)
    if _MACRO_PARTS.search(name) and not _PRINTER.search(name):
        raise RefusedFileError(wording.MACROS)
    if _LINK_PARTS.search(name):
        raise RefusedFileError(wording.LINKS)
    if _OBJECT_PARTS.search(name):
        raise RefusedFileError(wording.OBJECTS)


def _inflate(parcel: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, limits: Limits) -> int:

    inflated, tail = 0, b""
    packed = max(part.compress_size, 1)
    try:
        with parcel.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                inflated += len(chunk)
                if inflated > left or inflated > max(limits.ratio_from, packed * limits.ratio):
                    raise RefusedFileError(wording.INFLATED)
                _check_signs(part.filename.casefold(), tail + chunk)
                tail = chunk[-_OVERLAP:]
    except zlib.error as error:
        raise RefusedFileError(wording.NOT_A_WORKBOOK) from error
    return left - inflated


def _check_signs(name: str, text: bytes) -> None:
    for sign, reason, endings in _SIGNS:
        if name.endswith(endings) and sign.search(text):
            raise RefusedFileError(reason)
