"""The company whose customer groups are posted to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.channels.wecom_groupmsg import wording

ADDRESS = "https://qyapi.weixin.qq.com"


@dataclass(frozen=True, slots=True)
class Account:
    """Which company this is, and where it is kept what waits for a group's owner."""

    corpid: str
    """The company's id."""
    secret: str = field(repr=False)
    """The secret of the app that may call 客户联系."""
    tasks_file: str = "data/groupmsg-tasks"
    """Where the tasks are kept that wait for a group's owner."""
    url: str = ADDRESS
    """Where the platform is."""


def mistakes(account: Account) -> Iterator[tuple[str, str]]:
    """The settings that cannot be right, each by its name with a sentence."""
    for name, sentence in (("corpid", wording.NO_CORP), ("secret", wording.NO_CREDENTIAL)):
        if not getattr(account, name).strip():
            yield name, sentence
    if not account.tasks_file.strip():
        yield "tasks_file", wording.NO_FILE
    if account.url != ADDRESS:
        yield "url", wording.NOT_SECURE
