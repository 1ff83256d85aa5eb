"""The labelled messages are read to the floors of the contract."""

from pathlib import Path

import pytest

from bot.parse import utterance_of
from bot.understanding.discovery import discover
from bot.understanding.engine import Understanding
from tests.understanding.scoring import MESSAGES, labelled, score

FILES = (MESSAGES, MESSAGES.with_name("more_messages.jsonl"))
"""Two hands wrote them; the second holds the intents that the first leaves out as well."""

CONTRACT = 78
"""The intents that people can mean, `none` among them; a command beyond these needs no labelled messages."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labelled_messages_reach_the_floors(understanding: Understanding, path: Path) -> None:
    result = score(understanding, labelled(path))
    assert result.intents >= 0.985, result.wrong
    assert result.slots >= 0.96, result.wrong
    assert result.false <= 0.005, result.wrong
    assert result.false_in_group == 0, result.wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_quick_glance_lets_every_unaddressed_command_through(understanding: Understanding, path: Path) -> None:
    for row in labelled(path):
        said = utterance_of(row)
        if not said.addressed and not said.pending and row["intent"] != "none":
            assert understanding.quick(said.text), said.text


def test_the_quick_glance_sends_most_chatter_away(understanding: Understanding) -> None:
    chatter = [row["text"] for row in labelled() if row["intent"] == "none" and not row["addressed"]]
    assert sum(map(understanding.quick, chatter)) < len(chatter) / 2


def test_the_labelled_messages_hold_every_intent_of_the_contract() -> None:
    meant = {row["intent"] for path in FILES for row in labelled(path)}
    assert meant <= {command.intent for command in discover()} | {"none"}
    assert len(meant) == CONTRACT
