"""Which rules the bot works by: what was adopted last, and never a folder that nobody agreed to."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.rules.loader import BrokenRules, load_rules, rules_of, texts_in
from domain.attachments import AttachmentOf
from domain.decision import Unit
from domain.matters.matter import Matter, MattersSince, MoveMatter
from domain.members import OnDuty
from domain.query import Book, Posting
from domain.rules.adoption import ADOPTED, SORT, TWO, Texts, adopted_words, bundle_of, in_force, installed, texts_of
from domain.rules.rulebook import Rulebook

log = logging.getLogger(__name__)


@dataclass(slots=True)
class InForce:
    """The rules of this moment; whoever works with them reads them anew each time."""

    rules: Rulebook
    mistakes: tuple[str, ...] = ()
    """What is wrong in the folder of the settings, where the bot works on without it."""
    waiting: bool = False
    """True where that folder holds other rules, which nobody has agreed to yet."""
    changed: list[Callable[[Rulebook], None]] = field(default_factory=list)
    """Who has to know of new rules at once."""

    def put(self, rules: Rulebook) -> None:
        """From now on these."""
        self.rules, self.waiting = rules, False
        for tell in self.changed:
            tell(rules)

    async def notice(self, book: Book, unit: Unit) -> None:
        """Work by what two people have just agreed to."""
        for effect in unit.effects:
            if isinstance(effect, MoveMatter) and effect.matter.sort == SORT and effect.state == ADOPTED:
                self.put(_adopted(await _texts(book, effect.matter), effect.matter))
                log.info("rules_in_force %s", self.rules.version)


async def rules_at_start(book: Posting, folder: Path | None, at: int) -> InForce:
    """The version that was adopted last, or the folder's where there is none yet; ``at`` in epoch ms.

    A folder that reads otherwise has to be agreed to by two people; a broken one is told of, and the bot works on.
    Raises BrokenRules where there is nothing older to work by.
    """
    last, own = await _last(book), texts_in(folder)
    if last is None:
        rules = load_rules(folder)
        if own:
            await _install(book, own, rules, at)
        return InForce(rules)
    bundled, kept = last
    try:
        found = load_rules(folder)
    except BrokenRules as broken:
        log.error("rules_left_out %d", len(broken.mistakes))  # noqa: TRY400 - the mistakes stand on the desk
        return InForce(kept, mistakes=tuple(map(str, broken.mistakes)))
    if _same(own, bundled):
        return InForce(kept)
    if not await _anybody_to_ask(book):
        await _install(book, own, found, at)
        return InForce(found)
    return InForce(kept, waiting=True)


async def rules_now(book: Book, folder: Path | None) -> Rulebook:
    """What the bot would work by, for whoever stands beside it and changes nothing; BrokenRules as above."""
    last = await _last(book)
    return last[1] if last else load_rules(folder)


async def _last(book: Book) -> tuple[Texts, Rulebook] | None:
    """What was adopted last; None where nothing was, or where this version of the bot can no longer read it."""
    found = in_force(await book.answer(MattersSince(SORT, 0)))
    if found is None:
        return None
    texts = await _texts(book, found)
    try:
        return texts, _adopted(texts, found)
    except BrokenRules as broken:
        log.error("rules_too_old %d", len(broken.mistakes))  # noqa: TRY400 - what is in the folder decides
        return None


async def _install(book: Posting, own: Texts, rules: Rulebook, at: int) -> None:
    bundle = bundle_of(own)
    await book.post(Unit(None, (bundle, installed(rules.version, bundle)), at=at))


async def _anybody_to_ask(book: Book) -> bool:
    """Two different people are needed; before they are in the register, whoever sets the bot up decides."""
    people = {one.person for role in ("supervisor", "secretary") for one in await book.answer(OnDuty(role))}
    return len(people) >= TWO


def _adopted(texts: Texts, matter: Matter) -> Rulebook:
    return replace(rules_of(texts), adopted=adopted_words(matter))


async def _texts(book: Book, matter: Matter) -> dict[str, bytes]:
    bundle = await book.answer(AttachmentOf(str(matter.facts["bundle"])))
    return texts_of(bundle) if bundle else {}


def _same(one: Texts, other: Texts) -> bool:
    return {name: _plain(text) for name, text in one.items()} == {name: _plain(text) for name, text in other.items()}


def _plain(text: bytes) -> str:
    return text.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
