"""A register as effects for the book: phones become keyed hashes here and go no further."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from domain.enrolment import EnrolGrid, EnrolListing, EnrolStaff, EnrolSubject
from domain.facts import EnrolFact
from domain.register.values import Grid, KnownFact, Partner, Register, Resource, StaffMember, Subject, Team
from domain.teams.team import EnrolMembers

TAIL = 4
"""Digits of the registered phone that a person gives when binding."""


def mark(key: bytes, text: str) -> str:
    """A keyed hash of a phone or of its end; empty for nothing."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest() if text else ""


def effects_of(register: Register, key: bytes) -> Iterator[object]:
    """Everything a register adds, in an order that may be posted at once."""
    yield from (_grid(grid) for grid in register.grids)
    yield from (_subject(subject, key) for subject in register.subjects)
    yield from (_staff(member, key) for member in register.staff)
    yield from (EnrolListing("team", team.name, _facts(team)) for team in register.teams)
    yield from (_members(team, key) for team in register.teams)
    yield from (EnrolListing("partner", partner.name, _facts(partner)) for partner in register.partners)
    yield from (EnrolListing("resource", resource.name, _facts(resource)) for resource in register.resources)
    yield from (_fact(known) for known in register.facts)


def _facts(value: Grid | Team | Partner | Resource) -> str:
    # Phones of captains and partners are for the operator's own workbook; the bot reaches people by their accounts.
    known: dict[str, Any] = {name: fact for name, fact in asdict(value).items() if "phone" not in name and fact}
    return json.dumps(known, ensure_ascii=False, default=str, sort_keys=True)


def _members(team: Team, key: bytes) -> EnrolMembers:
    return EnrolMembers(team.name, team.members, team.captain, mark(key, team.captain_phone))


def _grid(grid: Grid) -> EnrolGrid:
    return EnrolGrid(grid.code, grid.name, _facts(grid))


def _subject(subject: Subject, key: bytes) -> EnrolSubject:
    return EnrolSubject(
        kind=subject.kind,
        name=subject.name,
        grid=subject.grid,
        address=str(subject.address),
        household=subject.household or (subject.address.household if subject.kind == "resident" else ""),
        contact=subject.contact,
        guardian=subject.guardian,
        station=subject.station,
        minor=subject.minor,
        phone_mark=mark(key, subject.phone),
        tail_mark=mark(key, subject.phone[-TAIL:]),
    )


def _fact(known: KnownFact) -> EnrolFact:
    about = known.about
    return EnrolFact(about.kind, about.name, about.grid, str(about.address), known.fact)


def _staff(member: StaffMember, key: bytes) -> EnrolStaff:
    return EnrolStaff(
        name=member.name,
        role=member.role,
        grid=member.grid,
        unit=member.unit,
        seat=member.mg,
        recusals=json.dumps(list(member.recusals), ensure_ascii=False),
        phone_mark=mark(key, member.phone),
        tail_mark=mark(key, member.phone[-TAIL:]),
    )
