"""Issues that several verified findings at one place show; tips are never counted here."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.findings.states import DROPPED, FROZEN
from domain.matters.matter import Matter
from domain.members import Subject
from domain.register.address import find_address

LEAST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place where one thing was found again and again."""

    grid: str
    place: str
    title: str
    count: int

    @property
    def line(self) -> str:
        """The place and the thing, as staff read it."""
        return f"{self.place} {self.title}"


def place_of(subject: Subject) -> str:
    """The building of a subject, else its address."""
    found = find_address(subject.address)
    return f"{found.address.building}栋" if found and found.address.building else subject.address


def places(findings: Iterable[tuple[Matter, Subject]]) -> tuple[Place, ...]:
    """Where at least three findings stand that somebody verified, most first."""
    counts: dict[tuple[str, str, str], int] = {}
    for finding, subject in findings:
        if finding.state not in DROPPED | {FROZEN} and place_of(subject):
            key = (subject.grid, place_of(subject), str(finding.facts["title"]))
            counts[key] = counts.get(key, 0) + 1
    found = [Place(*key, count) for key, count in counts.items() if count >= LEAST]
    return tuple(sorted(found, key=lambda one: (-one.count, one.grid, one.place, one.title)))
