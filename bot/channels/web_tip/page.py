"""The one page, and the headers that keep everything else out of it."""

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.channels.web_tip import wording

_HERE: Final = Path(__file__).parent
_STYLE: Final = (_HERE / "page.css").read_text("utf-8")
_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
HEADERS: Final = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "web",
}
_ASKED = re.compile("回复“(是|不是|不用)”|，“(不用|不是)”|或“(不是|不用)”")
_PHOTO = "照片"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows: the bot's answers and the words to go on with, or the empty forms."""

    answers: Sequence[str] = ()
    trouble: Sequence[str] = ()
    visit: str = ""


def page(shown: Shown) -> str:
    """The page as HTML; whatever was said is escaped."""
    last = shown.answers[-1] if shown.answers else ""
    wants_photo = _PHOTO in last and "发来一张" in last
    return _template().render(
        words=wording,
        style=_STYLE,
        answers=shown.answers,
        trouble=shown.trouble,
        visit=shown.visit,
        choices=choices(last),
        wants_photo=wants_photo,
    )


def choices(text: str) -> tuple[str, ...]:
    """The short words that a question of the bot may be answered with, in the order of the text."""
    found = (word for match in _ASKED.findall(text) for word in match if word)
    return tuple(dict.fromkeys(found))


@cache
def _template() -> Template:
    made = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return made.get_template("page.html")
