"""The command 认领: who has the skill takes a request on, and both sides talk through the bot."""

from domain.command import Command, Where, Words
from domain.decision import Answer, Card, Decision, Say, Target, Urgency
from domain.matters.matter import Matter, MatterAt, MoveMatter, OpenMatters, Step
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.services.service import CLAIMED, OPEN, SORTS, is_party, target_of
from handlers.services import wording
from handlers.services.claimants import Claimant, claimant


async def claim(request: Request, book: Book) -> Decision:
    """Take it on, if it is open and the sender may."""
    matter = await _meant(request, book)
    who = await claimant(request, book, matter)
    if matter.state == CLAIMED and who.party == matter.facts.get("helper"):
        raise Refusal(wording.YOURS_ALREADY.format(code=matter.code))
    if matter.state != OPEN:
        raise Refusal(wording.TAKEN.format(code=matter.code))
    return taken(matter, who, request.at)


async def _meant(request: Request, book: Book) -> Matter:
    code = str(request.slot("ref") or "")
    if not code:
        offered = [one for one in await book.answer(OpenMatters()) if _offered(request, one)]
        if len(offered) != 1:
            raise Refusal(wording.WHICH)
        code = offered[0].code
    matter = await book.answer(MatterAt(code))
    if matter is None or matter.sort not in SORTS:
        raise Refusal(wording.NOT_FOR_YOU.format(code=code))
    return matter


def _offered(request: Request, matter: Matter) -> bool:
    helpers = matter.facts.get("helpers", ())
    return matter.sort in SORTS and matter.state == OPEN and any(is_party(request.sender, one) for one in helpers)


def taken(matter: Matter, who: Claimant, at: int) -> Decision:
    """The matter in the claimant's hand, and everybody in it told."""
    moved = MoveMatter(
        matter=matter,
        state=CLAIMED,
        step=Step("claimed", who.person, who.role),
        holder=who.holder,
        facts={"helper": who.party, "helper_kind": who.kind, "earner": who.earner, "claimed_at": at, "nudged": False},
    )
    card = wording.claimed(matter, who.kind)
    told = [_say(to, card) for part in ("asker", "other") if (to := target_of(str(matter.facts.get(part, ""))))]
    return Decision(Answer(wording.yours(matter)), (moved, *told), (matter.watch,))


def _say(to: Target, card: Card) -> Say:
    return Say(to, "", card, urgency=Urgency.NOTICE)


command = Command(
    intent="claim",
    title="认领",
    words=Words(
        names=(
            "认领",
            "接单",
        ),
        phrases=(
            "(我|我们|我们?队|我们?店|我们?单位|我来|来|要|想|可以|给我|帮我|能)*(认领|接单|认下|认)(<一下>|了|这个|那个|项目|任务|求助|单子|单|一个|[:：])*~({ref:project})(…)",
            "(我|我们|我来|来|要|想)*(认领|接单)(<一下>|了|这个|这单)*",
            r"(把|将|这个|那个|这单)?{ref:project}(项目|任务|求助|这个|那个|的|单|给|,|，|\s)*(我|我们|由我|归我|给我|我们队|让我|来|要|想|可以|能|队)*(认领|接单|接了|认了|接下|来接|认|接手|来做|我来|交给我)(了|<一下>|吧)*",
        ),
        quoted="project",
    ),
    who=frozenset({"grid_worker", "partner", "secretary", "resident"}),
    where=Where.PRIVATELY,
    writes=True,
    asks_anyway=True,
    handle=claim,
    examples={"认领 P8": {"ref": "P8"}, "P15 我来认领": {"ref": "P15"}},
)
