"""The account of 微信客服."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.channels.wecom_kf import wording

_KEY = re.compile(r"[A-Za-z0-9+/]{43}")
ADDRESS = "https://qyapi.weixin.qq.com"
_SAMPLE_KEYS = frozenset({"jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"})
"""Keys printed in the platform's documentation."""


@dataclass(frozen=True, slots=True)
class Account:
    """Which company and account this is, and where the platform's bell rings."""

    corpid: str
    """The company's id."""
    secret: str = field(repr=False)
    """The secret of the app that may call 微信客服."""
    open_kfid: str
    """The account whose conversations are held."""
    token: str = field(repr=False)
    """The token of the callback, from the page on which it is set."""
    aes_key: str = field(repr=False)
    """The EncodingAESKey of the callback, from the same page."""
    cursor_file: str = "data/kf-cursor"
    """Where it is kept how far has been read."""
    host: str = "127.0.0.1"
    """Where the callback is listened for; a proxy with TLS stands in front."""
    port: int = 8090
    """The callback's port."""
    url: str = ADDRESS
    """Where the platform is."""


def mistakes(account: Account) -> Iterator[tuple[str, str]]:
    """The settings that cannot be right, each by its name with a sentence."""
    wanted = {
        "corpid": wording.NO_CORP,
        "secret": wording.NO_CREDENTIAL,
        "open_kfid": wording.NO_ACCOUNT,
        "token": wording.NO_WORD,
    }
    for name, sentence in wanted.items():
        if not getattr(account, name).strip():
            yield name, sentence
    if account.aes_key in _SAMPLE_KEYS:
        yield "aes_key", wording.SAMPLE_KEY
    elif not _KEY.fullmatch(account.aes_key):
        yield "aes_key", wording.NOT_KEY
    if account.url != ADDRESS:
        yield "url", wording.NOT_SECURE
    if not 0 < account.port < 65536:
        yield "port", wording.NOT_PORT
