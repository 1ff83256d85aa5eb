"""Who may announce, and for which grid: staff for theirs, a captain for the own team."""

from dataclasses import dataclass

from domain.activities.activity import Organiser
from domain.decision import Ask
from domain.members import Duty
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import Role
from domain.teams.team import Team, Teams
from handlers.activities import wording

_STAFF: tuple[Role, ...] = ("grid_worker", "property", "partner", "secretary")


@dataclass(frozen=True, slots=True)
class Desk:
    """Who organises, in which grid, with which team."""

    organiser: Organiser
    grid: str
    team: Team | None = None


async def desk_of(request: Request, book: Book, *, lecture: bool) -> Desk | Ask:
    """The sender as an organiser, or the question for which of the own teams; refuses everybody else."""
    duty = _duty(request)
    if duty:
        grid = request.grid.code if request.grid and duty.serves(request.grid.code) else duty.grid
        if not grid:
            raise Refusal(wording.WHICH_GRID)
        return Desk(Organiser(person=duty.person, role=duty.role), grid)
    led = [] if lecture else await led_teams(request, book)
    if not led:
        raise Refusal(wording.NOT_AN_ORGANISER)
    chosen = request.answers.get("team")
    found = [one for one in led if one.name == chosen] or led
    if len(found) > 1:
        return Ask("team", wording.WHICH_TEAM, "choice", tuple(one.name for one in found[:9]))
    subject = request.subject
    return Desk(Organiser(subject=subject.id, role="captain"), subject.grid, found[0])


def _duty(request: Request) -> Duty | None:
    if request.message.scene == "group" and request.grid:
        return request.sender.duty(request.grid.code, *_STAFF)
    return next((one for one in request.sender.duties if one.role in _STAFF), None)


async def led_teams(request: Request, book: Book) -> list[Team]:
    """The teams whose captain the sender is."""
    own = {one.id for one in request.sender.subjects}
    return [one for one in await book.answer(Teams()) if one.captain and one.captain in own]
