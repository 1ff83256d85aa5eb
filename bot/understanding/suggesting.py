"""What somebody may have meant, or left unsaid, whose message is no command."""

from collections.abc import Mapping

from bot.understanding.folding import fold
from bot.understanding.grammar import Shelf, compiled
from bot.understanding.kinds import Kind
from bot.understanding.lexicon import LEAD
from bot.understanding.matching import MERE, SHORT, Matcher
from bot.understanding.small_talk import complains
from domain.command import Command

_REPORT = "举报"
_MOST = 3


class Suggestions:
    """Looks for the words of commands in what was not understood."""

    def __init__(self, commands: Mapping[str, Command], matcher: Matcher, table: Mapping[str, Kind]) -> None:
        self._commands = commands
        self._matcher = matcher
        self._titles = {n: c.title for c in commands.values() for n in (c.title, *c.words.names)}
        self._mere = {n for c in commands.values() if c.intent in MERE for n in (c.title, *c.words.names)}
        self._by_length = sorted(self._titles, key=lambda name: (-len(name), name))
        self._nearly = Shelf([compiled(c.intent, one, table) for c in commands.values() for one in c.words.nearly])

    def lacking(self, folded: str, raw: str) -> tuple[str, ...]:
        """An example of the command that a message would be if it said all it must."""
        lead = LEAD.match(folded) if len(folded) <= SHORT else None
        at = lead.end() if lead else 0
        near = self._nearly.worth_trying(folded) if len(folded) <= SHORT else ()
        found = [one.intent for one in near if one.match(folded, raw) or one.match(folded[at:], raw[at:])]
        return (next(iter(self._commands[found[0]].examples)),) if found else ()

    def titles(self, folded: str) -> tuple[str, ...]:
        """Titles of the commands whose words stand in a message that was not understood."""
        opening = folded[:SHORT]
        near = dict.fromkeys(
            self._titles[name] for name in self._by_length if name in opening if name not in self._mere
        )
        return tuple(map(self._usable, tuple(near)[:_MOST])) or ((_REPORT,) if complains(folded) else ())

    def _usable(self, title: str) -> str:
        """A title that is understood when it is sent alone, else the command's first example."""
        command = next(one for one in self._commands.values() if one.title == title)
        match = self._matcher.best(fold(title), title)
        if match is not None and match.intent == command.intent:
            return title
        return next(iter(command.examples), title)
