"""The command 合伙人: who is with the community, by type, with what each offers; never a phone."""

from domain.command import Command, Where, Words
from domain.consents import ConsentOf
from domain.decision import Answer, Decision
from domain.partners import KINDS, Partner, PartnersOf
from domain.period import civil
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from handlers.parties import subject_named
from handlers.partners import wording


async def partner_list(request: Request, book: Book) -> Decision:
    """Units by name; people who help with their skill only where they agreed to be named."""
    today = civil(request.now)
    held = [one for one in await book.answer(PartnersOf()) if one.holds(today)]
    if not held:
        return Decision(Answer(wording.NO_PARTNERS))
    units = {kind: [one for one in held if one.kind == kind] for kind in KINDS if kind != "talent"}
    talents = [one for one in held if one.kind == "talent"]
    named = [one for one in talents if await _agrees(book, one)]
    return Decision(Answer("", wording.partners(units, named, len(talents) - len(named))))


async def _agrees(book: Book, talent: Partner) -> bool:
    subject = await subject_named(book, talent.name, person=True)
    return subject is not None and bool(await book.answer(ConsentOf(subject.id, "publicity")))


command = Command(
    intent="partner_list",
    title="合伙人",
    words=Words(
        names=("合伙人",),
        phrases=(
            "(<看>|<一下>|有|哪些|社区)*<的>?(信用|社区|共建)?(合伙人|共建单位|合作商户)(<看>|<一下>|有|哪些|是|谁|都|名单|列表|什么)*",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=partner_list,
    examples={"合伙人": {}},
)
