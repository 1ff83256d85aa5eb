"""What the settings may say about the page without an account."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.channels.web_tip import wording


@dataclass(frozen=True, slots=True)
class Settings:
    """The table of a channel of type ``web_tip``."""

    address: str
    """Where people open the page, as it stands on posters; the operator's TLS or onion service is in front of it."""
    host: str = "127.0.0.1"
    port: int = 8091

    def mistakes(self, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:  # noqa: ARG002 - the shelf's shape
        """What cannot be right, by its name with a sentence."""
        parts = urlsplit(self.address)
        onion = parts.scheme == "http" and (parts.hostname or "").endswith(".onion")
        if not parts.hostname or not (parts.scheme == "https" or onion):
            yield "address", wording.NOT_ADDRESS
        if not 0 <= self.port < 65536:
            yield "port", wording.NOT_PORT
