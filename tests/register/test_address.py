"""Addresses in every spelling become one wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.numerals import digits_of
from domain.register.address import Address, find_address, normalise_address, read_address


@pytest.mark.parametrize(
    "said",
    [
        "3栋2单元501", "3-2-501", "３栋２单元５０１室", "三栋二单元五零一", "3幢2单元501号", "3号楼2单元501室",
        "3#2单元501", "3#-2-501", "3栋2-501", " 3 栋 2 单元 501 ", "3栋,2单元,501", "3棟2單元501號", "三栋两单元五〇一",
        "03栋02单元501", "3座2单元501", "3－2－501", "3—2—501", "3/2/501", "3栋2单元五百零一", "3栋2单元5楼501",
        "3栋2单元5楼1号", "3栋2单元五层01室", "3栋2单元5-1", "3楼2单元501", "3栋2门501", "叁栋贰单元伍零壹",
        "龙江社区3栋2单元501", "云南省昆明市五华区龙江街道龙江社区3栋2单元501室", "3栋2单元501房",
        "3栋2单元0501", "3-02-0501",
    ],
)  # fmt: skip
def test_one_door_has_one_wording(said: str) -> None:
    assert normalise_address(said) == "3栋2单元501"


@pytest.mark.parametrize(
    ("said", "wording"),
    [
        ("二栋一单元三零一", "2栋1单元301"),
        ("6栋一单元302", "6栋1单元302"),
        ("５栋２单元１１０２", "5栋2单元1102"),
        ("1-2-604", "1栋2单元604"),
        ("十二栋三单元一千一百零二", "12栋3单元1102"),
        ("二十一栋", "21栋"),
        ("3栋201", "3栋201"),
        ("3-501", "3栋501"),
        ("２栋５０１", "2栋501"),
        ("A栋1203", "A栋1203"),
        ("a3栋东单元1203", "A3栋东单元1203"),
        ("3栋101A", "3栋101A"),
        ("3栋二单元十二楼", "3栋2单元十二楼"),
        ("3栋一单元", "3栋1单元"),
        ("3栋门口", "3栋门口"),
        ("4栋1单元电梯", "4栋1单元电梯"),
        ("6栋后面绿化带", "6栋后面绿化带"),
        ("龙江苑3栋2单元501", "龙江苑3栋2单元501"),
        ("龙江路１２号", "龙江路12号"),
        ("龙江路 12 号附 3 号", "龙江路12号附3号"),
        ("社区居委会", "社区居委会"),
        ("昆明市五华区龙江路12号", "龙江路12号"),
        ("超市旁边", "超市旁边"),
        ("菜市场门口", "菜市场门口"),
        ("龙江小区三期3栋2单元501", "龙江小区三期3栋2单元501"),
        ("3栋A座501", "3栋A单元501"),
        ("3栋2单元 501、502", "3栋2单元501、502"),
        ("3栋楼下商铺5号", "3栋楼下商铺5号"),
        ("", ""),
    ],
)
def test_wordings(said: str, wording: str) -> None:
    assert normalise_address(said) == wording


@pytest.mark.parametrize(
    "other",
    ["13栋2单元501", "3栋12单元501", "3栋2单元1501", "3栋2单元50", "2-3-501", "3栋1单元501", "3栋2单元502"],
)
def test_another_door_never_fits(other: str) -> None:
    assert not read_address("3栋2单元501").fits(read_address(other))


def test_what_is_left_out_is_not_held_against_it() -> None:
    home = read_address("龙江苑3栋2单元501")
    assert home.fits(read_address("3栋501"))
    assert not home.fits(read_address("3栋2单元"))
    assert not home.fits(read_address("翠湖苑3栋2单元501"))


@given(st.integers(1, 199), st.integers(1, 12), st.integers(101, 3410))
def test_every_door_survives_both_ways_of_writing(building: int, unit: int, room: int) -> None:
    address = Address(str(building), str(unit), str(room))
    assert read_address(str(address)) == address
    assert read_address(f"{building}-{unit}-{room}") == address


@given(st.text(max_size=30))
def test_a_wording_stays_as_it_is(text: str) -> None:
    wording = normalise_address(text)
    assert normalise_address(wording) == wording


@pytest.mark.parametrize(
    ("text", "wording", "cut"),
    [
        ("我是４栋１单元７０２的郭强", "4栋1单元702", "４栋１单元７０２"),
        ("我是二栋一单元三零一呢马丽", "2栋1单元301", "二栋一单元三零一"),
        ("李桂芬 6-1-302", "6栋1单元302", "6-1-302"),
        ("3栋楼下有人飞线充电", "3栋", "3栋"),
        ("给3栋2单元601扣分", "3栋2单元601", "3栋2单元601"),
        ("3栋2单元501张三", "3栋2单元501", "3栋2单元501"),
        ("5栋2单元1102白云", "5栋2单元1102", "5栋2单元1102"),
        ("三栋二单元五零一陆海燕", "3栋2单元501", "三栋二单元五零一"),
        ("明早8点到12点3栋停水", "3栋", "3栋"),
        ("申报 楼道清理 3栋一单元", "3栋1单元", "3栋一单元"),
        ("信用宣传 3栋12户", "3栋", "3栋"),
        ("3栋一百二十户都停水", "3栋", "3栋"),
        ("3栋2单元501家又在吵", "3栋2单元501", "3栋2单元501"),
    ],
)
def test_found_in_a_sentence(text: str, wording: str, cut: str) -> None:
    found = find_address(text)
    assert found is not None
    assert str(found.address) == wording
    assert text[found.start : found.end] == cut


@pytest.mark.parametrize(
    "text",
    ["2026-11-21", "下午3点到5点", "0871-65123456", "13800000000", "加分 张三 5", "3-5分", "住五楼", "你好"],
)
def test_nothing_found(text: str) -> None:
    assert find_address(text) is None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("五〇一", "501"), ("十", "10"), ("二十", "20"), ("一百零二", "102"), ("三百五", "350"),
        ("一千一百零二", "1102"), ("两百", "200"), ("五甲", None), ("十百", None), ("007", "007"),
    ],
)  # fmt: skip
def test_numerals(text: str, digits: str | None) -> None:
    assert digits_of(text) == digits
