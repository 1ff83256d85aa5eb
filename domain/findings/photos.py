"""A place before and after it was put right: two photos of one finding, shown only where three things hold.

Whoever put it right agreed, somebody uninvolved saw that nothing on the photos tells of a person, and both photos are
still there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.query import Query

SORT, ASKED, FIT, UNFIT, WITHDRAWN = "photos", "asked", "confirmed", "rejected", "withdrawn"


@dataclass(frozen=True, slots=True)
class PlacePhotos:
    """The attachments that show one place, made anew from their pixels when they came."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FitPhotos(Query[Mapping[str, PlacePhotos]]):
    """The pairs that may be shown now, by the number of their finding; those put right since a moment."""

    since: int
