"""The command 我的证书: lists the sender's certificates, hands one out again, and verifies a number."""

from domain.awards.certificates import papers
from domain.awards.nomination import CERTIFICATE
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.matters.matter import MatterAt, MattersOf
from domain.members import SubjectAt
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.roles import BOUND
from handlers.awards import wording


async def certificate(request: Request, book: Book) -> Decision:
    """Without a number the list, with one the paper of the sender's own or what anybody may know of it."""
    if ref := str(request.slot("ref") or ""):
        return await _one(request, book, ref)
    rows = [
        wording.row(one)
        for subject in request.sender.subjects
        for one in await book.answer(MattersOf(subject.id, CERTIFICATE))
    ]
    return Decision(Answer(wording.listed(rows) if rows else wording.NO_CERTIFICATES))


async def _one(request: Request, book: Book, ref: str) -> Decision:
    found = await book.answer(MatterAt(ref))
    if found is None or found.sort != CERTIFICATE:
        raise Refusal(wording.UNKNOWN.format(ref=ref))
    subject = await book.answer(SubjectAt(found.subject))
    if subject is None or subject.id not in {one.id for one in request.sender.subjects}:
        return Decision(Answer(wording.verified(found, subject)))
    _, printed = papers(found, subject, request.at)
    return Decision(Answer(wording.own(found), file=printed.id), (printed,))


command = Command(
    intent="certificate",
    title="我的证书",
    words=Words(
        names=("我的证书",),
        phrases=(
            "(<看>|<一下>|打|出|要|给我|个|一份|张)*(<我>)?<的>?(荣誉|信用|志愿)?证书(<看>|<一下>|给我|发|有|哪些|在哪)*~({ref:any})?",
        ),
    ),
    who=BOUND,
    where=Where.PRIVATELY,
    handle=certificate,
    examples={"我的证书": {}},
)
