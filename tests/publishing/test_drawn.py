"""What is drawn: pictures of the right size, papers that open, codes that read, the same bytes every time."""

import io
import re
from pathlib import Path
from types import ModuleType

import pytest
import segno
from PIL import Image

from domain.attachments import Attachment
from domain.document_files import attachment_of
from domain.documents import Document
from publishing import forms
from publishing.drawing import draw
from publishing.fonts import Faces, NoFont, find
from publishing.marks import Squares
from publishing.pictures import Type, chinese_face
from publishing.shelf import discover_forms
from tests.publishing import samples
from tests.publishing.conftest import photo
from tests.publishing.laid import FORMS, laid

PHOTOS = {"before": photo("#775533"), "after": photo("#338855")}
PIXELS = {"poster": (1488, 2105), "certificate": (1684, 1191), "pledge_copy": (1191, 1684), "notice": (1049, 1488)}
LARGEST = 800_000


def drawn(document: Document, ending: str, faces: Faces) -> bytes:
    kept = attachment_of(document, f"样张.{ending}")
    return draw(Attachment(kept.name, kept.body, kept.form), faces, PHOTOS)


@pytest.mark.parametrize("form", samples.ALL)
def test_pictures(form: str, faces: Faces) -> None:
    body = drawn(samples.ALL[form], "png", faces)
    picture = Image.open(io.BytesIO(body))
    assert picture.format == "PNG"
    assert picture.size == PIXELS.get(form, picture.size)
    assert 1000 <= picture.width <= 1700
    assert len(body) < LARGEST
    assert len(set(picture.convert("L").resize((60, 60)).get_flattened_data())) > 3
    assert drawn(samples.ALL[form], "png", faces) == body


@pytest.mark.parametrize("form", samples.ALL)
def test_papers(form: str, faces: Faces) -> None:
    body = drawn(samples.ALL[form], "pdf", faces)
    assert body.startswith(b"%PDF-")
    assert body.rstrip().endswith(b"%%EOF")
    pages = laid(samples.ALL[form], faces, for_paper=True)
    assert len(re.findall(rb"/Type /Page\b(?!s)", body)) == len(pages)
    assert b"/FontFile" in body
    assert len(body) < LARGEST
    assert b"D:20000101000000" in body
    assert drawn(samples.ALL[form], "pdf", faces) == body


@pytest.mark.parametrize(("document", "says"), [(samples.POSTER, samples.POSTER.code), (samples.VOUCHER, "V8K2M4QX")])
def test_codes_read_from_the_picture(document: Document, says: str, faces: Faces) -> None:
    (page,) = laid(document, faces, for_paper=False)
    (code,) = [mark for mark in page.marks if isinstance(mark, Squares)]
    scale = FORMS[document.form].scale
    picture = Image.open(io.BytesIO(drawn(document, "png", faces))).convert("L")
    side = len(code.rows)
    pixels = int(code.width * scale / side)
    spare = (code.width * scale - pixels * side) / 2
    left, top = round(code.x * scale + spare), round(code.y * scale + spare)
    places = range(pixels // 2, pixels * side, pixels)
    seen = [[_is_dark(picture, left + x, top + y) for x in places] for y in places]
    assert seen == [[bool(one) for one in row] for row in segno.make_qr(says, error="q").matrix]
    assert pixels >= 4
    quiet = 4 * pixels
    for strip in ((left - quiet, top - quiet, left, top + 10), (left, top - quiet, left + pixels * side, top)):
        assert min(picture.crop(strip).tobytes()) > 200


def _is_dark(picture: Image.Image, x: int, y: int) -> bool:
    return picture.crop((x, y, x + 1, y + 1)).tobytes()[0] < 128


def test_a_machine_without_fonts(tmp_path: Path) -> None:
    (tmp_path / "DejaVuSans.ttf").write_bytes(b"x")
    with pytest.raises(NoFont):
        find(places=[str(tmp_path)])
    with pytest.raises(NoFont):
        find(str(tmp_path / "no.ttf"))


def test_fonts_are_found_by_name_and_one_serves_for_all(tmp_path: Path) -> None:
    below = tmp_path / "deep" / "er"
    below.mkdir(parents=True)
    (below / "wqy-microhei.ttc").write_bytes(b"x")
    assert find(places=[str(tmp_path)]) == Faces(*[below / "wqy-microhei.ttc"] * 3)
    (below / "NotoSansCJK-Regular.ttc").write_bytes(b"x")
    (below / "NotoSerifCJK-Bold.ttc").write_bytes(b"x")
    found = find(places=[str(tmp_path)])
    assert [path.name for path in (found.regular, found.bold, found.title)] == [
        "NotoSansCJK-Regular.ttc",
        "NotoSansCJK-Regular.ttc",
        "NotoSerifCJK-Bold.ttc",
    ]
    assert find(str(below / "wqy-microhei.ttc")).title.name == "wqy-microhei.ttc"


def test_the_chinese_face_of_a_collection_is_taken(faces: Faces, tmp_path: Path) -> None:
    if "CJK" not in faces.regular.name:
        pytest.skip("needs a Noto CJK collection")
    assert chinese_face(faces.regular) > 0
    (tmp_path / "broken.ttc").write_bytes(b"x")
    assert chinese_face(tmp_path / "broken.ttc") == 0
    assert Type(faces).width("国", 10, "bold") == pytest.approx(10)


def test_the_shelf_refuses_what_is_no_form(tmp_path: Path) -> None:
    assert set(discover_forms(forms)) == set(samples.ALL)
    shelf = ModuleType("tests.publishing")
    shelf.__path__ = [str(Path(__file__).parent)]
    with pytest.raises(TypeError, match="must hold"):
        discover_forms(shelf)
