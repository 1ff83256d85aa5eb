"""Words as WeCom's markdown shows them: nobody's text may hide a link, colour a line or call somebody."""

import re
from typing import Final

_LINK: Final = re.compile(r"\](?=[(\[])")
_TAG: Final = re.compile(r"<(?=[A-Za-z/@!])")
_HEADING: Final = re.compile(r"^(\s*)([#>]+)", re.MULTILINE)
_BLANK: Final = str.maketrans(dict.fromkeys("<>#]", " "))
_WIDE: Final = {"#": "＃", ">": "＞"}


def plain(text: str, most: int) -> str:
    """The text with what markdown would take for a link, a tag or a heading made harmless.

    Where that makes it longer than ``most`` bytes, the signs are left out, so that no text grows by them.
    """
    found = _harmless(text)
    return found if len(found.encode()) <= most else text.translate(_BLANK)


def _harmless(text: str) -> str:
    return _HEADING.sub(_widened, _TAG.sub("＜", _LINK.sub("] ", text)))


def _widened(found: re.Match[str]) -> str:
    return found[1] + "".join(_WIDE[sign] for sign in found[2])
