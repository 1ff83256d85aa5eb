"""Whatever people wrote leaves as text; the template comes back without a mistake."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.workbook.neutral import neutral
from bot.workbook.source import read_source
from bot.workbook.template import write_template
from bot.workbook.writing import write_bad_rows, write_csv, write_rows
from domain.register.cells import cell_of
from domain.register.reading import examine_register
from domain.register.sheets import SHEETS


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+86 1",
        "-1",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        " =1",
        "\u200b=1",
        '"=1',
    ],
)
def test_formulas_leave_as_text(tmp_path: Path, text: str) -> None:
    assert neutral(text).startswith("'")
    path = tmp_path / "a.xlsx"
    write_rows(path, {"表": [[text]]})
    cell = load_workbook(path)["表"]["A1"]
    assert (cell.data_type, str(cell.value)[0]) == ("s", "'")
    write_csv(tmp_path / "a.csv", [[text]])
    assert (tmp_path / "a.csv").read_text("utf-8-sig").startswith("\"'")


@pytest.mark.parametrize("text", ["", "张三", "3栋2单元501", "1-2-604", "张三 = 李四", "00123", "'"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert neutral(text) == text


def test_the_guard_is_taken_away_again() -> None:
    assert cell_of(neutral("+8619900000001")).text == "+8619900000001"


def test_control_signs_do_not_stop_an_export(tmp_path: Path) -> None:
    write_rows(tmp_path / "a.xlsx", {"表": [["a\x07b\ud800c" * 20_000]]})
    value = load_workbook(tmp_path / "a.xlsx")["表"]["A1"].value
    assert isinstance(value, str)
    assert value.startswith("abcabc")


def test_the_template(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    write_template(path)
    book = load_workbook(path)
    assert book.sheetnames == [sheet.name for sheet in SHEETS]
    page = book["信用主体"]
    assert [cell.value for cell in page[1]][:5] == ["类型*", "名称*", "网格*", "地址*", "户号"]
    assert page["A1"].comment is not None
    assert any("居民,商铺,公共单位" in str(rule.formula1) for rule in page.data_validations.dataValidation)
    reading = examine_register(read_source(path).sheets)
    assert reading.mistakes == []
    assert reading.register.subjects == ()
    assert sum("示例" in warning.reason for warning in reading.warnings) == len(SHEETS)


def test_bad_rows_come_out_to_be_mended(tmp_path: Path) -> None:
    given = {
        "网格": [["代码", "名称"], ["2", "二网格"]],
        "信用主体": [
            ["类型", "名称", "网格", "地址"],
            ["居民", "张三", "二网格", "3-2-501"],
            ["居民", "李四", "六网格", "3-2-502"],
        ],
    }
    reading = examine_register(given)
    assert [one.name for one in reading.register.subjects] == ["张三"]
    path = tmp_path / "bad.xlsx"
    write_bad_rows(path, given, reading.mistakes)
    sheets = read_source(path).sheets
    assert {name: [[cell.text for cell in row] for row in rows] for name, rows in sheets.items()} == {
        "信用主体": [
            ["类型", "名称", "网格", "地址", "要改的地方"],
            ["居民", "李四", "六网格", "3-2-502", "网格：没有“六网格”"],
        ]
    }
    mended = examine_register(sheets, reading.register)
    assert [str(mistake) for mistake in mended.mistakes] == ["信用主体 第 2 行 网格：没有“六网格”"]
