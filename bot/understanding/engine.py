"""From an utterance to a reading: one engine for all commands, with no order among them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.answers import yes_or_no
from bot.understanding.doubts import ANSWERS, corrects, only_asks, thought_better
from bot.understanding.envelope import Letter, opened
from bot.understanding.folding import fold
from bot.understanding.grammar import Match, compiled
from bot.understanding.hints import Hints
from bot.understanding.kinds import kinds, period_in
from bot.understanding.lexicon import LEAD
from bot.understanding.matching import SHORTEST, Matcher
from bot.understanding.plain import PlainCommands
from bot.understanding.quoted import with_code
from bot.understanding.small_talk import (
    asks_of_others,
    asks_who_reported,
    complains,
    is_small_talk,
    is_voice,
    says_nothing,
    speaks_of_elsewhere,
    talk_of,
)
from bot.understanding.suggesting import Suggestions
from bot.understanding.vocabulary import Vocabulary
from domain.command import Command
from domain.message import Utterance
from domain.numerals import odd_words
from domain.reading import NONE, Reading

_KEPT = 512
_SILENCE = Reading()


class Understanding:
    """Reads what people type, as the commands declare it."""

    def __init__(self, commands: Sequence[Command], vocabulary: Vocabulary, bot_name: str) -> None:
        names = frozenset(name for command in commands for name in (command.title, *command.words.names))
        table = kinds(vocabulary, names)
        self._bot_name = bot_name
        self._commands = {command.intent: command for command in commands}
        self._plain = PlainCommands(commands, table)
        self.glance = self._plain.glance
        self.quick = self._plain.quick
        patterns = [compiled(command.intent, phrase, table) for command in commands for phrase in command.words.phrases]
        self._matcher = Matcher(self._commands, patterns, names)
        self._periodic = {c.intent for c in commands if any("{period}" in p for p in c.words.phrases)}
        self._hints = Hints(commands, table)
        self._suggestions = Suggestions(self._commands, self._matcher, table)
        self._heard: dict[tuple[str, bool], Reading] = {}

    def read(self, utterance: Utterance) -> Reading:
        """The reading of one utterance."""
        if not (utterance.addressed or utterance.pending or self._is_wrapped(utterance)):
            return self._uncalled(utterance.text)
        letter = opened(utterance, self._bot_name)
        if utterance.addressed or letter.called or letter.of_bot:
            return self._addressed(letter, pending=utterance.pending)
        if letter.others or letter.quote is not None:
            return Reading()
        if utterance.pending and (answer := yes_or_no(fold(letter.body))):
            return Reading(answer)
        return self._uncalled(letter.body)

    def _uncalled(self, body: str) -> Reading:
        """The reading of a message that nobody addressed to the bot."""
        match = self._plain.match(body)
        return Reading(match.intent, dict(match.slots)) if match else _SILENCE

    def _is_wrapped(self, utterance: Utterance) -> bool:
        """Whether an unaddressed message may hold a mention, or a command with a quote."""
        text = utterance.text
        if "@" in text or "＠" in text or text.startswith("「"):
            return True
        return bool(utterance.quote) and self.quick(text)

    def rivals(self, text: str) -> set[str]:
        """The intents whose best readings of an addressed message weigh the same; one at most, in sound commands."""
        return self._matcher.rivals(text)

    def _addressed(self, letter: Letter, *, pending: bool) -> Reading:
        """The reading of a message to the bot; what very many people write alike is worked out once."""
        key = (letter.body, letter.called)
        if pending or letter.quote is not None or len(letter.body) > SHORTEST:
            return self._worked_out(letter, pending=pending)
        reading = self._heard.get(key) or self._worked_out(letter, pending=pending)
        # Only the bare words of a command are kept, never anything that somebody filled in.
        if reading.intent != NONE and reading.slots.keys() <= {"period"} and not reading.oddities:
            if len(self._heard) >= _KEPT:
                self._heard.clear()
            self._heard[key] = reading
        return replace(reading, slots=dict(reading.slots))

    def _worked_out(self, letter: Letter, *, pending: bool) -> Reading:
        """The reading of a message to the bot, from its words."""
        raw = letter.body
        folded = fold(raw)
        if (apart := self._no_command(folded, letter, pending=pending)) is not None:
            return apart
        match = self._matcher.read(folded, raw) or self._hinted(folded, raw)
        if match is None or not (match.opened or match.slots):
            match = self._matcher.shown(folded, raw) or match
        if match is not None and only_asks(match, folded, self._commands[match.intent]):
            match = self._hinted(folded, raw)
            match = None if match is not None and self._commands[match.intent].writes else match
        unheard = match is not None and corrects(match, folded, letter.quote)
        if match is None or unheard or (match.slots.keys() <= {"period"} and speaks_of_elsewhere(folded)):
            return self._unread(folded, raw, unheard=unheard, nothing=match is None)
        if self._commands[match.intent].writes and thought_better(match, folded):
            return Reading(talk="waved")
        return self._filled(match, folded, letter)

    def _unread(self, folded: str, raw: str, *, unheard: bool, nothing: bool) -> Reading:
        """What is said about a message that is no command, or must not be one."""
        if nothing and (lacking := self._suggestions.lacking(folded, raw)):
            return Reading(suggestions=lacking, talk="unfinished")
        talk = "correction" if unheard else talk_of(folded)
        mute = unheard or speaks_of_elsewhere(folded) or talk in {"answer", "emergency"}
        return Reading(suggestions=() if mute else self._suggestions.titles(folded), talk=talk)

    def _filled(self, match: Match, folded: str, letter: Letter) -> Reading:
        """The reading with all that stands beside its words: codes, a period, other commands, odd numbers."""
        parts = self._matcher.parts(folded, letter.body)
        several = any(self._commands[part.intent].writes for part, _ in parts)
        if parts and not several:
            match = parts[0][0]
        # A verdict must never fall on something else than what its sender names.
        beside = folded if match.intent in ANSWERS else ""
        slots = with_code(match.slots, self._commands[match.intent].words.quoted, beside, letter.quote or "")
        if match.intent in self._periodic and "period" not in slots and not parts and (period := period_in(folded)):
            slots["period"] = period
        unanswered = () if several else tuple(said for _, said in parts[1:])
        return Reading(match.intent, slots, oddities=odd_words(folded), several=several, unanswered=unanswered)

    def _no_command(self, folded: str, letter: Letter, *, pending: bool) -> Reading | None:
        """The reading of what is no command whatever words it holds, or only a yes or no; None for all else."""
        answer = yes_or_no(folded) if pending else ""
        if says_nothing(folded):
            if letter.called and not re.search(r"[^\s?？!！.。,，]", folded):
                return Reading("help")
            return Reading(answer or NONE, talk="voice" if is_voice(folded) else "courtesy")
        if answer:
            return Reading(answer)
        if asks_who_reported(folded):
            return Reading(who_reported=True)
        if is_small_talk(folded):
            return Reading(talk="courtesy")
        return Reading(talk="others") if asks_of_others(folded) else None

    def _hinted(self, folded: str, raw: str) -> Match | None:
        """What a message is about that asks or wants something in nobody's wording."""
        if complains(folded):
            return None
        lead = LEAD.match(folded)
        at = lead.end() if lead else 0
        return self._hints.match(folded[at:], raw[at:])
