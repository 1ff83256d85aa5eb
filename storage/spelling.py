"""The one door to OpenCC: what those write who grew up with traditional characters, in simplified ones."""

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def _converter() -> Any:  # noqa: ANN401  # opencc ships no types
    from opencc import OpenCC  # noqa: PLC0415  # only where traditional characters turn up

    return OpenCC("t2s")


def simplified(text: str) -> str:
    """The text in simplified characters, which may be fewer or more; what no encoding holds becomes a question mark."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return str(_converter().convert(text.encode("utf-8", "replace").decode("utf-8")))
    return text
