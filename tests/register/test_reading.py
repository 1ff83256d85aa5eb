"""Every mistake of a register is listed at once, with its place and a kind sentence."""

from typing import Any

import pytest

from domain.register.cells import Cell
from domain.register.mending import bad_rows
from domain.register.reading import examine_register, read_register

Table = list[list[Any]]
GRID: Table = [["代码", "名称"], ["1", "一网格"], ["2", "二网格"]]
HEADINGS = ["类型", "名称", "网格", "地址", "户号", "电话", "联系人", "未成年", "监护人"]


def _subjects(*rows: list[Any], headings: list[str] | None = None) -> dict[str, Table]:
    return {"网格": GRID, "信用主体": [headings or HEADINGS, *rows]}


def _said(sheets: dict[str, Table]) -> list[str]:
    return [str(mistake) for mistake in read_register(sheets)[1]]


def _doubted(sheets: dict[str, Table], sheet: str = "信用主体") -> list[str]:
    return [str(doubt) for doubt in examine_register(sheets).warnings if doubt.sheet == sheet]


def test_the_sentence_of_an_unknown_grid_names_sheet_row_and_column() -> None:
    rows = [["居民", f"张{number}", "二网格", f"3-2-{500 + number}"] for number in range(1, 36)]
    assert _said(_subjects(*rows, ["居民", "李四", "六网格", "3-2-701"])) == ["信用主体 第 37 行 网格：没有“六网格”"]


@pytest.mark.parametrize("said", ["2", "二网格", "2网格", "第二网格", "２", " 二 网格 ", Cell("2", "number"), "2.0"])
def test_a_grid_goes_by_many_names(said: str | Cell) -> None:
    register, mistakes = read_register(_subjects(["居民", "张三", said, "3-2-501"]))
    assert (mistakes, register.subjects[0].grid) == ([], "2")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (["村民", "张三", "2", "3-2-501"], "类型：“村民”只能是 居民、商铺、公共单位"),
        (["居民", "", "2", "3-2-501"], "名称：没有填"),
        (["居民", "张三", "", "3-2-501"], "网格：没有填"),
        (["居民", "张三"], "网格：没有填"),
        (["居民", "张三", "2", Cell("2003-02-01", "date")], "地址：“2003-0…”变成了日期，请把这一列设成文本再填"),
        (["居民", "张三", "2", "2003/2/1"], "地址：“2003/2…”变成了日期，请把这一列设成文本再填"),
        (
            ["居民", "张三", "2", "3-2-501", "1.2E+12"],
            "户号：“1.2E+12”变成了科学计数法，后面几位已经丢了，请把这一列设成文本再填",
        ),
        (["居民", "张三", "2", "3-2-501", "", "3800000000"], "电话：“380****00”只有 10 位，开头的 1 丢了"),
        (["居民", "张三", "2", "3-2-501", "", "1990000123"], "电话：“199****23”只有 10 位，少了 1 位"),
        (["居民", "张三", "2", "3-2-501", "", "87165123456"], "电话：“871****56”区号开头的 0 丢了"),
        (["居民", "张三", "2", "3-2-501", "", "找老王"], "电话：“****”只能写数字，一格一个号码"),
        (["居民", "张三", "2", "3-2-501", "530102199001011234"], "户号：“******”像是身份证号，不能收，请删去"),
        (["商铺", "米线店", "2", "龙江路1号", "", "", "老王", "是"], "未成年：“是”只有居民才填未成年"),
        (["居民", "张三", "2", "3-2-501", "", "", "", "17岁"], "未成年：“17岁”只能是 是、否"),
        (["居民", "张" * 41, "2", "3-2-501"], "名称：“张*”太长了，最多 40 个字"),
    ],
)  # fmt: skip
def test_one_wrong_cell(row: list[Any], sentence: str) -> None:
    assert f"信用主体 第 2 行 {sentence}" in _said(_subjects(row))


def test_all_mistakes_come_at_once_and_good_rows_stay() -> None:
    sheets = _subjects(
        ["村民", "", "九网格", "3-2-501", "", "1.38E+10"], ["居民", "李四", "1", "1-1-101"], HEADINGS[:4]
    )
    register, mistakes = read_register(sheets)
    assert [(mistake.row, mistake.column) for mistake in mistakes] == [
        (2, "类型"), (2, "名称"), (2, "网格"), (2, "电话"), (4, ""),
    ]  # fmt: skip
    assert [subject.name for subject in register.subjects] == ["李四"]


@pytest.mark.parametrize(
    "heading",
    [
        "身份证号",
        "身 份 证",
        "出生日期",
        "生日",
        "健康状况",
        "病史",
        "宗教信仰",
        "政治面貌",
        "是否党员*",
        "入党时间",
        "ID Number",
    ],
)
def test_some_columns_are_refused(heading: str) -> None:
    sheets = _subjects(["居民", "张三", "2", "3-2-501", "x"], headings=[*HEADINGS[:4], heading])
    register, mistakes = read_register(sheets)
    assert [mistake.reason for mistake in mistakes] == ["不收这类资料，请整列删去"]
    assert register.subjects == ()
    assert bad_rows(sheets, mistakes)["信用主体"] == [
        [*HEADINGS[:4], "要改的地方"],
        ["居民", "张三", "2", "3-2-501", str(mistakes[0]).partition("行 ")[2]],
    ]


def test_headings_in_any_order_with_stars_and_after_blank_rows() -> None:
    sheets = {
        "网格": [[], ["名称 ＊", "代码*（必填）"], ["二网格", "2"]],
        " 信用主体 ": [["地址", "类型", "网格", "名称", "心情"], ["3-2-501", "居民", "2", "张三", "好"]],
    }
    register, mistakes = read_register(sheets)
    assert (mistakes, register.subjects[0].name, register.grids[0].code) == ([], "张三", "2")
    assert "信用主体 第 1 行 心情：不认识这一列，没有读" in _doubted(sheets)


def test_a_missing_column_is_said_once() -> None:
    sheets = {"网格": GRID, "信用主体": [["类型", "名称", "网格"], ["居民", "张三", "2"], ["居民", "李四", "2"]]}
    assert _said(sheets) == ["信用主体 第 1 行 地址：缺这一列"]


def test_a_row_that_repeats_another() -> None:
    rows = [
        ["居民", "张三", "2", "3-2-501"],
        ["居民", "张三", "二网格", "3栋2单元501室"],
        ["居民", "张三", "2", "4-1-101"],
    ]
    assert _said(_subjects(*rows)) == ["信用主体 第 3 行：和第 2 行重复"]


def test_lost_zeros() -> None:
    given = ["居民", "张三", "2", "3-2-501", Cell("123", "number")]
    assert _said(_subjects(given)) == []
    assert "信用主体 第 2 行 户号：“123”是数字格式，开头的 0 可能已经丢了，请核对" in _doubted(_subjects(given))
    rows = [["居民", "李四", "2", "3-2-502", "00122"], ["居民", "王五", "2", "3-2-503", "123"]]
    assert _said(_subjects(*rows)) == ["信用主体 第 3 行 户号：“123”比别的户号短，开头的 0 可能丢了"]


def test_doubts_about_the_whole() -> None:
    sheets = _subjects(
        ["居民", "张三", "2", "3-2-501", "", "199 0000 0001"],
        ["居民", "李四", "2", "3-2-501", "", "+86 199-0000-0001"],
        ["商铺", "老王烧烤", "2", "龙江路1号"],
        ["居民", "小明", "2", "3-2-501", "", "", "", "是"],
    )
    sheets["工作人员"] = [["姓名", "角色", "网格", "电话"], ["段家荣", "网格员", "二网格", ""]]
    sheets["志愿队"] = [["名称", "站点", "成员"], ["巡逻队", "一站", "张三、赵六，张三"]]
    assert _said(sheets) == []
    assert _doubted(sheets) == [
        "信用主体 第 3 行 电话：“199****01”2 个主体用同一个电话（第 2、3 行），绑定时可能要网格员确认",
        "信用主体 第 4 行 联系人：没有联系人，绑定时没人能替它说话",
        "信用主体 第 5 行 监护人：是未成年人，还没有监护人",
    ]
    assert _doubted(sheets, "工作人员") == [
        "工作人员：还没有书记，月结和红黑榜会等着",
        "工作人员：还没有监督员，月结和红黑榜会等着",
        "工作人员：一网格还没有网格员",
        "工作人员 第 2 行 电话：没有电话，绑定和通知要人工办",
    ]
    assert _doubted(sheets, "志愿队") == ["志愿队 巡逻队：1 名队员不在信用主体里：赵*"]


def test_an_import_may_name_the_grids_already_known() -> None:
    known = read_register({"网格": GRID})[0]
    sheets = {"信用主体": _subjects(["居民", "张三", "二网格", "3-2-501"])["信用主体"]}
    assert len(read_register(sheets)[1]) == 1
    assert read_register(sheets, known)[1] == []


@pytest.mark.parametrize(
    ("said", "minutes"), [("2小时", 120), ("90分钟", 90), ("1.5小时", 90), ("2", 120), ("两小时", 120), ("", None)]
)
def test_lengths(said: str, minutes: int | None) -> None:
    sheets = {"资源": [["名称", "提供方", "地点", "每次时长"], ["教室", "小学", "一楼", said]]}
    register, mistakes = read_register(sheets)
    assert (mistakes, register.resources[0].slot_minutes) == ([], minutes)


@pytest.mark.parametrize(
    ("since", "until", "sentence"),
    [
        ("60", "", "协议起：“60”是表格的日期序号，请写成 2026-01-01 的样子"),
        ("46023", "", "协议起：“46023”是表格的日期序号，请写成 2026-01-01 的样子"),
        ("2026-02-30", "", "协议起：“2026-02-30”没有这一天"),
        ("2026年1月1日", "2025.12.31", "协议止：“2025.12.31”比协议起还早"),
    ],
)
def test_dates(since: str, until: str, sentence: str) -> None:
    sheets = {"合伙人": [["名称", "类型", "协议起", "协议止"], ["和顺物业", "物业", since, until]]}
    assert _said(sheets) == [f"合伙人 第 2 行 {sentence}"]
