"""The pairs of photos that may be shown: looked through, agreed to, and both still there."""

import json
from collections.abc import Mapping

from sqlalchemy import bindparam, select

from domain.consents import ConsentsTo
from domain.findings.photos import FIT, SORT, FitPhotos, PlacePhotos
from storage.answering.consents import consents_to
from storage.reading import Reader
from storage.tables.attachments import attachment
from storage.tables.matters import matter

_PAIRS = (
    select(matter.c.subject, matter.c.facts)
    .where(
        matter.c.community == bindparam("community"),
        matter.c.sort == SORT,
        matter.c.state == FIT,
        matter.c.opened_at >= bindparam("since"),
    )
    .order_by(matter.c.opened_at)
)
_THERE = select(attachment.c.id).where(
    attachment.c.community == bindparam("community"), attachment.c.id == bindparam("wanted")
)


async def fit_photos(reader: Reader, query: FitPhotos) -> Mapping[str, PlacePhotos]:
    """By the number of the finding."""
    willing = await consents_to(reader, ConsentsTo("photos"))
    rows = [json.loads(facts) for subject, facts in await reader.all(_PAIRS, since=query.since) if subject in willing]
    wanted = {str(row[name]) for row in rows for name in ("before", "after")}
    there = {one for one in wanted if await reader.first(_THERE, wanted=one)}
    return {
        str(row["about"]): PlacePhotos(row["before"], row["after"])
        for row in rows
        if {row["before"], row["after"]} <= there
    }


ANSWERS = {FitPhotos: fit_photos}
