"""``gridbot parse``: JSON lines in, readings out; no store, no network."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.rules.loader import load_rules
from bot.understanding.discovery import discover
from bot.understanding.engine import Understanding
from bot.understanding.envelope import concerns_bot
from bot.understanding.vocabulary import Vocabulary, vocabulary_of
from domain.message import Utterance
from domain.reading import Reading

BOT_NAME = "网格小信"


def default_vocabulary() -> Vocabulary:
    """The vocabulary of the default rules."""
    return vocabulary_of(load_rules(None))


def default_understanding() -> Understanding:
    """The understanding of all commands over the default rules."""
    return Understanding(discover(), default_vocabulary(), BOT_NAME)


def utterance_of(row: dict[str, Any]) -> Utterance:
    """The utterance in one JSON object; ``addressed`` is worked out where it is not said."""
    text, scene = row.get("text"), row.get("scene", "private")
    if not isinstance(text, str) or scene not in {"group", "private"}:
        raise ValueError("a line needs `text`, and `scene` is `group` or `private`")
    quote = row.get("quote") if isinstance(row.get("quote"), str) else None
    said = Utterance(text, scene, addressed=False, quote=quote, pending=bool(row.get("pending")))
    known = row.get("addressed")
    addressed = known if isinstance(known, bool) else concerns_bot(said, BOT_NAME)
    return Utterance(text, scene, addressed or scene == "private", quote, said.pending)


def _shown(reading: Reading) -> str:
    """A reading as a JSON line."""
    return json.dumps({"intent": reading.intent, "slots": dict(reading.slots)}, ensure_ascii=False)


def parse_lines(lines: Iterable[str]) -> Iterator[str]:
    """One JSON line for each JSON line, in order."""
    understanding = default_understanding()
    for line in lines:
        if line.strip():
            yield _shown(understanding.read(utterance_of(json.loads(line))))


def parse_text(text: str) -> str:
    """The reading of one private message."""
    return next(parse_lines([json.dumps({"text": text, "scene": "private"})]))
