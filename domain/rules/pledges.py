"""The pledges people sign and the residents' convention (pledges.toml)."""

from dataclasses import dataclass
from typing import Literal

from domain.rules.kinds import SubjectKind


@dataclass(frozen=True, slots=True)
class PledgePolicy:
    """How pledges are signed, renewed and withdrawn."""

    adult_only: bool
    version_change_requires_resign: bool
    renew_remind_days: int
    group_pledge_drive: bool
    withdraw_allowed: bool
    withdraw_penalty_points: int


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise with what keeps it and what breaks it; signed by ``sign_phrase``."""

    code: str
    title: str
    name: str
    domain: str
    subjects: tuple[SubjectKind, ...]
    validity_months: int
    award_item: str
    sign_phrase: str
    keep: tuple[str, ...]
    breach: tuple[str, ...]
    linked_negative: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything people may call it."""
        return (self.name, self.title, *self.aliases)


@dataclass(frozen=True, slots=True)
class Convention:
    """The residents' convention, article by article."""

    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PledgeBook:
    """All of pledges.toml."""

    schema_version: Literal[1]
    policy: PledgePolicy
    pledges: tuple[Pledge, ...]
    convention: Convention
