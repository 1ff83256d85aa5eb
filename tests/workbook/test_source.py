"""Files from outside are read as text or refused with a sentence, never trusted."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.demonstration.community import demonstration_register
from bot.workbook import wording
from bot.workbook.limits import Limits, RefusedFileError
from bot.workbook.parcel import inspect_parcel
from bot.workbook.source import read_source
from bot.workbook.uploads import landing, save_upload
from bot.workbook.writing import write_rows
from domain.register.cells import Cell
from domain.register.reading import examine_register


def _book(path: Path, rows: list[list[object]], name: str = "信用主体") -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(row)
    book.save(path)
    return path


def _with_part(path: Path, name: str, data: bytes) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parcel:
        parcel.writestr(name, data)
    return path


def test_the_demonstration_survives_the_way_through_a_workbook(tmp_path: Path) -> None:
    given = demonstration_register(1)
    path = tmp_path / "register.xlsx"
    write_rows(path, given)
    reading = examine_register(read_source(path).sheets)
    assert reading.mistakes == []
    assert reading.register == examine_register(given).register


def test_cells_say_what_they_were(tmp_path: Path) -> None:
    day = datetime(2003, 2, 1)  # noqa: DTZ001 - a workbook's dates have no zone
    path = _book(tmp_path / "a.xlsx", [["名称", "x"], [123, "=1+1"], [1.5, day], [None, None], ["零", True]])
    rows = read_source(path).sheets["信用主体"]
    assert rows[1] == [Cell("123", "number"), Cell("=1+1", "formula")]
    assert rows[2] == [Cell("1.5", "number"), Cell("2003-02-01T00:00:00", "date")]
    assert rows[3] == []
    assert rows[4] == [Cell("零"), Cell("TRUE")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_folder_of_csv(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "网格.csv").write_bytes("代码,名称\n2,二网格\n".encode(encoding))
    (tmp_path / "residents.csv").write_bytes('类型,名称,网格,地址\r\n居民,"张三",二网格,3-2-501\r\n'.encode(encoding))
    source = read_source(tmp_path)
    assert set(source.sheets) == {"网格", "信用主体"}
    assert source.encodings["网格.csv"] == encoding.removesuffix("-sig")
    reading = examine_register(source.sheets)
    assert (reading.mistakes, str(reading.register.subjects[0].address)) == ([], "3栋2单元501")


def test_a_damaged_csv_lists_every_bad_row_with_its_number(tmp_path: Path) -> None:
    (tmp_path / "网格.csv").write_text("代码,名称\n2,二网格\n", "utf-8")
    (tmp_path / "residents.csv").write_text(
        "类型,名称,网格,地址,户号,电话\n居民,张三,2,3-2-501,00122,19900000001\n类型,名称,网格,地址,户号,电话\n"
        "居民,李四,2,3-2-502,123,1.38E+10\n",
        "utf-8",
    )
    (tmp_path / "合伙人.csv").write_text("名称,类型,协议起\n和顺物业,物业,60\n", "utf-8")
    said = [str(mistake) for mistake in examine_register(read_source(tmp_path).sheets).mistakes]
    assert said == [
        "信用主体 第 3 行：又出现了一次表头，请删去这一行",
        "信用主体 第 4 行 户号：“123”比别的户号短，开头的 0 可能丢了",
        "信用主体 第 4 行 电话：“1.38E+10”变成了科学计数法，后面几位已经丢了，请把这一列设成文本再填",
        "合伙人 第 2 行 协议起：“60”是表格的日期序号，请写成 2026-01-01 的样子",
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("a.xlsm", wording.MACROS), ("a.exe", wording.ONLY_THESE), ("missing.xlsx", wording.NOT_FOUND)],
)
def test_other_files_are_refused(tmp_path: Path, name: str, sentence: str) -> None:
    if not name.startswith("missing"):
        (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(RefusedFileError, match=sentence[:6]):
        read_source(tmp_path / name)


@pytest.mark.parametrize(
    ("part", "data", "sentence"),
    [
        ("xl/vbaProject.bin", b"x", wording.MACROS),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", wording.LINKS),
        ("xl/worksheets/_rels/s.xml.rels", b'<R TargetMode="External" Target="http://x"/>', wording.LINKS),
        ("xl/embeddings/oleObject1.xml", b"x", wording.OBJECTS),
        ("xl/connections.xml", b"<x/>", wording.OBJECTS),
        ("../../config.toml", b"x", wording.STRANGE_PATH),
        ("xl/extra.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', wording.DECLARATIONS),
        ("xl/zeros.xml", b"0" * 3_000_000, wording.INFLATED),
    ],
)
def test_what_does_not_belong_is_refused(tmp_path: Path, part: str, data: bytes, sentence: str) -> None:
    path = _with_part(_book(tmp_path / "a.xlsx", [["名称"]]), part, data)
    with pytest.raises(RefusedFileError) as caught:
        read_source(path)
    assert str(caught.value) == sentence


def test_the_sum_of_all_parts_is_counted(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [["名称"]])
    for number in range(5):
        _with_part(path, f"xl/part{number}.xml", bytes(range(48, 58)) * 1000)
    inspect_parcel(path, Limits())
    with pytest.raises(RefusedFileError) as caught:
        inspect_parcel(path, Limits(inflated_bytes=40_000))
    assert str(caught.value) == wording.INFLATED


def _truncated(path: Path) -> None:
    data = _book(path, [["名称"]]).read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _broken_inside(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as parcel:
        parcel.writestr("[Content_Types].xml", "<nonsense")


def _wide(path: Path) -> None:
    _book(path, [["名称"] * 61])


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_bytes(b"no zip"), wording.NOT_A_WORKBOOK),
        (lambda path: path.write_bytes(b""), wording.NOT_A_WORKBOOK),
        (_truncated, wording.NOT_A_WORKBOOK),
        (_broken_inside, wording.NOT_A_WORKBOOK),
        (_wide, wording.TOO_MANY_COLUMNS),
    ],
)
def test_damaged_workbooks_are_refused(tmp_path: Path, make: Callable[[Path], object], sentence: str) -> None:
    path = tmp_path / "a.xlsx"
    make(path)
    with pytest.raises(RefusedFileError) as caught:
        read_source(path)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfea\x00", wording.STRANGE_TEXT),
        (b"a\x00b,c\n", wording.STRANGE_TEXT),
        ('名称,类型\n"张三,居民\n'.encode(), wording.BROKEN_CSV),
        (b"a," * 61, wording.TOO_MANY_COLUMNS),
    ],
)
def test_damaged_csv_is_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(RefusedFileError) as caught:
        read_source(tmp_path)
    assert str(caught.value) == sentence


def test_links_and_empty_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match=wording.NO_SHEETS):
        read_source(tmp_path)
    target = _book(tmp_path / "a.xlsx", [["名称"]])
    (tmp_path / "b.xlsx").symlink_to(target)
    with pytest.raises(RefusedFileError, match=wording.A_LINK):
        read_source(tmp_path / "b.xlsx")


def test_a_great_bomb_is_refused_at_once(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [["名称"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parcel, parcel.open("xl/big.xml", "w") as stream:
        for _ in range(200):
            stream.write(b" " * 1_000_000)
    assert path.stat().st_size < 300_000
    with pytest.raises(RefusedFileError, match=wording.INFLATED):
        read_source(path, seconds=5)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to its memory limit")
def test_the_child_is_held_to_its_memory_and_writes_nothing(tmp_path: Path) -> None:
    code = (
        "from bot.workbook.child import _confine; from bot.workbook.limits import LIMITS; _confine(LIMITS)\n"
        "for act in (lambda: bytearray(LIMITS.memory), lambda: open('x', 'w').write('x' * 100_000)):\n"
        "    try: act(); print('let')\n"
        "    except (MemoryError, OSError): print('held')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["held", "held"], done.stderr


def test_reading_stops_when_its_time_is_over(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [["名称"]])
    with pytest.raises(RefusedFileError, match=wording.TOO_SLOW):
        read_source(path, seconds=0.01)


def test_an_upload_lands_under_a_name_of_ours(tmp_path: Path) -> None:
    assert landing(tmp_path, "../../x/residents.XLSX", "abcdefgh1") == tmp_path / "abcdefgh1.xlsx"
    with pytest.raises(RefusedFileError):
        landing(tmp_path, "../../config.toml", "abcdefgh1")
    saved = save_upload(tmp_path / "in", "a.csv", "abcdefgh1", b"x")
    assert saved.read_bytes() == b"x"
    with pytest.raises(FileExistsError):
        save_upload(tmp_path / "in", "b.csv", "abcdefgh1", b"y")
