"""Finds fonts with Chinese characters on this machine: by a setting, by the usual directories, by fc-list."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

PLACES = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "C:/Windows/Fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
)
_SUFFIXES = (".ttc", ".otf", ".ttf", ".otc")
_REGULAR = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansSC-Regular.otf",
    "NotoSansSC-Regular.ttf",
    "SourceHanSansSC-Regular.otf",
    "SourceHanSansCN-Regular.otf",
    "SourceHanSans-Regular.ttc",
    "msyh.ttc",
    "Deng.ttf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "STHeiti Light.ttc",
    "PingFang.ttc",
    "simhei.ttf",
    "simsun.ttc",
    "DroidSansFallbackFull.ttf",
)
_BOLD = (
    "NotoSansCJK-Bold.ttc",
    "NotoSansCJKsc-Bold.otf",
    "NotoSansSC-Bold.otf",
    "NotoSansSC-Bold.ttf",
    "SourceHanSansSC-Bold.otf",
    "SourceHanSansCN-Bold.otf",
    "SourceHanSans-Bold.ttc",
    "msyhbd.ttc",
    "Dengb.ttf",
    "STHeiti Medium.ttc",
)
_TITLE = (
    "NotoSerifCJK-Bold.ttc",
    "NotoSerifCJKsc-Bold.otf",
    "NotoSerifSC-Bold.otf",
    "SourceHanSerifSC-Bold.otf",
    "SourceHanSerifCN-Bold.otf",
    "SourceHanSerif-Bold.ttc",
    "simkai.ttf",
    "Songti.ttc",
)


@dataclass(frozen=True, slots=True)
class Faces:
    """The files of the three faces; one file may serve for several."""

    regular: Path
    bold: Path
    title: Path


class NoFont(Exception):  # noqa: N818 - named for what is missing
    """No font with Chinese characters was found."""


def find(setting: str = "", places: Iterable[str] | None = None) -> Faces:
    """The faces to draw with; a font that the settings name is used for all of them.

    Without places, all the usual ones and what fontconfig knows of. Raises NoFont.
    """
    if setting:
        named = Path(setting).expanduser()
        if not named.is_file():
            raise NoFont(setting)
        return Faces(named, named, named)
    listed = sorted(_listed()) if places is None else []
    there = {path.name: path for path in (*listed, *_standing(PLACES if places is None else places))}
    regular = _first(_REGULAR, there) or next(iter(listed), None)
    if regular is None:
        raise NoFont
    bold = _first(_BOLD, there) or regular
    return Faces(regular, bold, _first(_TITLE, there) or bold)


def _first(names: Iterable[str], there: dict[str, Path]) -> Path | None:
    return next((there[name] for name in names if name in there), None)


def _standing(places: Iterable[str]) -> Iterator[Path]:
    for place in places:
        yield from (path for path in Path(place).expanduser().rglob("*") if path.suffix.casefold() in _SUFFIXES)


def _listed() -> Iterator[Path]:
    """What fontconfig knows of, in places of its own."""
    program = shutil.which("fc-list")
    if program is None:
        return
    try:
        done = subprocess.run([program, ":lang=zh", "file"], capture_output=True, timeout=10, check=False)  # noqa: S603 - fixed
    except (OSError, subprocess.TimeoutExpired):
        return
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        path = Path(line.strip().removesuffix(":").strip())
        if path.suffix.casefold() in _SUFFIXES:
            yield path
