"""The names that understanding takes from the rules in force."""

from dataclasses import dataclass

from domain.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What pledges, rewards and topics of assistance are called."""

    pledges: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    """Rewards, by title and alias."""
    topics: frozenset[str] = frozenset()


def vocabulary_of(rules: Rulebook) -> Vocabulary:
    """The vocabulary of some rules."""
    return Vocabulary(
        pledges=frozenset(name for one in rules.pledges.pledges for name in (one.name, *one.aliases)),
        items=frozenset(name for one in rules.rewards.rewards for name in (one.title, *one.aliases)),
        topics=frozenset(one.name for one in rules.catalogue.assist_topics),
    )
