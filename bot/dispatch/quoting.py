"""A free reply to a card of the bot, in private: it goes to the command that takes replies to cards of that code."""

import re
from collections.abc import Mapping

from bot.understanding.answers import yes_or_no
from bot.understanding.folding import fold
from bot.understanding.kinds import CODES
from domain.command import Command
from domain.message import Message
from domain.reading import NONE, Reading

_FREE = frozenset({NONE, "confirm", "decline"})


def replied(message: Message, reading: Reading, takers: Mapping[str, Command]) -> tuple[Command, Reading] | None:
    """The command that takes this reply, and what it says; None where the message is something else."""
    if message.quote is None or not message.quote.of_bot or message.scene != "private" or reading.intent not in _FREE:
        return None
    for kind, command in takers.items():
        code = re.search(CODES[kind], message.quote.text)
        if code and message.text.strip():
            slots = {"ref": code[0], "text": message.text.strip(), "said": yes_or_no(fold(message.text)) or ""}
            return command, Reading(command.intent, slots)
    return None
