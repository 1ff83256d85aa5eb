"""Scores readings against labelled messages, as the contract compares them."""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.parse import utterance_of
from bot.understanding.engine import Understanding

MESSAGES = Path(__file__).parents[1] / "data" / "messages.jsonl"


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of what was read right, and chatter that was taken for a command."""

    intents: float
    slots: float
    false: float
    false_in_group: int
    wrong: tuple[str, ...]


def labelled(path: Path = MESSAGES) -> list[dict[str, Any]]:
    """The rows of a labelled file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _loose(value: Any) -> Any:
    """A value as it is compared: free text without spaces and outer punctuation."""
    if isinstance(value, list):
        return [_loose(one) for one in value]
    if not isinstance(value, str):
        return value
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", value))
    marks = {char for char in text if unicodedata.category(char)[0] in "PZC"}
    return text.strip("".join(marks)) if marks else text


def _same(wanted: dict[str, Any], got: dict[str, Any]) -> bool:
    return {k: _loose(v) for k, v in wanted.items()} == {k: _loose(v) for k, v in got.items()}


def score(understanding: Understanding, rows: list[dict[str, Any]]) -> Score:
    """The score of an understanding over labelled rows."""
    read = [(row, understanding.read(utterance_of(row))) for row in rows]
    commands = [(row, got) for row, got in read if row["intent"] != "none"]
    nothing = [(row, got) for row, got in read if row["intent"] == "none"]
    false = [row for row, got in nothing if got.intent != "none"]
    right = [got.intent == row["intent"] for row, got in read]
    exact = [got.intent == row["intent"] and _same(row["slots"], dict(got.slots)) for row, got in commands]
    wrong = tuple(
        f"{row['id']} {row['text']!r}: {got.intent} {dict(got.slots)}"
        for row, got in read
        if got.intent != row["intent"] or not _same(row["slots"], dict(got.slots))
    )
    in_group = sum(row["scene"] == "group" and not row["addressed"] for row in false)
    return Score(sum(right) / len(right), sum(exact) / len(exact), len(false) / len(nothing), in_group, wrong)
