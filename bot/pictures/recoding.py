"""Has a picture made anew in a process of its own, which has little memory and little time."""

import subprocess
import sys
from pathlib import Path

from bot.pictures import wording
from bot.pictures.child import FOREIGN, OVERSIZED
from domain.pictures import UnfitPicture

LARGEST = 10 * 1024 * 1024
_CHILD = Path(__file__).with_name("child.py")
_SECONDS = 20
_REASONS = {FOREIGN: wording.NOT_A_PICTURE, OVERSIZED: wording.TOO_LARGE}


def recode(raw: bytes) -> bytes:
    """The first frame of a picture as a JPEG of nothing but its pixels; UnfitPicture says why not."""
    if len(raw) > LARGEST:
        raise UnfitPicture(wording.TOO_HEAVY)
    # Isolated: neither the working directory nor the environment says what the child imports.
    command = [sys.executable, "-I", str(_CHILD)]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - fixed
    except subprocess.TimeoutExpired as error:
        raise UnfitPicture(wording.DAMAGED) from error
    if done.returncode or not done.stdout:
        raise UnfitPicture(_REASONS.get(done.returncode, wording.DAMAGED))
    return done.stdout
