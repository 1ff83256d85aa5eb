"""What the settings may say about a WeChat channel."""

from dataclasses import dataclass

from bot.channels.secret import Secret
from bot.channels.tables import checked, host_and_port


@dataclass(frozen=True, slots=True)
class Settings:
    """The table of a channel of type ``wechaty``."""

    token: Secret
    endpoint: str = checked(host_and_port)
    """Where the gateway is, ``host:port``."""
    tls: bool = True
    ca_file: str = ""
    """The certificate of whoever signed the gateway's; empty means those that the machine trusts."""
    accept_friends: bool = True
    accept_rooms_from: tuple[str, ...] = ()
    """Account ids whose invitations are accepted; ``*`` stands for anybody."""
    switch_seconds: int = 0
    """How long the account rests before it turns to another chat; gateways with a safe mode want 3 to 5."""
