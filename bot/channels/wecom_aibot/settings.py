"""What the settings may say about a 智能机器人."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.channels.secret import Secret
from bot.channels.wecom_aibot.account import ADDRESS, Account, mistakes


@dataclass(frozen=True, slots=True)
class Settings:
    """The table of a channel of type ``wecom_aibot``."""

    bot_id: str
    secret: Secret
    url: str = ADDRESS
    called: str = ""
    """The robot's name in WeCom; empty takes off the first ``@`` word of what is said to it."""

    def account(self, environment: Mapping[str, str]) -> Account:
        """The same with its secret in the open."""
        return Account(self.bot_id, self.secret.reveal(environment), self.url, self.called)

    def mistakes(self, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """What cannot be right, by its name with a sentence."""
        return mistakes(self.account(environment))
