"""Telephone numbers as registers have them, and how spreadsheets damage them."""

import re

from domain.numerals import fold
from domain.register.cells import CellError

_SEPARATORS = re.compile(r"[\s\-()\u2010-\u2015.]+")
_SCIENTIFIC = re.compile(r"^\d+(?:\.\d+)?[eE]\+?\d+$")
_MOBILE = re.compile(r"^1[3-9]\d{9}$")
_LANDLINE = re.compile(r"^(?:0\d{2,3})?[2-9]\d{6,7}$")
_SERVICE = re.compile(r"^(?:400\d{7}|800\d{7}|1\d{2,4}|9\d{4,5})$")


def read_phone(text: str) -> str:
    """The digits of a number, empty where none is given; raises CellError."""
    plain = fold(text).strip()
    if not plain:
        return ""
    if _SCIENTIFIC.match(plain):
        raise CellError("变成了科学计数法，后面几位已经丢了，请把这一列设成文本再填")
    digits = _domestic(_SEPARATORS.sub("", re.sub(r"\.0$", "", plain)))
    if not digits.isdigit():
        raise CellError("只能写数字，一格一个号码")
    if any(known.match(digits) for known in (_MOBILE, _LANDLINE, _SERVICE)):
        return digits
    raise CellError(_damage(digits))


def mask_phone(text: str) -> str:
    """The first three and the last two signs of a number."""
    return f"{text[:3]}****{text[-2:]}" if len(text) >= 7 else "****"


def _domestic(number: str) -> str:
    return re.sub(r"^(?:\+|00)?86(?=1\d{10}$)|^\+86", "", number)


def _damage(digits: str) -> str:
    if re.match(r"^[3-9]\d{9}$", digits):
        return "只有 10 位，开头的 1 丢了"
    if re.match(r"^[2-9]\d{2}[2-9]\d{7}$", digits) and len(digits) == 11:
        return "区号开头的 0 丢了"
    if digits.startswith("1") and len(digits) < 11:
        return f"只有 {len(digits)} 位，少了 {11 - len(digits)} 位"
    return f"{len(digits)} 位，不是手机号也不是座机号"
