"""What a wording is passed over for is truly lacking in the message, and no wording can be made to ponder."""

import re
import time
from itertools import pairwise
from statistics import median

from bot.parse import default_vocabulary
from bot.understanding.clues import clues_in
from bot.understanding.discovery import discover
from bot.understanding.engine import Understanding
from bot.understanding.folding import fold
from bot.understanding.grammar import Pattern, compiled
from bot.understanding.kinds import kinds
from bot.understanding.lexicon import WORDS
from domain.message import Utterance
from tests.understanding.scoring import labelled

COMMANDS = discover()
_TABLE = kinds(default_vocabulary(), frozenset(name for command in COMMANDS for name in command.words.names))


def _patterns() -> list[Pattern]:
    said = [(command.intent, wording) for command in COMMANDS for wording in command.words.phrases]
    return [compiled(intent, wording, _TABLE) for intent, wording in said]


def test_a_pattern_that_matches_is_always_worth_trying() -> None:
    texts = {fold(row["text"]).strip() for row in labelled()} | {t for command in COMMANDS for t in command.examples}
    for pattern in _patterns():
        for text in texts:
            if pattern.regex.fullmatch(text):
                assert not any(map(frozenset(text.lower()).isdisjoint, pattern.clues)), (pattern.source, text)


def test_clues_are_read_off_words_choices_and_slots() -> None:
    found = clues_in("(我)?<想>*(报名|参加)[,，]~{color}(?!了)号?A", {"color": "红榜|黑榜"})
    assert found == (frozenset("报参"), frozenset("红黑"), frozenset("a"))


def _seconds(understanding: Understanding, text: str) -> float:
    start = time.process_time()
    understanding.read(Utterance(text, "private", addressed=True))
    return time.process_time() - start


def test_repeated_words_that_say_the_same_twice_do_not_multiply_the_work(understanding: Understanding) -> None:
    """``(我|给我|给)+`` has a way of its own for each half of 给我给我给我…; it once took minutes."""
    spans = []
    for pattern in _patterns():
        plain = re.sub(r"<(\w+)>", lambda found: WORDS[found[1]], pattern.source)
        words = re.findall(r"[\u4e00-\u9fff]+", plain)
        for first, second in pairwise([*words, ""]):
            text = ((first + second) * 40)[:57] + first[:3]
            spans.append(min(_seconds(understanding, text) for _ in range(2)))
    assert max(spans) < 200 * median(spans)
