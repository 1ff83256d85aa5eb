"""What the settings may say about 微信客服."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.channels.secret import Secret
from bot.channels.wecom_kf.account import Account, mistakes


@dataclass(frozen=True, slots=True)
class Settings:
    """The table of a channel of type ``wecom_kf``."""

    corpid: str
    secret: Secret
    open_kfid: str
    token: Secret
    aes_key: Secret
    cursor_file: str = "data/kf-cursor"
    """Where it is kept how far has been read."""
    host: str = "127.0.0.1"
    """Where the callback is listened for; a proxy with TLS stands in front."""
    port: int = 8090

    def account(self, environment: Mapping[str, str]) -> Account:
        """The same with its secrets in the open."""
        return Account(
            corpid=self.corpid,
            secret=self.secret.reveal(environment),
            open_kfid=self.open_kfid,
            token=self.token.reveal(environment),
            aes_key=self.aes_key.reveal(environment),
            cursor_file=self.cursor_file,
            host=self.host,
            port=self.port,
        )

    def mistakes(self, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """What cannot be right, by its name with a sentence."""
        return mistakes(self.account(environment))
