"""What the commands declare about themselves holds."""

import re
import types
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.parse import BOT_NAME, default_vocabulary
from bot.understanding.discovery import discover
from bot.understanding.engine import Understanding
from bot.understanding.folding import simplified
from domain.command import Command, Words
from domain.message import Utterance
from handlers.members.help_wording import NOT_YET, about

COMMANDS = discover()
CASES = [(command.intent, text, slots) for command in COMMANDS for text, slots in command.examples.items()]


@pytest.mark.parametrize(("intent", "text", "slots"), CASES, ids=[f"{c[0]}:{c[1]}" for c in CASES])
def test_every_example_is_read_as_declared(
    understanding: Understanding, intent: str, text: str, slots: Mapping[str, object]
) -> None:
    reading = understanding.read(Utterance(text, "private", addressed=True))
    assert (reading.intent, dict(reading.slots)) == (intent, dict(slots))


def test_no_example_is_read_by_two_commands_alike(understanding: Understanding) -> None:
    for intent, text, _ in CASES:
        assert understanding.rivals(text) <= {intent}, text


def test_the_order_of_commands_means_nothing() -> None:
    backwards = Understanding(COMMANDS[::-1], default_vocabulary(), BOT_NAME)
    for intent, text, _ in CASES:
        assert backwards.read(Utterance(text, "private", addressed=True)).intent == intent, text


def test_every_command_but_yes_and_no_shows_an_example() -> None:
    assert {c.intent for c in COMMANDS if not c.examples} == {"confirm", "decline"}


def test_plain_wordings_are_read_unaddressed_also_in_traditional_characters(understanding: Understanding) -> None:
    from opencc import OpenCC

    old = OpenCC("s2t").convert
    for command in COMMANDS:
        for wording in command.words.plain:
            text = re.sub(r"\{pledge\}", "文明养犬", wording)
            text = re.sub(r"\{period\}的?\??", "本月", text).replace("的?", "的").replace("{ref:activity}", "12")
            text = (
                text.replace("{color}", "红榜")
                .replace("{topic:command}", "举报")
                .replace("{topic:negative}", "负面清单")
            )
            for form in (text, old(text), f" {text}。。🙏", f"{text}吧谢谢"):
                assert understanding.quick(form), form
                assert understanding.read(Utterance(form, "group", addressed=False)).intent == command.intent, form


def test_simplifying_keeps_every_character_in_place() -> None:
    assert simplified("舉報 六棟有人養雞🐔") == "举报 六栋有人养鸡🐔"


def test_a_file_that_holds_something_else_stops_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = tmp_path / "badshelf"
    shelf.mkdir()
    (shelf / "__init__.py").write_text('"""Shelf."""\n')
    (shelf / "broken.py").write_text("command = 3\n")
    monkeypatch.syspath_prepend(tmp_path)
    package = types.ModuleType("badshelf")
    package.__path__ = [str(shelf)]
    with pytest.raises(TypeError, match=r"badshelf\.broken"):
        discover(package)


@pytest.mark.parametrize("phrase", ["{x:nothing}", "<nothing>", "(open"])
def test_a_malformed_pattern_names_its_command(phrase: str) -> None:
    bad: Command = replace(COMMANDS[0], words=Words(phrases=(phrase,)))
    with pytest.raises(ValueError, match=bad.intent):
        Understanding([bad], default_vocabulary(), BOT_NAME)


def test_help_tells_of_every_command_by_every_name() -> None:
    opened = {one.intent for one in COMMANDS if one.handle is not None}
    asked = {
        name
        for one in COMMANDS
        if one.intent in opened - {"confirm", "decline"}
        for name in (one.title, *one.words.names)
    }
    missing = {name for name in asked if f"【{name}】" not in about(name, opened) or NOT_YET in about(name, opened)}
    assert missing == set()
