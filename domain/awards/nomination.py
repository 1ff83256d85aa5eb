"""A nomination: a matter that is the nominee's to accept, and its states up to the certificate."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.code import NewCode
from domain.decision import Watch
from domain.masking import building_of, masked_name
from domain.matters.matter import Matter, MoveMatter, OpenMatter, Step, concerns_of
from domain.members import Subject
from domain.rules.awards import Award
from domain.rules.rulebook import Rulebook

SORT, CERTIFICATE = "nomination", "certificate"
ASKED, WILLING, SHORTLISTED, CHOSEN, PUBLIC = "asked", "willing", "shortlisted", "chosen", "public"
AWARDED, DECLINED, UNANSWERED, NOT_FIT, NOT_CHOSEN, UPHELD = (
    "awarded",
    "declined",
    "unanswered",
    "not_fit",
    "not_chosen",
    "upheld",
)
LEAVABLE = frozenset({WILLING, SHORTLISTED, CHOSEN})
"""States in which the nominee may still leave with a word."""
HOUSEHOLD = "household"
FULL, MASKED, UNNAMED = "full", "masked", "unnamed"


@dataclass(frozen=True, slots=True)
class Nomination:
    """A nomination's matter, read."""

    matter: Matter

    @property
    def award(self) -> str:
        """The code of the award."""
        return str(self.matter.facts["award"])

    @property
    def year(self) -> int:
        """The year it is for."""
        return int(self.matter.facts["year"])

    @property
    def scores(self) -> Mapping[str, Sequence[int]]:
        """The figures that each reviewer gave, by the person's number."""
        scores: Mapping[str, Sequence[int]] = self.matter.facts.get("scores", {})
        return scores

    @property
    def named(self) -> str:
        """The form the nominee agreed to be named in; unnamed by default."""
        return str(self.matter.facts.get("named", UNNAMED))

    @property
    def objections(self) -> Sequence[str]:
        """Objections that nobody has decided yet."""
        found: Sequence[str] = self.matter.facts.get("objections", ())
        return found

    def award_of(self, rules: Rulebook) -> Award | None:
        """The award by the rules in force; None where it is no longer among them."""
        return next((one for one in rules.awards.awards if one.code == self.award), None)


def who(award: Award, subject: Subject) -> str:
    """What tells nominees of one award apart: the household, or the subject."""
    return subject.household or subject.address if award.subject == HOUSEHOLD else str(subject.id)


def once(year: int, award: Award, subject: Subject) -> Watch:
    """One nomination of a year per award and nominee; two at the same moment cannot both be posted."""
    return Watch(f"nomination:{year}:{award.code}:{who(award, subject)}", 0)


def opened(code: NewCode, award: Award, subject: Subject, year: int, facts: Mapping[str, Any]) -> OpenMatter:
    """Asked whether they want to take part; nothing is public before."""
    return OpenMatter(
        code=code,
        sort=SORT,
        state=ASKED,
        line=award.title,
        step=Step("nominated", role="resident"),
        subject=subject.id,
        grid=subject.grid,
        concerns=concerns_of(subject),
        facts={
            "award": award.code,
            "title": award.title,
            "year": year,
            "who": who(award, subject),
            "asked": f"subject:{subject.id}",
            "asker": f"subject:{subject.id}",
            **facts,
        },
    )


def of_year(matters: Iterable[Matter], year: int) -> tuple[Nomination, ...]:
    """Those of a year."""
    return tuple(one for one in map(Nomination, matters) if one.year == year)


def moved(nomination: Nomination, state: str, step: Step, **facts: object) -> MoveMatter:
    """On to the next state."""
    return MoveMatter(nomination.matter, state, step, facts=facts)


def ended(nomination: Nomination, state: str, step: Step, **facts: object) -> MoveMatter:
    """Over."""
    return MoveMatter(nomination.matter, state, step, closes=True, facts={"asked": "", **facts})


def public_name(subject: Subject, award_subject: str, named: str) -> str:
    """The name as it may stand in a group; empty where the nominee is not to be named."""
    if named == UNNAMED:
        return ""
    if subject.kind != "resident":
        return subject.name
    family = award_subject == HOUSEHOLD
    if named == FULL:
        where = building_of(subject.address)
        return f"{where} {subject.name}家".strip() if family else subject.name
    return f"{masked_name(subject)}家" if family else masked_name(subject)


def forms(subject: Subject, award_subject: str) -> dict[str, str]:
    """The ways to be named among which the nominee chooses, by how they read."""
    shown = {public_name(subject, award_subject, form): form for form in (FULL, MASKED)}
    return {**shown, "不署名": UNNAMED}


def certificate_code(year: int, number: int) -> str:
    """The number on a certificate: the year, and the nomination's own number."""
    return f"H{year}{number:05}"


def own_name(subject: Subject, award_subject: str) -> str:
    """The name on the certificate itself, which only the awarded gets."""
    return f"{subject.name}家庭" if award_subject == HOUSEHOLD else subject.name
