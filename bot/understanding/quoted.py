"""The code that a verdict, a voucher or a receipt is about, where the message itself names none."""

import re
from collections.abc import Mapping

from bot.understanding.folding import fold
from bot.understanding.kinds import CODES

_CARD_NUMBER = re.compile(r"】\s*([0-9]{1,6})(?![0-9A-Za-z])")
_EXAMPLE = re.compile(r"例如[“\"][^”\"]*[”\"]")


def with_code(slots: Mapping[str, object], kind: str, beside: str, quote: str) -> dict[str, object]:
    """The slots, with the code of a kind that stands ``beside`` a verdict or in the quoted card."""
    name = "code" if kind == "voucher" else "receipt" if kind == "receipt" else "ref"
    found = dict(slots)
    if not kind or name in found or "rows" in found:
        return found
    # What a sentence of the bot gives as an example is nobody's code.
    title, card = (_EXAMPLE.sub("", fold(part)) for part in (quote.lstrip().partition("\n")[0], quote))
    # A list names several: which of them is meant the reply has to say.
    for codes in (_codes(kind, beside)[:1], _codes(kind, title)[:1], _codes(kind, card)):
        if len(set(codes)) == 1:
            return {name: codes[0]} | found
    return found


def _codes(kind: str, folded: str) -> list[str]:
    """The codes of a kind in a piece of a card, in order."""
    pattern = _CARD_NUMBER if kind == "activity" else re.compile(CODES[kind], re.IGNORECASE)
    found = pattern.finditer(folded)
    return [one[1] if kind == "activity" else re.sub("[^0-9A-Z]", "", one[0].upper()) for one in found]
