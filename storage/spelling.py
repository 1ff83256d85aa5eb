"""Names as the register may have them: those who grew up with traditional characters type them."""

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def _converter() -> Any:  # noqa: ANN401  # opencc ships no types
    from opencc import OpenCC  # noqa: PLC0415  # only where traditional characters turn up

    return OpenCC("t2s")


def simplified(name: str) -> str:
    """The name in simplified characters."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return str(_converter().convert(name))
    return name
