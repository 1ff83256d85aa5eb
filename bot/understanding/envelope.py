"""Taking a message out of its wrapping: quotes in the text, mentions of the bot and of others."""

import re
from dataclasses import dataclass

from domain.message import Utterance

_RULE = re.compile(r"^[ \t]*[-—－–](?:[ \t]*[-—－–]){2,}[ \t]*\r?\n?", re.MULTILINE)
_OTHER = re.compile(r"(?:^|(?<=[^0-9A-Za-z_.]))[@＠][^\s@＠]")
_CARD = "【"


@dataclass(frozen=True, slots=True)
class Letter:
    """What was said, what it replies to, and whether it concerns the bot."""

    body: str
    quote: str | None
    of_bot: bool
    """The quoted message is one of the bot's."""
    called: bool
    """The bot is mentioned by name."""
    others: bool
    """Somebody else is mentioned."""


def split_quote(text: str) -> tuple[str, str, str] | None:
    """Nickname, quoted text and reply of a WeChat quote, cut at the last rule line; None for other texts."""
    if not text.startswith("「"):
        return None
    rules = list(_RULE.finditer(text))
    if not rules:
        return None
    rule = rules[-1]
    head = text[1 : rule.start()].rstrip().removesuffix("」")
    nick, colon, quoted = head.replace(":", "：", 1).partition("：") if "：" not in head else head.partition("：")
    return (nick, quoted, text[rule.end() :]) if colon else ("", head, text[rule.end() :])


def opened(utterance: Utterance, bot_name: str) -> Letter:
    """The letter inside an utterance."""
    body, quote, of_bot = utterance.text, utterance.quote, False
    parts = split_quote(body)
    if parts:
        nick, quote, body = parts
        of_bot = nick.strip() == bot_name
    elif quote:
        of_bot = utterance.addressed or quote.startswith(_CARD)
    bare, calls = re.subn(f"[@＠]{re.escape(bot_name)}[ \u2005\u00a0]?", " ", body)
    return Letter(
        bare.strip() if calls else body.strip(),
        quote,
        of_bot,
        bool(calls),
        ("@" in bare or "＠" in bare) and bool(_OTHER.search(bare)),
    )


def concerns_bot(utterance: Utterance, bot_name: str) -> bool:
    """Whether the text itself speaks to the bot, for senders that do not say ``addressed``."""
    letter = opened(utterance, bot_name)
    card = bool(utterance.quote and utterance.quote.startswith(_CARD))
    return utterance.scene == "private" or letter.called or letter.of_bot or card
