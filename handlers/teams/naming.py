"""Which team somebody means: its exact name, or the only one that the words are part of."""

from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.teams.team import Team, Teams
from handlers.teams import wording

_ANY = frozenset({"志愿队", "服务队", "志愿服务队"})


def team_said(request: Request) -> str:
    """The words for a team, empty where none was named."""
    said = str(request.answers.get("team") or request.slot("team") or "")
    return "" if said in _ANY else said


async def team_named(book: Book, said: str) -> Team:
    """The team of these words; refuses what fits none or several."""
    teams = await book.answer(Teams())
    exact = next((one for one in teams if one.name == said), None)
    if exact:
        return exact
    short = said.removesuffix("伍").removesuffix("队")
    near = tuple(one for one in teams if short and (short in one.name or short in one.theme))
    if len(near) == 1 and short in near[0].name:
        return near[0]
    raise Refusal(wording.unknown(said, near))
