"""How much a file may hold; every cap is checked while reading, never taken from the file's own word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one file or folder."""

    file_bytes: int = 16 * 1024 * 1024
    inflated_bytes: int = 96 * 1024 * 1024
    ratio: int = 100
    ratio_from: int = 1024 * 1024
    """Small parts may well shrink a hundredfold; from here on it is a bomb."""
    parts: int = 400
    sheets: int = 20
    rows: int = 30_000
    columns: int = 60
    cell: int = 32_767
    seconds: int = 10
    memory: int = 640 * 1024 * 1024


LIMITS = Limits()


class RefusedFileError(Exception):
    """A file is not taken in; the sentence says why and what to do."""
