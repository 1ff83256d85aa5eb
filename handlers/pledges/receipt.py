"""What a signature leaves: the signer's copy, and the running count in a group."""

from domain.attachments import KeepAttachment
from domain.code import NewCode
from domain.consents import ConsentsTo
from domain.document_files import attachment_of
from domain.documents import PledgeCopySheet
from domain.masking import masked_name
from domain.matters.matter import OpenMatters
from domain.members import Subject, SubjectAt
from domain.period import SHANGHAI
from domain.pledges import SORT, text_version
from domain.pledges_wording import SHOWN_NAMES, count
from domain.query import Book
from domain.request import Request
from domain.rules.pledges import Pledge
from handlers.pledges import wording


def signers_copy(request: Request, subject: Subject, pledge: Pledge, code: NewCode) -> KeepAttachment:
    """The paper with text, version, words, time and receipt."""
    local = request.now.astimezone(SHANGHAI)
    sheet = PledgeCopySheet(
        community=request.outside.entrance.community,
        title=pledge.title,
        text=wording.copy_text(pledge),
        signer=subject.name,
        version=text_version(pledge),
        time=f"{local.year}年{local.month}月{local.day}日 {local:%H:%M:%S}",
        receipt=str(code),
    )
    return attachment_of(sheet, wording.COPY_NAME)


async def running(book: Book, subject: Subject, pledge: Pledge) -> str:
    """The running count of the grid, the one who signs now among them; names only of those who agreed to it."""
    held = await book.answer(OpenMatters(grid=subject.grid, sort=SORT))
    signers = [one.subject for one in held if one.facts["pledge"] == pledge.code and one.subject != subject.id]
    signers.append(subject.id)
    levels = await book.answer(ConsentsTo("publicity"))
    named = [number for number in dict.fromkeys(signers) if number in levels][: SHOWN_NAMES + 1]
    found = [await book.answer(SubjectAt(number)) for number in named]
    names = [one.name if levels[one.id] == "full" else masked_name(one) for one in found if one and not one.minor]
    return count(pledge.name, len(set(signers)), names)
