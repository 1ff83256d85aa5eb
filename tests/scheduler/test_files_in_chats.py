"""What the simulator shows of a message with a document: its name, and a path that only this server knows."""

from datetime import datetime
from pathlib import Path

from bot.channels.simulator.channel import SimulatorChannel
from bot.channels.simulator.people import People
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import Timeline
from domain.attachments import Attachment
from domain.channel import Outgoing
from domain.period import SHANGHAI

START = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


async def test_a_document_is_shown_by_its_name_and_served(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path)
    channel = SimulatorChannel(People(tmp_path), Timeline(tmp_path), "网格小信", lambda: START, pictures)
    await channel.send(Outgoing("2", "group", "名单", file=Attachment("../名单.xlsx", b"x")))
    (shown,) = channel.timeline.since(0)
    assert shown["file"]["name"] == "../名单.xlsx"
    kept = pictures.document(shown["file"]["url"].removeprefix("/files/"))
    assert kept is not None
    assert kept.read_bytes() == b"x"
    assert kept.parent == tmp_path / "documents"


def test_nothing_else_is_served_as_a_document(tmp_path: Path) -> None:
    pictures = Pictures(tmp_path)
    (tmp_path / "people.jsonl").write_text("x")
    path = pictures.keep_document("怪.exe", b"x")
    assert path.endswith(".bin")
    for name in ("../people.jsonl", "people.jsonl", path.removeprefix("/files/").replace(".bin", ".pdf")):
        assert pictures.document(name) is None
