"""Free words that quote a card of the bot: they go to whatever the card's code is about, where that waits for words."""

import re
from collections.abc import Mapping

from bot.dispatch import wording
from domain.command import ANYONE, Command, Where, Words
from domain.decision import Answer, Decision
from domain.matters.matter import Matter, MatterAt
from domain.matters.ruling import Reply, Ruling
from domain.matters.standing_by import duty_for
from domain.message import Message
from domain.query import Book
from domain.reading import NONE, Reading
from domain.request import Request

INTENT = "reply"
_CODE = re.compile("[A-Z][1-9][0-9]{0,11}(?![0-9A-Z])")
_WORDS = frozenset({NONE, "confirm", "decline"})
"""What is no command by itself; a bare 可以 may be the answer to a question."""
_MOST_CODES = 3


async def reply_to(message: Message, reading: Reading, book: Book, rulings: Mapping[str, Ruling]) -> Reading | None:
    """The message as a reply to the card it quotes, or None where that waits for nothing of the kind."""
    quote = message.quote
    if quote is None or not quote.of_bot or message.scene != "private" or reading.intent not in _WORDS:
        return None
    for code in dict.fromkeys(_CODE.findall(quote.text)[:_MOST_CODES]):
        matter = await book.answer(MatterAt(code))
        if matter is not None and _listener(matter, rulings):
            return Reading(INTENT, {"ref": code, "words": message.text.strip()})
    return None


def _listener(matter: Matter, rulings: Mapping[str, Ruling]) -> Reply | None:
    ruling = rulings.get(matter.sort)
    return ruling.reply if ruling else None


async def _hand_over(request: Request, book: Book) -> Decision:
    """Give the words to the ruling; whoever it is not for changes nothing and learns nothing."""
    matter = await book.answer(MatterAt(str(request.slot("ref"))))
    listener = _listener(matter, request.rulings) if matter else None
    if matter is None or listener is None or not _for(request, matter):
        return Decision(Answer(wording.GREETING))
    if matter.closed_at is not None:
        return Decision(Answer(wording.ALREADY_ANSWERED))
    return await listener(request, book, matter, str(request.slot("words")))


def _for(request: Request, matter: Matter) -> bool:
    own = matter.subject in {one.id for one in request.sender.subjects}
    past = any(step.person in {duty.person for duty in request.sender.duties} for step in matter.steps)
    return own or past or duty_for(request.sender, matter) is not None


REPLY = Command(
    intent=INTENT,
    title="回复",
    words=Words(),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    writes=True,
    handle=_hand_over,
)
"""No words lead to it: only a quote does."""
