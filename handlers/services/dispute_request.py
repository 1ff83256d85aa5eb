"""The command 调解: the other side is asked first, and only with both sides willing a mediator hears of it."""

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Target
from domain.matters.matter import NOBODY, Holder, OpenMatter, Step, concerns_of
from domain.members import FindSubjects, Subject
from domain.query import Book
from domain.refusal import Refusal
from domain.register.address import find_address, read_address
from domain.request import Request
from domain.roles import BOUND
from domain.services.service import ASKED, DISPUTE, MEDIATION
from handlers.bringing import brought, reachable
from handlers.cards import cards, hands
from handlers.services import wording


async def dispute_request(request: Request, book: Book) -> Decision:
    """Ask what it is about and with whom, then ask the other side, or have the grid worker ask."""
    subject = request.subject
    content = str(request.answers.get("content") or request.slot("content") or "").strip()
    if not content:
        return Decision(ask=Ask("content", wording.WHAT_HAPPENED, "text"))
    content, door = _discreet(content, subject)
    said = str(request.answers.get("other") or door).strip()
    if not said:
        return Decision(ask=Ask("other", wording.WITH_WHOM, "text"))
    other, present = await _other(book, subject, said)
    return await _opened(request, book, (subject, other), content, present=present)


def _discreet(content: str, own: Subject) -> tuple[str, str]:
    """The content without what tells whose it is, and the door of the other side where it names one."""
    place = find_address(content)
    shown = content.replace(own.name, wording.ME) if own.kind == "resident" else content
    if place is None or not place.address.is_home:
        return shown, ""
    if place.address.fits(read_address(own.address)):
        cut = content[: place.start] + wording.MY_HOME + content[place.end :]
        return cut.replace(own.name, wording.ME).replace(wording.MY_HOME_TWICE, wording.MY_HOME), ""
    return shown, str(place.address)


async def _other(book: Book, own: Subject, said: str) -> tuple[Subject, bool]:
    """The other side by its address or exact name; who lives there is never told."""
    place = find_address(said)
    named = FindSubjects(address=str(place.address)) if place else FindSubjects(name=said)
    found = [one for one in await book.answer(named) if not one.minor]
    if not found or (place is None and len(found) > 1):
        raise Refusal(wording.UNKNOWN_OTHER)
    if not set(concerns_of(own)).isdisjoint(concerns_of(found[0])) or own.id in {one.id for one in found}:
        raise Refusal(wording.OWN_SIDE)
    for one in found:
        if await reachable(book, Target("subject", str(one.id))):
            return one, True
    return found[0], False


async def _opened(
    request: Request, book: Book, sides: tuple[Subject, Subject], content: str, *, present: bool
) -> Decision:
    code, (own, other) = NewCode("P"), sides
    concerns = (*concerns_of(own), *concerns_of(other))
    opened = OpenMatter(
        code=code,
        sort=DISPUTE,
        state=ASKED,
        line=wording.DISPUTE_LINE,
        step=Step("asked", role="resident"),
        subject=own.id,
        grid=own.grid,
        holder=NOBODY if present else Holder("grid_worker"),
        concerns=concerns,
        facts={
            "topic": MEDIATION,
            "private": True,
            "content": content,
            "asker": f"subject:{own.id}",
            "other": f"subject:{other.id}",
            "other_at": other.address or other.name,
            "asked": f"subject:{other.id}" if present else "",
        },
    )
    if present:
        asked = await brought(request, book, Target("subject", str(other.id)), wording.willing(code, content), code)
    else:
        people = await hands(book, "grid_worker", own.grid, concerns)
        asked = cards(people, wording.ask_in_person(code, content, other))
    return Decision(Answer(wording.dispute_taken(code)), (opened, *asked))


command = Command(
    intent="dispute_request",
    title="调解",
    words=Words(
        names=(
            "调解",
            "申请调解",
        ),
        phrases=(
            r"(我|我们|我家|要|想|来|申请|请求|请|需要|求|帮忙|帮|能不能|社区|你们|给我们|给我|出面|找人|有人|给|可以)*(纠纷|矛盾|邻里)?调解(<一下>|邻里|纠纷|矛盾|个|员|我们|我家|问题|事情|这个事|申请|服务)*[\s,，:：。]*{content:rest}?",
            r"{content:before}[\s,，。！!；;]+(?:所以|就)?(?:我|我们|我家|要|想|来|得|申请|请求|请|需要|求|帮忙|帮我?|能不能|能|可以|你们|社区|给|麻烦|出面|找人|有人|给我们|来人|派人)*(调解)(<一下>|纠纷|矛盾|我们)*",
            "{content:before}(?:要|想|需要|申请|请求|请|求|麻烦|能不能|帮忙)(?:你们|社区|有人|人|给|给我们|来|帮忙|帮我|来人)*(调解)(<一下>|纠纷|矛盾)*",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATE_ONLY,
    writes=True,
    handle=dispute_request,
    examples={"调解 楼上漏水一直不修": {"content": "楼上漏水一直不修"}, "申请调解": {}},
)
