"""Texts that stood in chats."""

from collections.abc import Sequence

from domain.pledges import TextShown
from storage.posting.scope import Batch, Poster
from storage.tables.pledges import text_shown
from storage.upserting import upsert


def show(batch: Batch, effects: Sequence[tuple[int, TextShown]]) -> None:
    """Note when texts were shown last."""
    statement = upsert(batch.dialect, text_shown, ("community", "chat", "what"), {"at": "excluded"})
    batch.write(statement, [{"chat": one.chat, "what": one.what, "at": batch.units[unit].at} for unit, one in effects])


POSTERS: dict[type, Poster] = {TextShown: show}
