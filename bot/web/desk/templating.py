"""Turns what a page knows into HTML; whatever comes from outside is escaped."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.clock import SHANGHAI
from bot.web.desk import wording

TEMPLATES: Final = Path(__file__).parent / "templates"
_WEEKDAYS: Final = "一二三四五六日"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(moment=moment, role=wording.role, channel=wording.channel, qr=qr, target=wording.target)
    return made


def render(template: str, context: Mapping[str, Any]) -> str:
    """The text of a page."""
    return _environment().get_template(template).render(context)


def moment(at: datetime | int | None) -> str:
    """A moment as people write it; epoch ms are understood too."""
    if at is None or at == 0:
        return wording.NEVER
    local = (datetime.fromtimestamp(at / 1000, SHANGHAI) if isinstance(at, int) else at).astimezone(SHANGHAI)
    return f"{local.year}年{local.month}月{local.day}日 周{_WEEKDAYS[local.weekday()]} {local:%H:%M}"


def qr(text: str) -> str:
    """A code to be scanned, as the address of a picture."""
    address: str = segno.make(text, error="m").svg_data_uri(scale=6, border=3, dark="#111", light="#fff")
    return address
