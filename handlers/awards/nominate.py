"""The command 提名: a neighbour for an award; the nominee is asked before anything is public."""

import re
from dataclasses import replace

from domain.awards.nomination import HOUSEHOLD, SORT, of_year, once, opened, who
from domain.awards.record import FamiliesAt, RecordOf
from domain.awards.screening import screen
from domain.awards.season import begins, takes_nominations
from domain.awards.wording import asked
from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Ask, Decision, Say, Target
from domain.masking import building_of
from domain.matters.matter import MattersSince
from domain.members import Subject
from domain.period import civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from domain.rules.awards import Award
from handlers.awards import wording
from handlers.bringing import brought, reachable
from handlers.subjects import Choice, subjects_named
from handlers.subjects_wording import WHICH_SUBJECT

_FAMILY = re.compile(r"^(?P<building>[0-9]+(栋|号楼|幢))的?(?P<surname>[一-鿿])(家|家庭)?$")
_REASON = 60


async def nominate(request: Request, book: Book) -> Decision:
    """Take a nomination, or say which condition is missing."""
    award, today = _award(request), civil(request.now)
    if not takes_nominations(request.rules.awards.process, today):
        raise Refusal(wording.not_now(request.rules.awards.process))
    nominee = await _nominee(request, book, award)
    if isinstance(nominee, Choice):
        return Decision(ask=Ask("subject", WHICH_SUBJECT, "choice", nominee.names))
    _check(request, award, nominee)
    earlier = of_year(await book.answer(MattersSince(SORT, begins(today.year))), today.year)
    if any((one.award, one.matter.facts["who"]) == (award.code, who(award, nominee)) for one in earlier):
        raise Refusal(wording.AGAIN.format(title=award.title))
    people = await book.answer(RecordOf(nominee.id, award.subject == HOUSEHOLD, today.year))
    missing = screen(award, people, today, request.rules).public
    if missing:
        return _answered(request, wording.missing(award, missing), ())
    return await _taken(request, book, award, nominee)


async def _taken(request: Request, book: Book, award: Award, nominee: Subject) -> Decision:
    code, reason = NewCode("P"), str(request.slot("reason") or "")[:_REASON]
    to = Target("subject", str(nominee.id))
    if not await reachable(book, to):
        raise Refusal(wording.NOT_HERE)
    year = civil(request.now).year
    matter = opened(code, award, nominee, year, {"by": request.subject.id, "reason": reason})
    effects = (matter, *await brought(request, book, to, asked(code, award, reason), code))
    decision = _answered(request, wording.taken(award), effects)
    return replace(decision, watches=(once(year, award, nominee),))


def _answered(request: Request, words: str, effects: tuple[object, ...]) -> Decision:
    """In a group everybody reads the same neutral sentence; what came of it is private."""
    if request.message.scene != "group":
        return Decision(Answer(words), effects)
    account = request.sender.account
    told = Say(Target("account", account.id, account.channel), words)
    return Decision(Answer(wording.IN_GROUP), (*effects, told))


def _award(request: Request) -> Award:
    said = str(request.slot("award") or "")
    awards = request.rules.awards.awards
    found = next((one for one in awards if said in {one.title, one.code}), None)
    if found is None or not request.slot("nominee"):
        raise Refusal(wording.which([one.title for one in awards]))
    return found


async def _nominee(request: Request, book: Book, award: Award) -> Subject | Choice:
    said = str(request.slot("nominee"))
    family = _FAMILY.match(said.strip())
    if family is None or award.subject != HOUSEHOLD:
        return await subjects_named(request, book, said)
    grid = request.grid.code if request.grid else ""
    found = await book.answer(FamiliesAt(family["building"], family["surname"], grid))
    exact = [one for one in found if building_of(one.address) == family["building"]]
    if len({one.household or one.address for one in exact}) != 1:
        raise Refusal(wording.write_the_flat(award.title, said))
    return exact[0]


def _check(request: Request, award: Award, nominee: Subject) -> None:
    kind = "resident" if award.subject == HOUSEHOLD else award.subject
    if nominee.kind != kind or nominee.minor:
        raise Refusal(wording.not_for(award))
    for own in request.sender.subjects:
        same_home = own.kind == "resident" and nominee.kind == "resident" and bool(_home(own) & _home(nominee))
        if own.id == nominee.id or same_home:
            raise Refusal(wording.OWN)
    if any(duty.unit == nominee.name for duty in request.sender.duties):
        raise Refusal(wording.OWN)


def _home(subject: Subject) -> set[str]:
    return {part for part in (subject.household, subject.address) if part}


command = Command(
    intent="nominate",
    title="提名",
    words=Words(
        names=(
            "提名",
            "推荐",
        ),
        phrases=("(我)?(提名|推荐评选)~{line:nomination}",),
    ),
    who=BOUND,
    where=Where.HERE,
    writes=True,
    handle=nominate,
    examples={
        "提名 五好家庭 3栋张家 理由 常年照顾孤老": {"award": "五好家庭", "nominee": "3栋张家", "reason": "常年照顾孤老"}
    },
)
