"""Where an answer goes: to the room or privately, as the command and the scene have it (product.md 2, a and b)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dispatch.case import Case
from domain.command import Command, Where
from domain.decision import Answer, Say, Target
from domain.message import Message
from domain.questions import Place

_WHERE_SAID = frozenset({Where.HERE, Where.STAFF, Where.PRIVATE_ONLY})
"""What belongs into the private chat only is answered in a group by the neutral sentence, where it was said."""


def private_chat(message: Message) -> Target:
    """The private chat with whoever wrote."""
    return Target("account", message.sender, message.channel)


def same_chat(message: Message) -> Target:
    """The chat the message came from."""
    return Target("room", message.room, message.channel) if message.scene == "group" else private_chat(message)


def here(message: Message, text: str) -> Say:
    """A sentence in the chat the message came from; in a group it mentions who wrote."""
    mentions = ((message.sender, message.sender_name),) if message.scene == "group" else ()
    return Say(same_chat(message), text, mentions=mentions)


def addressed(message: Message, command: Command, answers: Sequence[Answer], hint: str) -> Sequence[Say]:
    """The messages that carry answers; in a group one hint is enough, however much goes to the private chat."""
    if not answers:
        return ()
    privately = message.scene == "group" and command.where not in _WHERE_SAID
    apart = [one.privately or (privately and not one.here) for one in answers]
    said = [(_private if alone else _spoken)(message, one) for alone, one in zip(apart, answers, strict=True)]
    return (*said, here(message, hint)) if message.scene == "group" and any(apart) else said


def _private(message: Message, answer: Answer) -> Say:
    return Say(private_chat(message), answer.text, answer.card, file=answer.file)


def _spoken(message: Message, answer: Answer) -> Say:
    return replace(here(message, answer.text), card=answer.card, file=answer.file)


def asked_at(case: Case) -> Place:
    """Where the answer to a question will come from: the chat in which the question is read."""
    return case.place if case.command.where in _WHERE_SAID else Place(case.place.account)
