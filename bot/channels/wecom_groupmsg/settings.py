"""What the settings may say about customer groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.channels.secret import Secret
from bot.channels.wecom_groupmsg.account import Account, mistakes


@dataclass(frozen=True, slots=True)
class Settings:
    """The table of a channel of type ``wecom_groupmsg``."""

    corpid: str
    secret: Secret
    tasks_file: str = "data/groupmsg-tasks"
    """Where the tasks are kept that wait for a group's owner."""

    def account(self, environment: Mapping[str, str]) -> Account:
        """The same with its secret in the open."""
        return Account(self.corpid, self.secret.reveal(environment), self.tasks_file)

    def mistakes(self, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """What cannot be right, by its name with a sentence."""
        return mistakes(self.account(environment))
