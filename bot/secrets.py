"""Keys that live beside the book, never in it: made once, readable by the owner alone."""

import os
import secrets
import stat
import sys
from pathlib import Path

_LENGTH = 32


class LooseKey(Exception):  # noqa: N818 - named for the person who reads it
    """A key file that others could read."""


def is_open(path: Path) -> bool:
    """True where others than the owner could read a file."""
    return os.name == "posix" and bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def install_key(directory: Path, name: str) -> bytes:
    """The key of that name, made at first use; refuses a file that group or others may read."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f"{name}.key"
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_LENGTH))
    if is_open(path):
        raise LooseKey(f"密钥文件 {path.name} 别人也能读，请先运行：chmod 600 {path}")
    return path.read_bytes()


def leave_no_dump() -> None:
    """A crash of this process writes no image of its memory, where keys and what was just told would stand."""
    if sys.platform == "win32":  # has no such limit, and writes no such image by itself
        return
    import resource  # noqa: PLC0415 - not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
