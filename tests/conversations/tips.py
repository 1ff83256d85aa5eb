"""What conversations about tip-offs share: people, receipts, batches, photos."""

import base64
import io
import re
from datetime import timedelta

from PIL import Image

from bot.channels.simulator.timeline import Shown
from domain.decision import Unit
from domain.period import civil
from domain.shop.bearer import IssueBearerBatch
from tests.conversations.conftest import Community

TIP = "3栋楼下有人飞线充电"
NEUTRAL = "群: 这件事不方便在群里办，请私聊我。"
GPS = b"CANARY-GPS"


async def staff(community: Community) -> None:
    """物业周敏、监督员罗琼、书记白云。"""
    await community.enter("周敏", "property")
    await community.enter("罗琼", "supervisor")
    await community.enter("白云", "secretary")


def receipt_in(lines: list[str]) -> str:
    found = re.search(r"(\d{4} \d{4} \d{4} \d{4})", "\n".join(lines))
    assert found, lines
    return found[1]


async def report(community: Community, name: str, text: str, *answers: str) -> str:
    """A tip and the answers to what is asked after it; the receipt."""
    receipt = receipt_in(await community.say(name, text))
    for answer in answers:
        await community.say(name, answer)
    return receipt


async def batch(community: Community) -> list[Shown]:
    """Time passes to the next hand-over."""
    sent: list[Shown] = (await community.stage.turn({"step": "days:1"}))["sent"]
    return [one for one in sent if "【举报核实】" in one["text"]]


def code_in(sent: list[Shown]) -> str:
    found = re.search(r"T[A-Z0-9]{5}", sent[0]["text"])
    assert found
    return found[0]


async def voucher_batch(community: Community) -> None:
    until = (civil(community.clock.now()) + timedelta(days=90)).isoformat()
    effect = IssueBearerBatch("2026-W48", 10, 5, until)
    await community.app.store.post(Unit(None, (effect,), at=int(community.clock.now().timestamp() * 1000)))


def photo_with_place() -> str:
    exif = Image.Exif()
    exif[0x010E] = GPS.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 21.0, 4.3), 29: GPS.decode()})
    raw = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(raw, "JPEG", exif=exif, comment=GPS)
    assert GPS in raw.getvalue()
    return base64.b64encode(raw.getvalue()).decode()
