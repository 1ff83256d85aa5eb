"""A killed process loses no answered write and doubles none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform cannot fork")
def test_five_hundred_kills() -> None:
    cycles = os.environ.get("GRIDBOT_KILLS", "500")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.storage.kill_loop", "--cycles", cycles],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert f"{cycles} kills" in ran.stdout
