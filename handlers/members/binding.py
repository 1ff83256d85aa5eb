"""Binding an account to a subject of the register: by the registered phone, otherwise by the grid worker."""

import re
from datetime import timedelta

from domain.code import NewCode
from domain.decision import Answer, Ask, Decision, Say, Target, Urgency, Watch
from domain.enrolment import AccountsOf
from domain.keeping import GuardianOf
from domain.matters.matter import NOBODY, Holder, Matter, MattersSince, OpenMatter, Step, concerns_of
from domain.members import Bind, Duty, FindSubjects, Subject, Switch, TailFits, watch_key
from domain.numerals import fold
from domain.query import Book
from domain.refusal import Refusal
from domain.register.address import find_address
from domain.request import Request
from domain.roles import Role
from handlers.cards import cards, hands
from handlers.members import wording

_TRIES = 3
_TAIL, _PHONE = 4, 11
_ANSWER_WITHIN = timedelta(days=3)


async def bind(request: Request, book: Book) -> Decision:
    """Ask for what is missing, show the notice, compare the phone's last digits."""
    name, address = _said(request)
    if not (name and address):
        return Decision(ask=Ask("address", wording.ADDRESS, "text") if name else Ask("name", wording.NAME, "text"))
    subject = await _meant(request, book, name, address)
    tries = await _today(request, book)
    _refuse_waiting(subject, tries)
    if "notice" not in request.answers:
        return Decision(ask=Ask("notice", wording.notice(subject.name), on_no=wording.DECLINED))
    if subject.minor:
        ties = (Bind(request.sender.account, subject.id), Switch(request.sender.account, request.sender.active))
        return Decision(Answer(wording.ward_bound(subject)), ties, (_watch(request),))
    second = bool(await book.answer(AccountsOf(subject.id)))
    if second or not await book.answer(TailFits(subject.id, "")):
        return await _handed_on(request, book, subject, second=second)
    if "tail" not in request.answers:
        return Decision(ask=Ask("tail", wording.TAIL, "text"))
    return await _compared(request, book, subject, sum(one.state == "missed" for one in tries))


def _said(request: Request) -> tuple[str, str]:
    """Name and address from the message and the answers; whoever is asked for the name may say both at once."""
    name, address = (str(request.answers.get(key) or request.slot(key) or "").strip() for key in ("name", "address"))
    if "name" not in request.answers:
        return name, address
    place = find_address(name)
    if place and not address:
        name, address = f"{name[: place.start]} {name[place.end :]}", name[place.start : place.end]
    name = wording.name_in(name)
    if not name:
        raise Refusal(wording.NO_NAME)
    return name, address


async def _meant(request: Request, book: Book, name: str, address: str) -> Subject:
    place = find_address(address)
    if place is None:
        raise Refusal(wording.NO_ADDRESS)
    found = await book.answer(FindSubjects(name, str(place.address)))
    if len(found) != 1:
        raise Refusal(wording.SEVERAL if found else wording.NOT_FOUND)
    if any(one.id == found[0].id for one in request.sender.subjects):
        raise Refusal(wording.ALREADY)
    if found[0].minor and not await _guarded(request, book, found[0]):
        raise Refusal(wording.MINOR)
    return found[0]


async def _guarded(request: Request, book: Book, minor: Subject) -> bool:
    """True where whoever asks is bound as the registered guardian of the same household."""
    guardian = await book.answer(GuardianOf(minor.id))
    own = [one for one in request.sender.subjects if one.name == guardian and not one.minor]
    return any(set(concerns_of(one)) & set(concerns_of(minor)) for one in own)


async def _today(request: Request, book: Book) -> tuple[Matter, ...]:
    """What this account tried today, and what of it still waits for the worker."""
    account = request.sender.account
    midnight = request.now.replace(hour=0, minute=0, second=0, microsecond=0)
    since = int((midnight - _ANSWER_WITHIN).timestamp() * 1000)
    found = await book.answer(MattersSince("binding", since))
    own = (one for one in found if (one.facts["channel"], one.facts["account"]) == (account.channel, account.id))
    today = int(midnight.timestamp() * 1000)
    return tuple(one for one in own if one.closed_at is None or one.opened_at >= today)


def _refuse_waiting(subject: Subject, tries: tuple[Matter, ...]) -> None:
    if any(one.closed_at is None and one.subject == subject.id for one in tries):
        raise Refusal(wording.WAITING)
    if sum(one.state == "missed" for one in tries) >= _TRIES:
        raise Refusal(wording.NO_TRIES)


async def _compared(request: Request, book: Book, subject: Subject, missed: int) -> Decision:
    tail = _tail(fold(str(request.answers["tail"])))
    if tail is None:
        return await _handed_on(request, book, subject, second=False)
    watch = _watch(request)
    if await book.answer(TailFits(subject.id, request.outside.phone_mark(tail))):
        return Decision(Answer(wording.bound(subject)), (Bind(request.sender.account, subject.id),), (watch,))
    try_ = _opened(request, subject, NOBODY, second=False)
    left = _TRIES - missed - 1
    if left:
        return Decision(Answer(wording.missed(left)), (try_,), (watch,))
    handed = await _handed_on(request, book, subject, second=False)
    return Decision(Answer(wording.missed(0)), (try_, *handed.effects), (watch,))


def _tail(said: str) -> str | None:
    """The four digits in an answer, however they are said; of a whole phone number its last ones."""
    found = re.findall("[0-9]+", re.sub(r"(?<=[0-9])[ -]+(?=[0-9])", "", said))
    return found[0][-_TAIL:] if len(found) == 1 and len(found[0]) in {_TAIL, _PHONE} else None


async def _handed_on(request: Request, book: Book, subject: Subject, *, second: bool) -> Decision:
    role, people = await _deciders(book, subject)
    opened = _opened(request, subject, Holder(role), second=second)
    told = cards(people, wording.card(opened.line))
    first = Say(Target("subject", str(subject.id)), wording.OTHER_ACCOUNT, urgency=Urgency.NOTICE)
    return Decision(Answer(wording.HANDED_ON), (opened, *told, *((first,) if second else ())), (_watch(request),))


async def _deciders(book: Book, subject: Subject) -> tuple[Role, tuple[Duty, ...]]:
    roles: tuple[Role, ...] = ("grid_worker", "secretary")
    for role in roles:
        if people := await hands(book, role, subject.grid, concerns_of(subject)):
            return role, people
    return "secretary", ()


def _opened(request: Request, subject: Subject, holder: Holder, *, second: bool) -> OpenMatter:
    state = "asked" if holder.role else "missed"
    account = request.sender.account
    return OpenMatter(
        code=NewCode("K", int(holder.role is None)),
        sort="binding",
        state=state,
        line=wording.line(subject, second=second),
        step=Step(state, role="resident"),
        subject=subject.id,
        grid=subject.grid,
        holder=holder,
        concerns=concerns_of(subject),
        due_at=int((request.now + _ANSWER_WITHIN).timestamp() * 1000) if holder.role else None,
        facts={"channel": account.channel, "account": account.id},
        closed=holder.role is None,
    )


def _watch(request: Request) -> Watch:
    return Watch(watch_key(request.sender.account), request.sender.version)
