"""What requests, projects and disputes have in common: their states, and who takes part in one."""

from collections.abc import Iterable
from typing import Literal

from domain.decision import Target
from domain.matters.matter import Matter
from domain.members import Sender
from domain.rules.catalogue import AssistTopic

HELP, PROJECT, DISPUTE = "help", "project", "dispute"
SORTS = frozenset({HELP, PROJECT, DISPUTE})
ASKED, OPEN, CLAIMED, REPORTED = "asked", "open", "claimed", "reported"
DONE, DECLINED, WITHDRAWN = "done", "declined", "withdrawn"
MEDIATION = "纠纷调解"
"""The topic of the catalogue that mediators serve."""
VOIDING = "voiding"
"""The sort of matter by which two people void a pending finding after a settled dispute."""
HELPERS = 3
Part = Literal["", "asker", "other", "helper"]
_PARTS: tuple[Part, ...] = ("helper", "other", "asker")


def target_of(party: str) -> Target | None:
    """Whom a party of the facts means: ``subject:12`` or ``staff:5``; None where there is none."""
    kind, _, number = party.partition(":")
    if kind == "subject" and number:
        return Target("subject", number)
    return Target("staff", number) if kind == "staff" and number else None


def is_party(sender: Sender, party: object) -> bool:
    """True where the sender is this party."""
    kind, _, number = str(party or "").partition(":")
    if kind == "subject":
        return number in {str(one.id) for one in sender.subjects}
    return kind == "staff" and number in {str(one.person) for one in sender.duties}


def part_of(sender: Sender, matter: Matter) -> Part:
    """The part the sender has in a matter; empty for none."""
    return next((part for part in _PARTS if is_party(sender, matter.facts.get(part))), "")


def topic_of(said: str, topics: Iterable[AssistTopic]) -> AssistTopic | None:
    """The topic that a request means: by its name, or by a skill that it names."""
    known = tuple(topics)
    by_name = next((one for one in known if one.name in said), None)
    return by_name or next((one for one in known if any(skill in said for skill in one.skills)), None)


def fits(skills: Iterable[str], topic: AssistTopic) -> bool:
    """True where one of somebody's skills answers a topic."""
    return any(skill == topic.name or any(word in skill for word in topic.skills) for skill in skills)
