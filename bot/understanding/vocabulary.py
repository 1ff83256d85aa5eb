"""The names that understanding takes from the rules in force."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What pledges, rewards and topics of assistance are called."""

    pledges: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    """Rewards, by title and alias."""
    topics: frozenset[str] = frozenset()


def _names(rows: Iterable[Mapping[str, Any]], *keys: str) -> frozenset[str]:
    """The values under ``keys`` and the aliases of every row."""
    found = {str(row[key]) for row in rows for key in keys if row.get(key)}
    return frozenset(found | {str(alias) for row in rows for alias in row.get("aliases", ())})


def _table(name: str) -> dict[str, Any]:
    """One file of the default rules; empty where the distribution has none."""
    file = Path(__file__).parents[1] / "rules" / "defaults" / name
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def default_vocabulary() -> Vocabulary:
    """The vocabulary of the default rules."""
    pledges = _table("pledges.toml").get("pledges", [])
    rewards = _table("rewards.toml").get("rewards", [])
    topics = _table("catalogue.toml").get("assist_topics", [])
    return Vocabulary(_names(pledges, "name"), _names(rewards, "title"), _names(topics, "name"))
