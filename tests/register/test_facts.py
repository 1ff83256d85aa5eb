"""资料: facts out of lists and papers, each with its source, all mistakes at once."""

from datetime import date

from domain.facts import Fact
from domain.register.address import read_address
from domain.register.reading import examine_register
from domain.register.values import Register, Subject

HEADINGS = ["姓名", "地址", "项目", "内容", "来源", "日期", "依据", "同意"]
KNOWN = Register(
    subjects=(
        Subject("resident", "张小宝", "2", read_address("3栋2单元501"), minor=True),
        Subject("resident", "张三", "2", read_address("3栋2单元501")),
        Subject("merchant", "老王烧烤", "2", read_address("龙江路12号")),
    )
)


def test_good_rows_say_whose_they_are_and_where_they_come_from() -> None:
    rows = [
        HEADINGS,
        ["", "3-2-501", "养犬登记", "已登记", "资料", "2026-03-01", "2026年养犬登记名单", ""],
        ["张三", "3栋2单元501", "家里的灭火器", "有", "走访", "2026/4/2", "", "是"],
        ["老王烧烤", "龙江路12号", "证照", "有效", "检查", "2026年5月1日", "五月商铺检查", ""],
    ]
    read = examine_register({"资料": rows}, KNOWN)
    assert read.mistakes == []
    assert [(one.about.name, one.fact) for one in read.register.facts] == [
        ("张三", Fact("dog", "已登记", "document", "2026-03-01", "2026年养犬登记名单")),
        ("张三", Fact("extinguisher", "有", "visit", "2026-04-02")),
        ("老王烧烤", Fact("licence", "有效", "inspection", "2026-05-01", "五月商铺检查")),
    ]


def test_every_mistake_is_listed_with_its_row_and_column() -> None:
    rows = [
        HEADINGS,
        ["李四", "9栋901", "养犬登记", "已登记", "资料", "2026-03-01", "名单", ""],
        ["王五", "3栋2单元501", "养犬登记", "已登记", "资料", "2026-03-01", "名单", ""],
        ["张小宝", "3栋2单元501", "养犬登记", "已登记", "资料", "2026-03-01", "名单", ""],
        ["张三", "3栋2单元501", "家里的灭火器", "有", "走访", "2026-04-02", "", ""],
        ["张三", "3栋2单元501", "夫妻关系", "不好", "走访", "2026-04-02", "", "是"],
        ["张三", "3栋2单元501", "养犬登记", "养了一条大狗", "听说", "前几天", "", ""],
        ["张三", "3栋2单元501", "养犬登记", "没养犬", "资料", "2026-03-01", "残疾人名单", ""],
        ["张三", "3栋2单元501", "电动车充电", "在家充电", "检查", "2026-03-01", "", ""],
        ["张三", "3栋2单元501", "楼道和门口", "通畅", "检查", "2026-03-01", "消防检查", ""],
        ["张三", "3栋2单元501", "楼道和门口", "堆了东西", "检查", "2026-03-01", "消防检查", ""],
    ]
    read = examine_register({"资料": rows}, KNOWN)
    assert [str(one) for one in read.mistakes] == [
        "资料 第 2 行 地址：“9栋…”登记表里没有这个地址",
        "资料 第 3 行 姓名：“王*”登记表里这个地址没有这个名字",
        "资料 第 4 行 姓名：“张*”是未成年人，不记资料",
        "资料 第 5 行 同意：走访来的要写“是”：没有对方同意的不收",
        "资料 第 6 行 项目：“夫妻关系”只能是 家里的灭火器、楼道和门口、电动车充电、养犬登记",
        "资料 第 7 行 来源：“听说”只能是 走访、检查、资料",
        "资料 第 7 行 日期：“前几天”不是日期，请写成 2026-01-01 的样子",
        "资料 第 7 行 内容：“养了一条大狗”只能是 已登记、没登记、没养犬",
        "资料 第 8 行 依据：“残疾人名单”这类名单不收",
        "资料 第 9 行 依据：没有填，检查和资料要写是哪次检查、哪份名单",
        "资料 第 11 行：和第 10 行重复",
    ]
    assert [one.fact.field for one in read.register.facts] == ["corridor"]


def test_what_is_dated_after_today_is_refused() -> None:
    """日期写成了以后的一天 → 哪张表、第几行、哪一列；当天的收下。"""
    rows = [
        HEADINGS,
        ["张三", "3栋2单元501", "养犬登记", "已登记", "资料", "2026-11-24", "名单", ""],
        ["张三", "3栋2单元501", "养犬登记", "已登记", "资料", "2026-11-23", "名单", ""],
    ]
    read = examine_register({"资料": rows}, KNOWN, date(2026, 11, 23))
    assert [str(one) for one in read.mistakes] == ["资料 第 2 行 日期：“2026-11-24”这一天还没有到，请核对年月日"]
    assert [one.fact.day for one in read.register.facts] == ["2026-11-23"]
