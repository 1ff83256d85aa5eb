"""From an utterance to a reading: one engine for all commands, with no order among them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understanding.answers import yes_or_no
from bot.understanding.envelope import Letter, opened
from bot.understanding.folding import fold
from bot.understanding.grammar import LONG, Match, Pattern, Shelf, compiled
from bot.understanding.hints import Hints
from bot.understanding.kinds import CODES, kinds, period_in
from bot.understanding.lexicon import LEAD, SHOWN, trimmed
from bot.understanding.plain import PlainCommands
from bot.understanding.rescue import Rescue
from bot.understanding.small_talk import (
    asks_if_so,
    asks_of_others,
    asks_whether,
    asks_who_reported,
    complains,
    is_about_itself,
    is_small_talk,
    is_voice,
    says_nothing,
    speaks_of_elsewhere,
    takes_back,
    talk_of,
    thinks_better,
)
from bot.understanding.vocabulary import Vocabulary
from domain.command import Command
from domain.message import Utterance
from domain.numerals import odd_words
from domain.reading import NONE, Reading

_CLAUSES = re.compile(r"[^,，。!！?？;；\s]+")
_PARTS = re.compile(r"[^\n,，。;；]*[^\s,，。;；][^\n,，。;；]*")
_PARTED, _MOST_PARTS = 200, 8
_NAMED = frozenset({"subject", "item", "ref", "rows", "code", "receipt", "team", "pledge"})
"""What a command that stands by itself names."""
_OWN_WORDS = frozenset({"content", "text", "question", "reason", "title", "plan"})
_ABOUT_ITSELF = ("content", "text", "reason", "title", "item", "topic")
_WORDS_OF_ONES_OWN = 4
"""So long is a text that stands for itself, whatever it ends in."""
_MERE = frozenset({"confirm", "decline"})
"""Intents that do nothing where nothing is asked, so that nobody is pointed at their words."""
_REPORT = "举报"
_SHORT = 60
_SHORTEST, _KEPT = 12, 512
_SILENCE = Reading()
_CARD_NUMBER = re.compile(r"】\s*([0-9]{1,6})(?![0-9A-Za-z])")

_EXAMPLE = re.compile(r"例如[“\"][^”\"]*[”\"]")

_BACKING_OUT = frozenset(
    {"activity_leave", "team_leave", "unbind", "tips_mute", "pledge_withdraw", "publicity_withdraw"}
)
"""Intents that give something up, so that 算了 at the end only says it once more."""
_ANSWERS = frozenset({"verdict", "ballot"})
"""Intents whose words also stand in other sentences."""


def _codes(kind: str, folded: str) -> list[str]:
    """The codes of a kind in a piece of a card, in order."""
    pattern = _CARD_NUMBER if kind == "activity" else re.compile(CODES[kind], re.IGNORECASE)
    found = pattern.finditer(folded)
    return [one[1] if kind == "activity" else re.sub("[^0-9A-Z]", "", one[0].upper()) for one in found]


def _title_and_card(quote: str) -> tuple[str, str]:
    return quote.lstrip().partition("\n")[0], quote


class Understanding:
    """Reads what people type, as the commands declare it."""

    def __init__(self, commands: Sequence[Command], vocabulary: Vocabulary, bot_name: str) -> None:
        names = frozenset(name for command in commands for name in (command.title, *command.words.names))
        table = kinds(vocabulary, names)
        self._bot_name = bot_name
        self._commands = {command.intent: command for command in commands}
        self._titles = {n: c.title for c in commands for n in (c.title, *c.words.names)}
        self._mere = {n for c in commands if c.intent in _MERE for n in (c.title, *c.words.names)}
        self._by_length = sorted(self._titles, key=lambda name: (-len(name), name))
        self._seen = {
            name: c.intent
            for c in commands
            if not c.writes and c.intent not in _MERE
            for name in (c.title, *c.words.names, *c.words.plain)
        }
        self._plain = PlainCommands(commands, table)
        self.glance = self._plain.glance
        self.quick = self._plain.quick
        self._patterns: tuple[Pattern, ...] = tuple(
            compiled(command.intent, phrase, table) for command in commands for phrase in command.words.phrases
        )
        self._shelf = Shelf(self._patterns)
        self._nearly = Shelf([compiled(c.intent, one, table) for c in commands for one in c.words.nearly])
        self._openings = Shelf([pattern for pattern in self._patterns if pattern.opening and pattern.endless])
        self._periodic = {c.intent for c in commands if any("{period}" in p for p in c.words.phrases)}
        self._rescue = Rescue(names)
        self._hints = Hints(commands, table)
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
        folded = fold(text)
        lead = LEAD.match(folded)
        cut = lead.end() if lead else 0
        found = [match for pattern in self._patterns if (match := pattern.match(folded[cut:], text[cut:]))]
        top = max((match.weight for match in found), default=None)
        return {match.intent for match in found if match.weight == top}

    def _addressed(self, letter: Letter, *, pending: bool) -> Reading:
        """The reading of a message to the bot; what very many people write alike is worked out once."""
        key = (letter.body, letter.called)
        if pending or letter.quote is not None or len(letter.body) > _SHORTEST:
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
        match = self._clearer(self._receipted(self._best(folded, raw), folded, raw), folded, raw)
        match = match or self._mended(folded, raw) or self._hinted(folded, raw)
        if match is None or not (match.opened or match.slots):
            match = self._shown(folded, raw) or match
        if match is not None and self._only_asks(match, folded):
            match = self._hinted(folded, raw)
            match = None if match is not None and self._commands[match.intent].writes else match
        unheard = match is not None and self._takes_back(match, folded, letter.quote)
        if match is None or unheard or (match.slots.keys() <= {"period"} and speaks_of_elsewhere(folded)):
            if match is None and (lacking := self._lacking(folded, raw)):
                return Reading(suggestions=lacking, talk="unfinished")
            talk = "correction" if unheard else talk_of(folded)
            unheard |= speaks_of_elsewhere(folded)
            mute = unheard or talk in {"answer", "emergency"}
            return Reading(suggestions=() if mute else self._suggestions(folded), talk=talk)
        if self._commands[match.intent].writes and self._thought_better(match, folded):
            return Reading(talk="waved")
        parts = self._parts(folded, raw)
        several = any(self._commands[part.intent].writes for part, _ in parts)
        if parts and not several:
            match = parts[0][0]
        slots = self._with_code(match, letter)
        if match.intent in self._periodic and "period" not in slots and not parts and (period := period_in(folded)):
            slots["period"] = period
        unanswered = () if several else tuple(said for _, said in parts[1:])
        odd = odd_words(folded)
        return Reading(match.intent, slots, oddities=odd, several=several, unanswered=unanswered)

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

    def _best(self, folded: str, raw: str) -> Match | None:
        """The reading that leaves least to chance: of the whole, with courtesy cut, or of one clause."""
        lead = LEAD.match(folded)
        cut = lead.end() if lead else 0
        match = self._whole(folded[cut:], raw[cut:]) or (self._whole(folded, raw) if cut else None)
        return match or self._clauses(folded, raw)

    def _whole(self, folded: str, raw: str) -> Match | None:
        """The best reading of a text as it stands, or with its spaces taken out."""
        # The words of a pattern that only free text follows stand early, if they stand there at all.
        shelf = self._shelf if len(folded) <= LONG else self._openings
        found = [match for pattern in shelf.worth_trying(folded[:LONG]) if (match := pattern.match(folded, raw))]
        if not found and len(folded) <= _SHORT and re.search(r"\s", folded):
            kept = [at for at, char in enumerate(folded) if not char.isspace()]
            packed, own = "".join(folded[at] for at in kept), "".join(raw[at] for at in kept)
            found = [match for pattern in self._shelf.worth_trying(packed) if (match := pattern.match(packed, own))]
        return max(found, key=lambda match: match.weight, default=None)

    def _clauses(self, folded: str, raw: str) -> Match | None:
        """The best reading of one clause of a short message."""
        spans = [part.span() for part in _CLAUSES.finditer(folded)] if len(folded) <= _SHORT else []
        # Whoever names a command first gives no verdict with what follows (承诺 不存在的).
        named = any(folded[start:end] in self._titles for start, end in spans[:1])
        found = []
        for start, end in spans[:8] if len(spans) > 1 else []:
            lead = LEAD.match(folded, start, end)
            begin = lead.end() if lead else start
            for stop in {end, len(folded)}:
                match = self._whole(folded[begin:stop], raw[begin:stop])
                answers = named and match is not None and match.intent in _ANSWERS
                found += [match] if match and match.covered > 1 and not answers else []
        # Who complains and adds "我是…" introduces himself, and wants something else than to be bound.
        if complains(folded):
            found = [match for match in found if not self._commands[match.intent].words.whole]
        best = max(found, key=lambda match: match.weight, default=None)
        return replace(best, opened=False) if best else None

    def _takes_back(self, match: Match, folded: str, quote: str | None) -> bool:
        """Whether a bare verdict or vote corrects an earlier one: it must not decide whatever else waits."""
        named = quote is not None or match.slots.keys() & _NAMED
        return match.intent in _ANSWERS and not named and takes_back(folded)

    def _thought_better(self, match: Match, folded: str) -> bool:
        """Whether the message takes itself back at its end: 报名 12，算了; not where backing out is what it does."""
        return match.intent not in _BACKING_OUT and not match.slots.keys() & _OWN_WORDS and thinks_better(folded)

    def _only_asks(self, match: Match, folded: str) -> bool:
        """Whether a message that names a command asks about it, so that nothing may be done: 报名 12 了没."""
        if not self._commands[match.intent].writes:
            return False
        if match.intent in _ANSWERS:
            return asks_if_so(folded)
        own = {name: fold(str(match.slots[name])) for name in (*_ABOUT_ITSELF, *_OWN_WORDS) if name in match.slots}
        if any(is_about_itself(words) for name, words in own.items() if name in _ABOUT_ITSELF):
            return True
        return asks_whether(folded) and max(map(len, own.values()), default=0) < _WORDS_OF_ONES_OWN

    def _parts(self, folded: str, raw: str) -> list[tuple[Match, str]]:
        """The commands of a message whose every line or clause is a whole one, and not all the same; else none.

        Words of the sender's own go on as they like: a report may well hold what looks like a command.
        """
        spans = [part.span() for part in _PARTS.finditer(folded)] if len(folded) <= _PARTED else []
        found: list[tuple[Match, str]] = []
        for start, end in spans if 1 < len(spans) <= _MOST_PARTS else []:
            lead = LEAD.match(folded, start, end)
            begin = lead.end() if lead else start
            match = self._whole(folded[begin:end], raw[begin:end])
            if match is None or match.slots.keys() & _OWN_WORDS or not self._stands_alone(match, end - begin):
                return []
            found.append((match, trimmed(raw[start:end])))
        same = all((one.intent, one.slots) == (found[0][0].intent, found[0][0].slots) for one, _ in found)
        return [] if same else found

    def _stands_alone(self, match: Match, length: int) -> bool:
        """Whether a clause is a command by itself: it names what it changes, or asks in nothing but known words."""
        if self._commands[match.intent].writes:
            return bool(match.slots.keys() & _NAMED)
        return match.covered == length

    def _receipted(self, match: Match | None, folded: str, raw: str) -> Match | None:
        """A reading whose free text swallowed a receipt gives way to one that reads it once a typo is put right."""
        if match is None or match.intent != "tip_submit" or not re.search(CODES["receipt"], folded):
            return match
        return next((one for one in self._each_mended(folded, raw) if "receipt" in one.slots), match)

    def _mended(self, folded: str, raw: str) -> Match | None:
        """The reading once a typo is put right."""
        return next(self._each_mended(folded, raw), None)

    def _each_mended(self, folded: str, raw: str, *, by_ear: bool = False) -> Iterator[Match]:
        """The readings of each way to put one typo right."""
        for text in self._rescue.mended(folded, by_ear=by_ear):
            if match := self._best(text, raw):
                yield match

    def _shown(self, folded: str, raw: str) -> Match | None:
        """What somebody wants to see by its name alone, whatever the words for seeing are."""
        lead = LEAD.match(folded)
        found = SHOWN.fullmatch(folded, lead.end() if lead else 0) if len(folded) <= _SHORTEST else None
        intent = self._seen.get(found["name"]) if found else None
        match = self._best(found["name"], raw[found.start("name") : found.end("name")]) if found and intent else None
        return match if match and match.intent == intent else None

    def _clearer(self, match: Match | None, folded: str, raw: str) -> Match | None:
        """A reading with gaps before its words gives way to one that begins with them, once a typo is put right."""
        if match is None or match.opened or len(folded) > _SHORT:
            return match
        named = match.slots.keys() & _NAMED
        return next(
            (one for one in self._each_mended(folded, raw, by_ear=True) if one.opened and named <= one.slots.keys()),
            match,
        )

    def _hinted(self, folded: str, raw: str) -> Match | None:
        """What a message is about that asks or wants something in nobody's wording."""
        if complains(folded):
            return None
        lead = LEAD.match(folded)
        at = lead.end() if lead else 0
        return self._hints.match(folded[at:], raw[at:])

    def _with_code(self, match: Match, letter: Letter) -> dict[str, object]:
        """The slots, with the code that stands beside a verdict or in the quoted card where the reading has none."""
        kind = self._commands[match.intent].words.quoted
        slots = dict(match.slots)
        name = "code" if kind == "voucher" else "receipt" if kind == "receipt" else "ref"
        if not kind or name in slots or "rows" in slots:
            return slots
        # A verdict must never fall on something else than what its sender names.
        beside = fold(letter.body) if match.intent in _ANSWERS else ""
        # What a sentence of the bot gives as an example is nobody's code.
        title, card = (_EXAMPLE.sub("", fold(part)) for part in _title_and_card(letter.quote or ""))
        # A list names several: which of them is meant the reply has to say.
        for codes in (_codes(kind, beside)[:1], _codes(kind, title)[:1], _codes(kind, card)):
            if len(set(codes)) == 1:
                return {name: codes[0]} | slots
        return slots

    def _lacking(self, folded: str, raw: str) -> tuple[str, ...]:
        """An example of the command that a message would be if it said all it must."""
        lead = LEAD.match(folded) if len(folded) <= _SHORT else None
        at = lead.end() if lead else 0
        near = self._nearly.worth_trying(folded) if len(folded) <= _SHORT else ()
        found = [one.intent for one in near if one.match(folded, raw) or one.match(folded[at:], raw[at:])]
        return (next(iter(self._commands[found[0]].examples)),) if found else ()

    def _usable(self, title: str) -> str:
        """A title that is understood when it is sent alone, else the command's first example."""
        command = next(one for one in self._commands.values() if one.title == title)
        match = self._best(fold(title), title)
        if match is not None and match.intent == command.intent:
            return title
        return next(iter(command.examples), title)

    def _suggestions(self, folded: str) -> tuple[str, ...]:
        """Titles of the commands whose words stand in a message that was not understood."""
        opening = folded[:_SHORT]
        near = dict.fromkeys(
            self._titles[name] for name in self._by_length if name in opening if name not in self._mere
        )
        return tuple(map(self._usable, tuple(near)[:3])) or ((_REPORT,) if complains(folded) else ())
