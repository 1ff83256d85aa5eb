"""The register: what is there already is brought up to date, nothing is removed, twice is once."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Table

from domain.enrolment import BindRoom, EnrolGrid, EnrolListing, EnrolStaff, EnrolSubject
from storage.posting.codes import reserve
from storage.posting.scope import Batch, Poster
from storage.tables.members import grid, listing, room, staff, subject
from storage.upserting import upsert

_SUBJECT_KEY = ("community", "kind", "name", "grid", "address")
_STAFF_KEY = ("community", "name", "role", "grid", "unit")


def _enrol(batch: Batch, table: Table, keys: tuple[str, ...], rows: Sequence[dict[str, Any]]) -> None:
    updated = [name for name in rows[0] if name not in keys and name != "id"]
    statement = upsert(batch.dialect, table, keys, dict.fromkeys(updated, "excluded"))
    batch.write(statement, rows)


def _numbered(batch: Batch, kind: str, effects: Sequence[tuple[int, Any]]) -> list[dict[str, Any]]:
    first = reserve(batch, kind, len(effects))
    return [asdict(effect) | {"id": number} for number, (_, effect) in enumerate(effects, first)]


def enrol_grids(batch: Batch, effects: Sequence[tuple[int, EnrolGrid]]) -> None:
    """Add or rename grids."""
    _enrol(batch, grid, ("community", "code"), [asdict(effect) for _, effect in effects])


def enrol_subjects(batch: Batch, effects: Sequence[tuple[int, EnrolSubject]]) -> None:
    """Add subjects or bring their facts up to date."""
    rows = _numbered(batch, "subject", effects)
    _enrol(batch, subject, _SUBJECT_KEY, [row | {"minor": int(row["minor"])} for row in rows])


def enrol_staff(batch: Batch, effects: Sequence[tuple[int, EnrolStaff]]) -> None:
    """Add staff or bring their facts up to date."""
    _enrol(batch, staff, _STAFF_KEY, _numbered(batch, "person", effects))


def enrol_listings(batch: Batch, effects: Sequence[tuple[int, EnrolListing]]) -> None:
    """Add teams, partners and resources or bring their facts up to date."""
    _enrol(batch, listing, ("community", "kind", "name"), [asdict(effect) for _, effect in effects])


def bind_rooms(batch: Batch, effects: Sequence[tuple[int, BindRoom]]) -> None:
    """Say which groups rooms are."""
    _enrol(batch, room, ("community", "channel", "room"), [asdict(effect) for _, effect in effects])


POSTERS: dict[type, Poster] = {
    EnrolGrid: enrol_grids,
    EnrolSubject: enrol_subjects,
    EnrolStaff: enrol_staff,
    EnrolListing: enrol_listings,
    BindRoom: bind_rooms,
}
