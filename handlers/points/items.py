"""Which item and how many points a staff line means, and whether its confirmer may record it."""

from domain.members import Duty, Subject
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import Role
from domain.rules.catalogue import Item
from handlers.points import wording
from handlers.subjects import CHOICES, Choice

_VERIFIED_BY: dict[Role, tuple[str, ...]] = {
    "grid_worker": ("grid_worker", "volunteer_center", "property", "partner", "committee"),
    "secretary": ("grid_worker", "volunteer_center", "property", "partner", "committee"),
    "property": ("property",),
    "partner": ("partner",),
}


def item_meant(request: Request, subject: Subject) -> Item | Choice:
    """The item of the positive list; the nearest three where the words are none of its names."""
    if request.reading.oddities:  # before a choice is offered: an odd number is never passed over
        raise Refusal(wording.whole_points(request.reading.oddities[0]))
    said = str(request.answers.get("item") or request.slot("item"))
    if any(word in said for word in request.rules.catalogue.forbidden_words):
        raise Refusal(wording.forbidden_item(said))
    found = request.rules.find_items(subject.kind, said)
    if found.exact:
        return found.exact
    if not found.near:
        raise Refusal(wording.unknown_item(said))
    return Choice(tuple(item.title for item in found.near[:CHOICES]))


def points_meant(request: Request, item: Item) -> int:
    """Whole points: one unit where none were said, else a multiple of the unit within the cap (conflict 4)."""
    said = request.slot("points")
    points = item.points if said is None else int(said)
    if points <= 0 or points % item.points or points > item.cap_points:
        raise Refusal(wording.wrong_points(item))
    return points


def check_verifier(item: Item, duty: Duty) -> None:
    """Refuse an item that posts by itself or that somebody else confirms."""
    if item.verifier == "system":
        raise Refusal(wording.by_itself(item))
    if item.verifier not in _VERIFIED_BY[duty.role]:
        raise Refusal(wording.OTHER_VERIFIER)
