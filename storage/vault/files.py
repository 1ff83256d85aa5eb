"""Key files: readable by the owner alone, written whole, overwritten before they are removed."""

import os
import stat
from pathlib import Path


class LooseKey(Exception):  # noqa: N818 - named for the person who reads it
    """A key file that others could read."""


def write_key(path: Path, content: bytes, *, replace: bool = False) -> None:
    """A key file, on the disk before this returns; one that is there already is only replaced where asked for."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if replace:
        destroy(path)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    # A key of a day is made by its first tip-off, whose moment nobody may read from the file.
    os.utime(path, (0, 0))
    os.utime(path.parent, (0, 0))


def read_key(path: Path) -> bytes | None:
    """The content of a key file, or None where there is none; refuses one that group or others may read."""
    if not path.exists():
        return None
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise LooseKey(f"密钥文件 {path.name} 别人也能读，请先运行：chmod 600 {path}")
    return _read(path)


def _read(path: Path) -> bytes:
    """Where the system can, without a note of when it was read: that would be the moment of a tip-off."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOATIME", 0) | getattr(os, "O_BINARY", 0))
    except PermissionError:  # only the owner may ask for that
        return path.read_bytes()
    with os.fdopen(handle, "rb") as file:
        return file.read()


def destroy(path: Path) -> None:
    """Overwrite a key file, then remove it; nothing where there is none."""
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(os.urandom(max(1, path.stat().st_size)))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
