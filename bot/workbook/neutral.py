"""Text that no spreadsheet takes for a formula."""

import unicodedata

from domain.register.cells import FORMULA_STARTS

_LONGEST = 32_767


def neutral(text: str) -> str:
    """The text with an apostrophe in front where it might start a formula, without control characters."""
    risky = text[:1] in FORMULA_STARTS or _first_visible(text) in FORMULA_STARTS
    kept = "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})
    return (f"'{kept}" if risky else kept)[:_LONGEST]


def _first_visible(text: str) -> str:
    for sign in text:
        if not sign.isspace() and unicodedata.category(sign) not in {"Cf", "Cc"} and sign not in "\"'":
            return sign
    return " "
