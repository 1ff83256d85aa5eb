"""The labelled messages are read to the floors of the contract."""

from bot.parse import utterance_of
from bot.understanding.engine import Understanding
from tests.understanding.scoring import labelled, score


def test_labelled_messages_reach_the_floors(understanding: Understanding) -> None:
    result = score(understanding, labelled())
    assert result.intents >= 0.985, result.wrong
    assert result.slots >= 0.96, result.wrong
    assert result.false <= 0.005, result.wrong
    assert result.false_in_group == 0, result.wrong


def test_the_quick_glance_lets_every_unaddressed_command_through(understanding: Understanding) -> None:
    for row in labelled():
        said = utterance_of(row)
        if not said.addressed and not said.pending and row["intent"] != "none":
            assert understanding.quick(said.text), said.text


def test_the_quick_glance_sends_most_chatter_away(understanding: Understanding) -> None:
    chatter = [row["text"] for row in labelled() if row["intent"] == "none" and not row["addressed"]]
    assert sum(map(understanding.quick, chatter)) < len(chatter) / 2
