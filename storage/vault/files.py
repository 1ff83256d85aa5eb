"""Key files: readable by the owner alone, written whole, overwritten before they are removed."""

import os
import stat
from pathlib import Path


class LooseKey(Exception):  # noqa: N818 - named for the person who reads it
    """A key file that others could read."""


def write_key(path: Path, content: bytes, *, replace: bool = False) -> None:
    """A key file, on the disk and whole before anybody sees it; FileExistsError where it is there, unless asked for."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if replace:
        destroy(path)
    fresh = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _name(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    # Should a key be made by a tip-off after all, its times do not tell when that came.
    os.utime(path, (0, 0))
    os.utime(path.parent, (0, 0))


def _name(fresh: Path, path: Path) -> None:
    """Give a file its name where nobody else was faster."""
    if os.name == "posix":
        try:
            os.link(fresh, path)
        except FileExistsError:
            raise
        except OSError:  # a stick whose file system knows no second names
            if path.exists():
                raise FileExistsError(path) from None
        else:
            return
    fresh.rename(path)


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
