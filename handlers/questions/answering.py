"""The sources that answer a question, put together once for each version of the rules and kind of subject."""

from functools import lru_cache

from domain.rules.asking import Source, Sources
from domain.rules.kinds import SubjectKind
from domain.rules.rulebook import Rulebook
from handlers.questions import everyday_wording, wording


def source_for(question: str, kind: SubjectKind, rules: Rulebook) -> Source | None:
    """What answers the question, or None where a person has to."""
    return _sources(kind, _Version(rules)).best(question)


class _Version:
    """A rulebook that counts as equal to another of the same version, so that it may be remembered by."""

    def __init__(self, rules: Rulebook) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return hash(self.rules.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Version) and other.rules.version == self.rules.version


@lru_cache(maxsize=6)
def _sources(kind: SubjectKind, version: _Version) -> Sources:
    rules = version.rules
    convention = rules.pledges.convention
    found = [
        *wording.facts(rules),
        *(wording.from_negative(one) for one in rules.negative_items(kind)),
        *(wording.from_item(one) for one in rules.positive_items(kind)),
        *(wording.from_pledge(one) for one in rules.pledges_for(kind)),
        *(wording.from_article(convention.title, one) for one in convention.articles),
    ]
    return Sources(found, everyday_wording.SYNONYMS, everyday_wording.FILLERS)
