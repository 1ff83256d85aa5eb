"""What the settings may say about a group robot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.channels.secret import Secret
from bot.channels.wecom_webhook.account import Account, mistakes


@dataclass(frozen=True, slots=True)
class Settings:
    """The table of a channel of type ``wecom_webhook``."""

    url: Secret
    """The robot's whole webhook address; whoever has it can post as the robot."""
    room: str = "group"
    """The id under which the one group of this robot is bound."""

    def account(self, environment: Mapping[str, str]) -> Account:
        """The same with its secret in the open."""
        return Account(self.url.reveal(environment), self.room)

    def mistakes(self, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """What cannot be right, by its name with a sentence."""
        return mistakes(self.account(environment))
