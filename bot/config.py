"""The operator's settings: one TOML file, every mistake told at once with its path."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.toml_reading import read_toml, structure
from domain.mistake import Mistake

PORT_FROM = "GRIDBOT_PORT"


@dataclass(frozen=True, slots=True)
class CommunitySettings:
    """Which community this bot serves; ``id`` is the first part of every key in the book."""

    id: str = "longjiang"
    name: str = "龙江社区"


@dataclass(frozen=True, slots=True)
class BotSettings:
    """What the bot is called in the chats."""

    name: str = "网格小信"


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
    """Where the book, keys and pictures lie."""

    directory: str = "data"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; ``channels`` holds each channel's own table, read by the channel itself."""

    community: CommunitySettings = field(default_factory=CommunitySettings)
    bot: BotSettings = field(default_factory=BotSettings)
    database: DatabaseSettings = field(default_factory=DatabaseSettings)
    web: WebSettings = field(default_factory=WebSettings)
    rules: RulesSettings = field(default_factory=RulesSettings)
    data: DataSettings = field(default_factory=DataSettings)
    channels: dict[str, dict[str, Any]] = field(default_factory=dict)


class BrokenConfig(Exception):  # noqa: N818 - named for the person who reads it
    """Settings that cannot be used, with every mistake in them."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(["配置有误，请改好再启动：", *map(str, self.mistakes)]))


def read_config(raw: bytes, file: str) -> Config:
    """The settings of a TOML text; BrokenConfig names every mistake."""
    data, mistakes = read_toml(raw, file)
    config: Config | None = None
    if data is not None:
        config, mistakes = structure(data, Config, file)
    if config is None:
        raise BrokenConfig(mistakes)
    return config


def load_config(path: Path | None, environment: Mapping[str, str] = os.environ) -> Config:
    """The settings of a file, else of ``config.toml`` in the working directory, else the defaults."""
    found = path or (Path("config.toml") if Path("config.toml").is_file() else None)
    config = read_config(found.read_bytes(), found.name) if found else Config()
    port = environment.get(PORT_FROM, "")
    if not port:
        return config
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise BrokenConfig([Mistake(PORT_FROM, "", f"“{port}”不是端口号，请写 1 到 65535 之间的数")])
    return replace(config, web=WebSettings(int(port)))
