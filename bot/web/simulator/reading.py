"""Reads the bodies of calls: every field is of the kind it should be, or the call is unfit."""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from bot.pictures import LARGEST
from bot.web.simulator import wording
from bot.web.simulator.failures import UnfitError
from domain.members import Kind
from domain.register.cells import CellError
from domain.register.phones import read_phone
from domain.roles import Role
from domain.text import clean

# Neither can be kept by every database: the sign of value nought, and halves of signs.
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")
_LONGEST_NAME = 100
_MOST_SKILLS = 20
_LONGEST_TEXT = 20_000
_LONGEST_IMAGE = (LARGEST + 2) // 3 * 4
_STAFF_GRID = "staff"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is to enter; ``grid`` is a code or a name."""

    name: str
    role: str
    kind: str
    grid: str
    address: str
    real_name: str
    bound: bool
    phone: str = ""
    skills: tuple[str, ...] = ()


def read_object(raw: bytes) -> dict[str, Any]:
    """A JSON object that can be kept anywhere; UnfitError otherwise."""
    try:
        body = json.loads(raw)
        keepable = _keepable(body)
    except (ValueError, RecursionError) as error:
        raise UnfitError(wording.BAD_JSON) from error
    if not isinstance(body, dict):
        raise UnfitError(wording.BAD_JSON)
    if not keepable:
        raise UnfitError(wording.BAD_SIGNS)
    return body


def _keepable(value: object) -> bool:
    if isinstance(value, str):
        return _UNKEEPABLE.search(value) is None
    if isinstance(value, dict):
        return all(_keepable(part) for pair in value.items() for part in pair)
    return all(map(_keepable, value)) if isinstance(value, list) else True


def short_text(body: Mapping[str, Any], field: str, default: str = "") -> str:
    """A short text without the space around it; null is as good as nothing."""
    return _text(body, field, _LONGEST_NAME).strip() or default


def said_text(body: Mapping[str, Any]) -> str:
    """What was said, as it was typed."""
    return _text(body, "text", _LONGEST_TEXT)


def _text(body: Mapping[str, Any], field: str, longest: int) -> str:
    value = body.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnfitError(wording.not_text(field))
    if len(value) > longest:
        raise UnfitError(wording.too_long(field, longest))
    return value


def image(body: Mapping[str, Any]) -> bytes:
    """The picture's bytes as they came, empty where there is none."""
    value = _text(body, "image", _LONGEST_IMAGE)
    try:
        raw = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise UnfitError(wording.BAD_IMAGE) from error
    if len(raw) > LARGEST:
        raise UnfitError(wording.BAD_IMAGE)
    return raw


def newcomer(body: Mapping[str, Any]) -> Newcomer:
    """Who is to enter."""
    name, grid = short_text(body, "name"), short_text(body, "grid")
    role, kind = short_text(body, "role"), short_text(body, "kind", "resident")
    if not (name and grid) or grid == _STAFF_GRID or role not in get_args(Role) or kind not in get_args(Kind):
        raise UnfitError(wording.BAD_PERSON)
    bound = body.get("bound", True)
    if not isinstance(bound, bool):
        raise UnfitError(wording.BAD_BOUND)
    real_name = short_text(body, "real_name", name)
    if not clean(real_name).strip():  # a nickname may show as nothing, a name in the register may not
        raise UnfitError(wording.BAD_PERSON)
    return Newcomer(name, role, kind, grid, short_text(body, "address"), real_name, bound, _phone(body), _skills(body))


def _skills(body: Mapping[str, Any]) -> tuple[str, ...]:
    """What somebody can help with: a list of words, or one text with separators as in the register."""
    said = body.get("skills") or []
    words = re.split("[、,，;；]", said) if isinstance(said, str) else said
    if not isinstance(words, list) or len(words) > _MOST_SKILLS:
        raise UnfitError(wording.BAD_SKILLS)
    if not all(isinstance(one, str) and len(one) <= _LONGEST_NAME for one in words):
        raise UnfitError(wording.BAD_SKILLS)
    return tuple(dict.fromkeys(word for one in words if (word := one.strip())))


def _phone(body: Mapping[str, Any]) -> str:
    try:
        return read_phone(short_text(body, "phone"))
    except CellError as error:
        raise UnfitError(wording.BAD_PHONE) from error
