"""代办: at the service desk somebody without a phone is acted for, standing beside (product.md section 1).

Nothing leads from the bot to the counter: what it says there lies in the outbox until it is handed over on paper or
read out, so that nothing is lost where nobody stands there any more.
"""

from dataclasses import dataclass
from typing import Final

from domain.command import Command
from domain.decision import Target
from domain.members import AccountRef
from domain.outbox import Mark, Owed
from domain.query import Query

COUNTER: Final = "counter"
"""The channel that messages from the counter name; no configured channel may be called so."""
_OF_AN_ACCOUNT: Final = frozenset({"bind", "unbind", "switch_subject", "tips_mute", "tips_unmute"})


@dataclass(frozen=True, slots=True)
class WaitingFor(Query[tuple[Owed, ...]]):
    """What is due to somebody and was never tried, oldest first; sealed messages are not among them."""

    target: Target
    now: int


def account_of(subject: int) -> AccountRef:
    """The account that stands for a subject at the counter; it speaks for that subject alone."""
    return AccountRef(COUNTER, str(subject))


def may_be_done_for(command: Command) -> bool:
    """False for what has to stay between the bot and a person's own account: tip-offs, bindings, subscriptions."""
    return not command.confidential and command.intent not in _OF_AN_ACCOUNT


def handed_over(owed: Owed, now: int) -> Mark:
    """The person read it or holds it on paper; ``now`` in epoch ms."""
    return Mark(owed.id, "sent", owed.attempts + 1, now, sent_at=now, served=owed.served)
