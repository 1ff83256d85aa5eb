"""Reads a form: short fields of text that every database can keep."""

import re
from typing import Final

from aiohttp import web

_UNKEEPABLE: Final = re.compile("[\0\ud800-\udfff]")
_LARGEST: Final = 64 * 1024
_LONGEST: Final = 1000
_FORM: Final = "application/x-www-form-urlencoded"


class Unfit(Exception):  # noqa: N818 - named for what the form is
    """A form that none of the pages sent."""


async def read_form(request: web.Request) -> dict[str, str]:
    """The fields of a form; Unfit where it is none, or too large."""
    if request.content_type != _FORM or (request.content_length or _LARGEST + 1) > _LARGEST:
        raise Unfit
    try:
        fields = await request.post()
    except (ValueError, LookupError) as broken:
        raise Unfit from broken
    kept = {name: value for name, value in fields.items() if isinstance(value, str)}
    if any(len(value) > _LONGEST or _UNKEEPABLE.search(value) for value in kept.values()):
        raise Unfit
    return kept
