"""After a commit: what was erased must not stay readable in SQLite's files, nor may their order tell of a tip-off."""

import logging

from domain.decision import Unit
from domain.erasing import EraseSubject
from domain.outbox import Mark
from domain.shop.bearer import HandOutBearer, SpendBearer
from domain.tips.effects import CONFIDENTIAL, EraseTips
from storage.database import Database
from storage.posting.sealed import FIRST_SEALED

_TRACING = frozenset({*CONFIDENTIAL, HandOutBearer, SpendBearer, EraseSubject})
_log = logging.getLogger(__name__)


class Scrubber:
    """Empties SQLite's log after what leaves traces, and writes the file anew in the night after tip-offs."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._unscrubbed = database.is_sqlite
        """True while SQLite's log may hold what should be gone: somebody was reading, or a process was killed."""
        self._told = True
        """True where something confidential may have come since the file was written anew."""

    async def after(self, units: list[Unit]) -> None:
        """Clean up behind units that were just committed; where that fails, the next commit tries again."""
        effects = [effect for unit in units for effect in unit.effects]
        told = any(map(_leaves_traces, effects))
        if not self._unscrubbed and not told:
            return
        night = any(isinstance(effect, EraseTips) for effect in effects)
        self._told = self._told or (told and not night)
        try:
            if night and self._told:
                await self._database.rewrite()
                self._told = False
            self._unscrubbed = not await self._database.truncate_log()
        except Exception as broken:  # noqa: BLE001 - what was posted stays posted; the next commit tries again
            self._unscrubbed = True
            _log.error("log_not_emptied %s", type(broken).__name__)


def _leaves_traces(effect: object) -> bool:
    if type(effect) is Mark:
        return effect.id >= FIRST_SEALED
    return type(effect) in _TRACING
