"""Drawing beside the running bot: in a process of its own, once for all chats, and never a failure."""

import io
import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot import drawing
from bot.app import opened
from bot.clock import SetClock
from bot.config import Config, DataSettings
from bot.drawing import Drawer
from domain.attachments import Attachment, KeepAttachment
from domain.decision import Unit
from domain.document_files import attachment_of
from publishing.fonts import Faces
from storage.store import Store
from tests.publishing import samples
from tests.publishing.conftest import photo
from tests.scheduler.stage import FakeChannel, FakeClock, private


def kept(attachment: KeepAttachment) -> Attachment:
    return Attachment(attachment.name, attachment.body, attachment.form)


async def test_a_kept_document_becomes_a_picture_with_the_photos_of_the_book(store: Store, faces: Faces) -> None:
    await store.post(Unit(None, (KeepAttachment("before", "a.jpg", photo("#ff0000")),), at=1))
    drawn = await Drawer(store).draw(kept(attachment_of(samples.BOARD, "红黑榜.png")))
    assert drawn is not None
    assert (drawn.name, drawn.form, drawn.is_picture) == ("红黑榜.png", "", True)
    colours = Image.open(io.BytesIO(drawn.body)).getcolors(1 << 24)
    assert colours is not None
    assert sum(count for count, (red, green, blue) in colours if red > 250 and green < 5 and blue < 5) > 100_000  # type: ignore[misc]


async def test_the_same_document_is_drawn_once(store: Store, faces: Faces, monkeypatch: pytest.MonkeyPatch) -> None:
    drawer = Drawer(store)
    first = await drawer.draw(kept(attachment_of(samples.VOUCHER, "券.pdf")))
    monkeypatch.setattr(drawing, "_in_child", None)
    assert await drawer.draw(kept(attachment_of(samples.VOUCHER, "券.pdf"))) is first
    assert first is not None
    assert first.body.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("attachment", "font", "reason"),
    [
        (kept(attachment_of(samples.VOUCHER, "券.png")), "/no/such/font.ttf", "no_font"),
        (kept(attachment_of(samples.VOUCHER, "券.png")), __file__, "CalledProcessError"),
        (Attachment("券.png", b'{"document":{"secret":"1"}}', "voucher"), "", "ValueError"),
    ],
)
async def test_what_cannot_be_drawn_is_left_out(
    store: Store, caplog: pytest.LogCaptureFixture, attachment: Attachment, font: str, reason: str
) -> None:
    with caplog.at_level(logging.WARNING):
        assert await Drawer(store, font).draw(attachment) is None
    assert caplog.messages == [f"not_drawn voucher {reason}"]


async def test_the_running_bot_sends_what_was_drawn(tmp_path: Path, faces: Faces) -> None:
    clock = FakeClock()
    channel = FakeChannel(clock)
    config = Config(data=DataSettings(str(tmp_path)))
    async with opened(config, SetClock(clock.moment), {"fake": channel}) as app:
        voucher = attachment_of(samples.VOUCHER, "券.png")
        await app.store.post(Unit(None, (voucher,), at=clock.ms))
        await app.delivery.say_now([replace(private("您的券"), file=voucher.id)])
    (said,) = channel.sent
    assert (said.text, said.image_name) == ("您的券", "券.png")
    assert said.image is not None
    assert said.image.startswith(b"\x89PNG")


def test_the_start_loads_nothing_that_draws_papers() -> None:
    code = "import sys, bot.drawing; print('fpdf' in sys.modules or 'publishing.pictures' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=drawing._HOUSE)
    assert done.stdout.strip() == "False"


def test_the_child_knows_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: dict[str, str] = {}

    def run(*_: object, env: dict[str, str], **__: object) -> object:
        seen.update(env)
        raise OSError

    monkeypatch.setenv("GRIDBOT_SECRET", "x")
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(OSError, match=r"^$"):
        drawing._in_child(b"")
    assert "PYTHONPATH" in seen
    assert "GRIDBOT_SECRET" not in seen
