"""The platform's own Node SDK talks to the stand-in, so that what the bot is tried against is not only our own idea."""

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.channels.wecom import WeCom

FOLDER = Path(__file__).resolve().parents[2] / "peers" / "wecom-node-sdk"


def _missing() -> str:
    if shutil.which("node") is None:
        return "the official SDK needs Node 20 or newer, and there is no node here"
    if not (FOLDER / "node_modules" / "@wecom" / "aibot-node-sdk").is_dir():
        return "the official SDK is not installed: npm ci in tests/peers/wecom-node-sdk"
    return ""


@pytest.mark.skipif(bool(_missing()), reason=_missing() or "it is there")
async def test_the_official_sdk_finds_the_stand_in_as_it_knows_the_platform(wecom: WeCom) -> None:
    """Quotes, buttons, a kick, an expiry, silence, the rate limit and six hours away, as the SDK sees them."""
    command = ("node", "--no-deprecation", str(FOLDER / "check.mjs"), wecom.url)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    told, _ = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode == 0, told.decode()
    assert told.decode().count("ok   node:") >= 19
