"""Partners, resources and captains, read from the register's lists."""

import json
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from domain.partners import Captain, CaptainsOf, Partner, PartnersOf, Resource, ResourcesOf
from storage.reading import Reader
from storage.tables.members import listing

_OF_KIND = (
    select(listing.c.name, listing.c.facts)
    .where(listing.c.community == bindparam("community"), listing.c.kind == bindparam("kind"))
    .order_by(listing.c.name)
)


async def _listed(reader: Reader, kind: str) -> list[tuple[str, dict[str, Any]]]:
    return [(row[0], json.loads(row[1])) for row in await reader.all(_OF_KIND, kind=kind)]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


async def partners_of(reader: Reader, _query: PartnersOf) -> tuple[Partner, ...]:
    """All partners."""
    return tuple(
        Partner(
            name=name,
            kind=facts.get("kind", ""),
            contact=facts.get("contact", ""),
            offers=facts.get("offers", ""),
            skills=tuple(facts.get("skills", ())),
            since=_day(facts.get("since")),
            until=_day(facts.get("until")),
        )
        for name, facts in await _listed(reader, "partner")
    )


async def resources_of(reader: Reader, _query: ResourcesOf) -> tuple[Resource, ...]:
    """All resources."""
    return tuple(
        Resource(
            name=name,
            provider=facts.get("provider", ""),
            place=facts.get("place", ""),
            open_times=facts.get("open_times", ""),
            slot_minutes=facts.get("slot_minutes") or 0,
            seats=facts.get("seats") or 0,
            lead_hours=facts.get("lead_hours") or 0,
        )
        for name, facts in await _listed(reader, "resource")
    )


async def captains_of(reader: Reader, _query: CaptainsOf) -> tuple[Captain, ...]:
    """The captains of all teams that have one."""
    return tuple(
        Captain(name, facts.get("theme", ""), facts["captain"])
        for name, facts in await _listed(reader, "team")
        if facts.get("captain")
    )


ANSWERS = {PartnersOf: partners_of, ResourcesOf: resources_of, CaptainsOf: captains_of}
