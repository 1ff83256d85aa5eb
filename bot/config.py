"""The operator's settings: one TOML file, every mistake told at once with its path."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from bot.channels import tables_wording
from bot.channels.tables import Configured, hidden, read_channels
from bot.secrets import is_open
from bot.toml.reading import read_toml, structure
from domain.mistake import Mistake
from domain.text import clean

PORT_FROM = "GRIDBOT_PORT"
_DRIVERS = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")
_OTHER_BOOK = (
    "数据库网址要以 sqlite+aiosqlite:/// 或 postgresql+asyncpg:// 开头；留空就用数据目录里的 SQLite 文件，请改好"
)
_LONGEST_NAME = 40
_BAD_NAME = f"名字要写 1 到 {_LONGEST_NAME} 个字，请改好"
_HIDDEN = "名字前后有空格，或者夹着看不见的符号，请重新打一遍"
_BAD_PORT = "端口要在 1 到 65535 之间，现在写的是 {port}，请改好"
_UNREADABLE = (
    "没有这个配置文件，或者读不了。请看看路径写得对不对；想从样例开始，把 config.example.toml 抄成 config.toml"
)
_OVERHEARD = "数据库不在本机，网址末尾要加上 ?ssl=verify-full，不然路上的人能看到账本"


@dataclass(frozen=True, slots=True)
class CommunitySettings:
    """Which community this bot serves; ``id`` is the first part of every key in the book."""

    id: str = "longjiang"
    name: str = "龙江社区"


@dataclass(frozen=True, slots=True)
class BotSettings:
    """What the bot is called in the chats, and the address behind its QR code; empty means it is searched by name."""

    name: str = "网格小信"
    link: str = ""


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """Where the book is; empty means a SQLite file in the data directory."""

    url: str = ""


@dataclass(frozen=True, slots=True)
class WebSettings:
    """The pages; they listen on loopback only."""

    port: int = 8080


@dataclass(frozen=True, slots=True)
class RulesSettings:
    """A directory with the community's own rule files; empty means the default rules."""

    directory: str = ""


@dataclass(frozen=True, slots=True)
class DataSettings:
    """Where the book, keys and pictures lie, and where its nightly copies go; empty means inside the same directory."""

    directory: str = "data"
    backups: str = ""


@dataclass(frozen=True, slots=True)
class PublishingSettings:
    """The font of pictures and papers; empty means one that is found on this machine."""

    font: str = ""


@dataclass(frozen=True, slots=True)
class NamesSettings:
    """Names of the three libraries (people, resources, needs) and the three platforms (talks, services, works)."""

    libraries: tuple[str, ...] = ("人才库", "资源库", "需求库")
    platforms: tuple[str, ...] = ("议事平台", "服务平台", "展示平台")


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; ``channels`` holds the settings of each channel by its name, typed by its own package."""

    community: CommunitySettings = field(default_factory=CommunitySettings)
    bot: BotSettings = field(default_factory=BotSettings)
    database: DatabaseSettings = field(default_factory=DatabaseSettings)
    web: WebSettings = field(default_factory=WebSettings)
    rules: RulesSettings = field(default_factory=RulesSettings)
    data: DataSettings = field(default_factory=DataSettings)
    publishing: PublishingSettings = field(default_factory=PublishingSettings)
    names: NamesSettings = field(default_factory=NamesSettings)
    channels: Mapping[str, Configured] = field(default_factory=dict)


class BrokenConfig(Exception):  # noqa: N818 - named for the person who reads it
    """Settings that cannot be used, with every mistake in them."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(["配置有误，请改好再启动：", *map(str, self.mistakes)]))


def read_config(raw: bytes, file: str) -> Config:
    """The settings of a TOML text; BrokenConfig names every mistake."""
    data, mistakes = read_toml(raw, file)
    if data is None:
        raise BrokenConfig(mistakes)
    channels, more = read_channels(data.pop("channels", {}), file)
    # Asked of what is written, so that a wrong value is told together with a wrong name elsewhere.
    unfit = [Mistake(file, f"{table}.{key}", sentence) for table, key, sentence in _unfit_values(data)]
    config, mistakes = structure(data, Config, file)
    if config is None or mistakes or unfit or more:
        raise BrokenConfig([*mistakes, *unfit, *more])
    return replace(config, channels=channels)


def _unfit_values(data: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """The values of the right kind that cannot be right, by table and name."""
    for (table, key), fault in _FAULTS.items():
        part = data.get(table)
        value = part.get(key) if isinstance(part, dict) else None
        if value is not None and (sentence := fault(value)):
            yield table, key, sentence


def _name_fault(name: object) -> str:
    if not isinstance(name, str):
        return ""
    seen = clean(name).strip()
    if not seen or len(name) > _LONGEST_NAME:
        return _BAD_NAME
    return "" if seen == name else _HIDDEN


def _port_fault(port: object) -> str:
    # Port 0 is whichever is free.
    return _BAD_PORT.format(port=port) if isinstance(port, int) and not 0 <= port < 65536 else ""


def _url_fault(url: object) -> str:
    return _complaint(url) if isinstance(url, str) else ""


_FAULTS: Mapping[tuple[str, str], Callable[[object], str]] = {
    ("bot", "name"): _name_fault,
    ("community", "name"): _name_fault,
    ("database", "url"): _url_fault,
    ("web", "port"): _port_fault,
}


def _complaint(url: str) -> str:
    """What is wrong with the database's address; empty where nothing is."""
    if url and not url.startswith(_DRIVERS):
        return _OTHER_BOOK
    return _OVERHEARD if _is_overheard(url) else ""


def _is_overheard(url: str) -> bool:
    """True where the book would travel a network without a proof of who is at the other end."""
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query))
    host = parts.hostname or asked.get("host", "")
    is_far = host not in {"", "127.0.0.1", "::1", "localhost"} and not host.startswith("/")
    return url.startswith("postgresql") and is_far and asked.get("ssl") != "verify-full"


def _secrets_in(config: Config) -> Iterator[str]:
    """The paths of the secrets that stand in the settings themselves."""
    if urlsplit(config.database.url).password:
        yield "database.url"
    for one in config.channels.values():
        yield from (f"{one.path}.{key}" for key, secret in one.secrets.items() if secret.text)


def _for_its_owner(config: Config, path: Path) -> Config:
    if is_open(path):
        loose = tables_wording.LOOSE_CONFIG.format(path=path)
        if mistakes := [Mistake(path.name, secret, loose) for secret in _secrets_in(config)]:
            raise BrokenConfig(mistakes)
    return config


def require_secrets(config: Config, environment: Mapping[str, str] = os.environ) -> None:
    """Refuse settings that name a secret which cannot be had; only starting the channels needs them."""
    if mistakes := hidden(config.channels, environment, ""):
        raise BrokenConfig(mistakes)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BrokenConfig([Mistake(str(path), "", _UNREADABLE)]) from error


def rules_folder(config: Config) -> Path | None:
    """The community's own rules, None where it has none."""
    return Path(config.rules.directory) if config.rules.directory else None


def load_config(path: Path | None, environment: Mapping[str, str] = os.environ) -> Config:
    """The settings of a file, else of ``config.toml`` in the working directory, else the defaults."""
    found = path or (Path("config.toml") if Path("config.toml").is_file() else None)
    config = _for_its_owner(read_config(_bytes_of(found), found.name), found) if found else Config()
    port = environment.get(PORT_FROM, "")
    if not port:
        return config
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise BrokenConfig([Mistake(PORT_FROM, "", f"“{port}”不是端口号，请写 1 到 65535 之间的数")])
    return replace(config, web=WebSettings(int(port)))
