"""Open questions: what an answer to one is, and what becomes of the question."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from bot.dispatch import wording
from bot.understanding.answers import backs_out, chosen, heard, waves_away
from bot.understanding.folding import fold
from bot.understanding.small_talk import talk_of
from domain.decision import Ask
from domain.message import Message
from domain.questions import OpenQuestion
from domain.reading import NONE, Reading
from domain.tips.receipts import is_bare, parted

_ASKS_ON = re.compile("进度|进展|状态|到哪|咋个?样|怎么?样|如何|下文|奖|谁|补充|撤")
"""Words beside a receipt that make it a command of its own."""


def choices_as_words(ask: Ask) -> str:
    """The question as it is shown, its choices numbered."""
    if not ask.choices:
        return ask.words
    return "\n".join([ask.words, *(f"{number}. {choice}" for number, choice in enumerate(ask.choices, 1))])


def opened(intent: str, reading: Reading, ask: Ask, now: datetime, answers: dict[str, bool | str]) -> OpenQuestion:
    """The question to keep."""
    expires = now + timedelta(minutes=ask.minutes)
    return OpenQuestion(intent, dict(reading.slots), ask, int(expires.timestamp() * 1000), {**answers, **ask.facts})


def ending(ask: Ask, said: str) -> str | None:
    """The sentence that a no ends the matter with, or None where the handler wants to hear the no itself."""
    if ask.on_wave is not None and waves_away(fold(said)):
        return ask.on_wave
    if ask.on_no is None and ask.kind in {"text", "choice", "receipt"}:
        return wording.LET_GO
    if ask.on_no is not None and ask.kind == "yes_no" and talk_of(fold(said)) == "correction":
        return f"{ask.on_no}{wording.IN_FULL}"
    return ask.on_no


def resume(question: OpenQuestion, message: Message, reading: Reading) -> OpenQuestion | None:
    """The question with this message as its answer, or None where the message is something else.

    A bare yes answers nothing where words were asked for: the handler runs again without an answer and asks once more.
    So it does with a photo that comes before its turn.
    """
    if question.ask.kind == "text" and reading.intent == "confirm":
        return question
    if question.ask.photo_too and message.kind == "image":
        return question
    waved = (
        question.ask.on_wave is not None and reading.intent in {NONE, "decline", question.intent} and message.addressed
    )
    said = fold(message.text.strip())
    answer = False if waved and waves_away(said) else _answer(question.ask, message, reading)
    if answer is None and message.addressed:
        answer = heard(said, question.ask.yes, question.ask.no)
    if answer is None:
        return None
    return replace(question, answers={**question.answers, question.ask.step: answer})


def reminder(question: OpenQuestion | None, reading: Reading) -> str | None:
    """What is still awaited, where a message neither answers it nor is anything else; the question stays open."""
    if question is None or reading.who_reported or reading.several:
        return None
    kind = question.ask.kind
    if reading.intent == "confirm":
        return {"photo": wording.SEND_PHOTO, "choice": wording.CHOOSE, "receipt": question.ask.words}.get(kind)
    if (
        reading.intent != NONE
        or reading.talk in {"courtesy", "others", "voice", "undo", "emergency"}
        or reading.suggestions
    ):
        return None
    if kind == "yes_no":
        # Where a no does something too, the question itself says what.
        return wording.STILL_ASKED if question.ask.on_no is not None else wording.still_asked(question.ask)
    return {"choice": wording.CHOOSE, "receipt": question.ask.words}.get(kind)


def _answer(ask: Ask, message: Message, reading: Reading) -> bool | str | None:
    if ask.kind == "text" and backs_out(fold(message.text)):
        return False
    if ask.kind == "yes_no":
        # Whoever corrects what was asked about (不对，是后天) says no to it as it stands.
        corrects = reading.talk == "correction" and ask.on_no is not None
        return False if corrects else {"confirm": True, "decline": False}.get(reading.intent)
    if reading.intent == "decline":
        return False
    if ask.kind == "photo" or message.kind == "image":
        return True if ask.kind == "photo" and message.kind == "image" else None
    return _words(ask, message, reading)


def _words(ask: Ask, message: Message, reading: Reading) -> str | None:
    said = message.text.strip()
    if ask.kind == "receipt":
        return said if is_bare(said) or (parted(said)[0] and not _ASKS_ON.search(said)) else None
    if reading.intent not in {NONE, "confirm"} or not message.addressed:
        return None
    if ask.kind == "text":
        return None if reading.talk == "unfinished" else said or None
    return said if said in ask.choices else chosen(said, ask.choices)
