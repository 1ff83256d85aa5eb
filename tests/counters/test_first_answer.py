"""What a start needs is all that it imports."""

import gc
import subprocess
import sys
import weakref
from pathlib import Path

from bot.lasting import lasting

ROOT = Path(__file__).parents[2]
_HEAVY = """
alembic openpyxl PIL pypinyin jieba opencc rapidfuzz fpdf segno wechaty_grpc grpclib asyncpg aiohttp jinja2 cryptography
sqlalchemy.dialects.postgresql.base
"""
HEAVY = _HEAVY.split()
_ANSWER = """
import asyncio, sys
from pathlib import Path
from bot.app import opened
from bot.clock import SetClock
from bot.config import Config, DataSettings
from tests.counters.plain import NOW, Listener, said

async def main(data):
    channel = Listener()
    async with opened(Config(data=DataSettings(data)), SetClock(NOW, still=True), {"quiet": channel}) as app:
        app.dispatcher.receive(said(1, "帮助", room=""))
        await app.dispatcher.idle()
    assert channel.sent, "no answer"

asyncio.run(main(sys.argv[1]))
print(sorted(set(sys.argv[2:]) & sys.modules.keys()))
"""


def _answered(data: Path) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", _ANSWER, str(data), *HEAVY], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def test_the_first_answer_on_an_existing_book_needs_nothing_heavy(tmp_path: Path) -> None:
    assert "'alembic'" in _answered(tmp_path)  # makes the book
    assert _answered(tmp_path) == "[]"


def test_what_a_start_builds_is_never_collected_and_what_comes_later_is() -> None:
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    unwatched = gc.get_freeze_count()
    try:
        with lasting():
            assert not gc.isenabled()
            built = weakref.ref(Ring())
        assert gc.isenabled()
        assert gc.get_freeze_count() > unwatched
        later = weakref.ref(Ring())
        gc.collect()
        assert built() is not None
        assert later() is None
    finally:
        gc.unfreeze()
