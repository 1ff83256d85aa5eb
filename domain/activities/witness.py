"""A team-mate who is asked whether somebody stayed to the end, where the second code was forgotten."""

from domain.matters.matter import Matter

SORT = "witness"
ASKED, SEEN, NOT_SEEN, LAPSED = "asked", "seen", "not_seen", "lapsed"


def about(matter: Matter, activity: int) -> bool:
    """True where this is asked about an activity."""
    return matter.sort == SORT and matter.facts.get("activity") == activity


def forgetful(matter: Matter) -> frozenset[int]:
    """The subjects whom it is asked about."""
    return frozenset(matter.facts["forgot"])
