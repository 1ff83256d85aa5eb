"""Free words that quote a card of the bot: they go to whatever the card's code is about, where that takes words."""

import re
from collections.abc import Mapping

from bot.dispatch import wording
from bot.understanding.answers import yes_or_no
from bot.understanding.folding import fold
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.matters.matter import MatterAt, OpenMatters
from domain.matters.ruling import REPLY, Ruling
from domain.members import AccountRef, SenderOf
from domain.message import Message
from domain.query import Book
from domain.reading import NONE, Reading
from domain.request import Request
from domain.roles import ANYONE
from domain.services.service import is_party

_CODE = re.compile("[A-Z][1-9][0-9]{0,11}(?![0-9A-Z])")
_LIST = re.compile(r"^2\. ", re.MULTILINE)
"""A quoted list names several matters, so that words alone say nothing about one of them."""
_WORDS = frozenset({NONE, "confirm", "decline"})
"""What is no command by itself; a bare 可以 may be the answer to a question."""
_MOST_CODES = 3
_PLAIN_ANSWERS = frozenset({"是", "是的", "对", "对的", "不是", "不是的", "不对"})
"""What can be nothing but an answer; 好的 may be said to anything."""


async def reply_to(message: Message, reading: Reading, book: Book, rulings: Mapping[str, Ruling]) -> Reading | None:
    """The message as a reply to the card it quotes, or None where that takes no words."""
    quote, words = message.quote, message.text.strip()
    if quote is None or not quote.of_bot or message.scene != "private" or reading.intent not in _WORDS or not words:
        return None
    if _LIST.search(quote.text):
        return None
    for code in dict.fromkeys(_CODE.findall(quote.text)[:_MOST_CODES]):
        matter = await book.answer(MatterAt(code))
        if matter is not None and matter.sort in rulings and rulings[matter.sort].reply:
            return Reading(REPLY, {"ref": code, "words": words, "said": yes_or_no(fold(words)) or ""})
    return None


def command_of(message: Message, reading: Reading, menu: Mapping[str, Command]) -> Reading | None:
    """The message as free words for the command whose card it quotes, or None where there is none."""
    quote, words = message.quote, message.text.strip()
    if quote is None or not quote.of_bot or message.scene != "private" or reading.intent not in _WORDS or not words:
        return None
    if reading.talk == "courtesy":
        return None
    for command in menu.values():
        title, slot = command.words.replies
        if title and quote.text.lstrip().startswith(title):
            return Reading(command.intent, {slot: words})
    return None


def may_be_bare(message: Message) -> bool:
    """Whether somebody said in private nothing but 是 or 不是."""
    return message.scene == "private" and fold(message.text.strip()) in _PLAIN_ANSWERS


async def bare_answer(message: Message, book: Book, rulings: Mapping[str, Ruling]) -> Reading | None:
    """A bare 是 or 不是 where no question is open: the answer to what was brought and still waits for the sender."""
    words = fold(message.text.strip())
    sender = await book.answer(SenderOf(AccountRef(message.channel, message.sender)))
    waiting = (one for one in await book.answer(OpenMatters()) if is_party(sender, one.facts.get("asked")))
    found = next((one for one in waiting if one.sort in rulings and rulings[one.sort].reply), None)
    return Reading(REPLY, {"ref": found.code, "words": "", "said": yes_or_no(words) or ""}) if found else None


async def _hand_over(request: Request, book: Book) -> Decision:
    """Give the words to the ruling; whoever it is not for changes nothing and learns nothing."""
    matter = await book.answer(MatterAt(str(request.slot("ref"))))
    reply = request.rulings[matter.sort].reply if matter and matter.sort in request.rulings else None
    if matter is None or reply is None:
        return Decision(Answer(wording.GREETING))
    decided = await reply(request, book, matter, str(request.slot("words") or ""))
    return Decision(Answer(wording.GREETING)) if decided is None else decided


command = Command(
    intent=REPLY,
    title="回复",
    words=Words(),
    who=ANYONE,
    where=Where.PRIVATE_ONLY,
    writes=True,
    asks_anyway=True,
    handle=_hand_over,
)
"""No words lead to it: only a quote does, or the answer to a question that was brought."""
