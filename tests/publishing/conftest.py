"""The faces of this machine."""

import io

import pytest
from PIL import Image

from publishing.fonts import Faces, NoFont, find


@pytest.fixture(scope="session")
def faces() -> Faces:
    try:
        return find()
    except NoFont:
        pytest.skip("no font with Chinese characters on this machine (apt install fonts-noto-cjk)")


def photo(colour: str) -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (640, 360), colour).save(body, "JPEG")
    return body.getvalue()
