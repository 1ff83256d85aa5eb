"""A new version of the rules: proposed with its record, agreed to by two people, kept whole (product.md 3 and 9)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Final

from domain.attachments import Attachment, KeepAttachment
from domain.code import NewCode
from domain.matters.matter import Holder, Matter, OpenMatter, Step
from domain.period import SHANGHAI, civil, months_before
from domain.rules import adoption_wording as wording

SORT: Final = "rules"
LETTER: Final = "J"
PROPOSED, ONCE, ADOPTED, REJECTED = "proposed", "once", "adopted", "rejected"
LONGEST_RECORD: Final = 60
TWO: Final = 2
"""How many different people have to agree."""
Texts = Mapping[str, bytes]
"""The community's own rule files by name; a file that is missing is the one that comes with the bot."""


@dataclass(frozen=True, slots=True)
class Record:
    """How the community came to its rules: which meeting, on which civil day (ISO), with which votes."""

    meeting: str
    held_on: str
    votes: str


def bundle_of(texts: Texts) -> KeepAttachment:
    """The files as they are kept for good, so that the bot needs no folder for them any more."""
    body = json.dumps({name: text.decode("utf-8-sig") for name, text in sorted(texts.items())}, ensure_ascii=False)
    return KeepAttachment(hashlib.sha256(body.encode()).hexdigest(), wording.BUNDLE, body.encode())


def texts_of(bundle: Attachment) -> dict[str, bytes]:
    """The files of a bundle."""
    return {name: text.encode() for name, text in json.loads(bundle.body).items()}


def proposed(version: str, bundle: KeepAttachment, record: Record, changed: Iterable[str]) -> OpenMatter:
    """What waits for two people."""
    facts = {"version": version, "bundle": bundle.id, "changes": list(changed), **asdict(record)}
    line = wording.line(version, record.meeting)
    return OpenMatter(NewCode(LETTER), SORT, PROPOSED, line, Step("proposed"), holder=Holder("supervisor"), facts=facts)


def installed(version: str, bundle: KeepAttachment) -> OpenMatter:
    """The rules that the bot was set up with, before there was anybody to ask."""
    facts = {"version": version, "bundle": bundle.id, "changes": [], "meeting": "", "held_on": "", "votes": ""}
    line = wording.line(version, "")
    return OpenMatter(NewCode(LETTER), SORT, ADOPTED, line, Step("installed"), facts=facts, closed=True)


def in_force(found: Iterable[Matter]) -> Matter | None:
    """The version that was adopted last."""
    adopted = (one for one in found if one.state == ADOPTED)
    return max(adopted, key=lambda one: (one.closed_at or one.opened_at, one.number), default=None)


def must_be_renewed(rules: Matter, today: date, *, soon: bool = False) -> bool:
    """True a year after the rules were adopted; ``soon``, a month earlier (product.md section 6 B)."""
    held_on = str(rules.facts["held_on"])
    began = date.fromisoformat(held_on) if held_on else civil(datetime.fromtimestamp(rules.opened_at / 1000, SHANGHAI))
    return today > months_before(began, -11 if soon else -12)


def adopted_words(matter: Matter) -> str:
    """Which meeting adopted it and when, as residents read it; empty for what came with the installation."""
    facts = matter.facts
    return wording.adopted(str(facts["held_on"]), str(facts["meeting"])) if facts["meeting"] else ""
