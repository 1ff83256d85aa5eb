"""Every form: nothing touches an edge or anything else, whatever is filled in, and all of it stands there."""

from dataclasses import replace

import pytest

from domain.documents import ActCount, Document, PhotoPair, QuarterCount, ServiceLine, Table
from publishing.fonts import Faces
from publishing.marks import Page, Photo, Style, Words
from tests.publishing import samples
from tests.publishing.conftest import photo
from tests.publishing.laid import FORMS, laid, said, troubles

LONG = "龙江街道龙江社区龙江花园一期二期三期及周边沿街商铺联合网格（含 12栋、13栋和幼儿园）"
SENTENCE = "二网格“楼道不停车”：由 15 件降到 7 件，新装了 3 处充电口（共 24 个）；还差 2 处。" * 3
UNBROKEN = "https://work.weixin.qq.com/kfid/" + "a1b2c3d4" * 20
OVERFULL: tuple[Document, ...] = (
    replace(samples.POSTER, community=LONG, grid=LONG, bot="龙江社区网格小信机器人二号", box=LONG, emptied=LONG),
    replace(samples.POSTER, community=LONG, box=LONG, emptied=LONG, page=f"https://{'a' * 56}.onion/{'b' * 20}"),
    replace(samples.POSTER, phone="0851-8650 1234 转 8001、8002", code=UNBROKEN, emptied=""),
    replace(
        samples.BOARD,
        community=LONG,
        quarter=LONG,
        red=tuple(f"{number}栋 {LONG}" for number in range(20)),
        unnamed=12000,
        counts=tuple(ActCount("第一百二十一网格", SENTENCE, 1000 + n, n * 40) for n in range(40)),
        lines=(SENTENCE,) * 40,
        shops=(UNBROKEN,) * 3,
        improved=(SENTENCE,) * 5,
        pairs=(PhotoPair(LONG * 2, "before", "after"),) * 6,
        quarters=tuple(QuarterCount(LONG, number * 900, number) for number in range(5)),
    ),
    replace(
        samples.PAIRS, community=LONG, title=LONG, note=SENTENCE, pairs=(PhotoPair(LONG * 2, "before", "after"),) * 6
    ),
    replace(samples.CERTIFICATE, number="RY" * 30, name=LONG, honour=LONG, reason=SENTENCE * 2, issuer=LONG),
    replace(
        samples.SERVICE,
        name=LONG,
        by_code=tuple(ServiceLine("2026-03-05", SENTENCE, n * 37) for n in range(40)),
        by_hand=(),
        issuer=LONG,
    ),
    replace(samples.PLEDGE, title=LONG, text=(SENTENCE,) * 40, signer=LONG, version=LONG, receipt=UNBROKEN),
    replace(samples.VOUCHER, community=LONG, reward=SENTENCE, where=SENTENCE, code="V8K2M4QXV8K2M4QX"),
    replace(samples.NOTICE, community=LONG, name=LONG, lines=(("可兑换分" * 4, "123456789012 分"),) * 40, note=LONG),
    replace(samples.NOTICE, small=False, lines=((LONG, LONG),) * 3),
    replace(
        samples.REPORT,
        title=LONG,
        tables=(
            Table(LONG, ("网格", "说明", "件数", UNBROKEN), ((LONG, SENTENCE, "1,024"),) * 40, LONG),
            Table("窄", tuple("一二三四五六七八"), (("12", "12%", "-3", "—", "5", "6", "7", "8", "多的"),)),
        ),
        notes=(SENTENCE,) * 3,
    ),
)
EMPTY: tuple[Document, ...] = (
    replace(
        samples.BOARD, red=(), unnamed=0, counts=(), lines=(), shops=(), improved=(), remaining=(), repaired=(),
        pairs=(), quarters=(),
    ),
    replace(samples.BOARD, red=(), counts_only=True, quarters=samples.BOARD.quarters[:1]),
    replace(samples.SERVICE, by_code=(), by_hand=()),
    replace(samples.CERTIFICATE, reason=""),
    replace(samples.VOUCHER, where=""),
    replace(samples.REPORT, tables=(), notes=(), day=""),
    replace(samples.NOTICE, lines=()),
)  # fmt: skip


def test_the_look_at_a_page_sees_what_is_wrong(faces: Faces) -> None:
    style = Style(20)
    over = Page(200, 200, (Words(40, 60, "一二三", style), Words(60, 70, "四五六", style)))
    outside = Page(200, 200, (Words(100, 60, "一二三四五", style), Photo(10, 10, 50, 50, b"")))
    assert len(troubles([over], faces)) == 1
    assert len(troubles([outside], faces)) == 2


def test_there_is_a_sample_of_every_form() -> None:
    assert set(samples.ALL) == set(FORMS)


@pytest.mark.parametrize("for_paper", [True, False], ids=["paper", "picture"])
@pytest.mark.parametrize("document", [*samples.ALL.values(), *OVERFULL, *EMPTY], ids=lambda one: one.form)
def test_nothing_is_in_the_way_of_anything(document: Document, faces: Faces, for_paper: bool) -> None:
    assert troubles(laid(document, faces, for_paper=for_paper), faces) == []


@pytest.mark.parametrize("for_paper", [True, False], ids=["paper", "picture"])
def test_the_board_holds_all_that_was_decided(faces: Faces, for_paper: bool) -> None:
    board = samples.BOARD
    words = said(laid(board, faces, for_paper=for_paper))
    for one in (*board.red, *board.lines, *board.shops, *board.improved, *board.remaining, *board.repaired):
        assert one.replace(" ", "") in words
    assert "另有9位" in words
    assert "可公示37起=上榜37，已整改29；其余另计6起" in words
    assert "规则2026.3账本第12871笔链根9f3ac2d47be01588" in words
    assert "不属于公共信用信息，不进入征信" in words
    assert "申诉" in words
    assert "修复" in words
    assert "公示到2027年4月10日，到期撤下" in words


def test_the_board_of_a_quiet_quarter_says_so(faces: Faces) -> None:
    words = said(laid(EMPTY[0], faces, for_paper=False))
    assert "没有人上红榜" in words
    assert "没有要公示的事" in words


def test_the_board_of_counts_says_nothing_of_red_names(faces: Faces) -> None:
    words = said(laid(replace(samples.BOARD, red=(), unnamed=0, counts_only=True), faces, for_paper=False))
    assert "完整的榜评议通过后再发" in words
    assert "红榜，期待" not in words


def test_photos_that_are_gone_leave_their_place(faces: Faces) -> None:
    pages = laid(samples.BOARD, faces, for_paper=False, photos={"before": photo("#775533"), "after": b"no picture"})
    assert sum(isinstance(mark, Photo) for mark in pages[0].marks) == 2
    assert said(pages).count("照片已撤下") == 2


def test_a_telephone_gets_one_long_page_and_a_printer_several(faces: Faces) -> None:
    (picture,) = laid(samples.BOARD, faces, for_paper=False)
    paper = laid(samples.BOARD, faces, for_paper=True)
    assert picture.width * FORMS["board"].scale == 1080
    assert picture.height > 2 * picture.width
    assert len(paper) > 1
    assert {(round(page.width), round(page.height)) for page in paper} == {(595, 842)}
    assert f"第{len(paper)}页，共{len(paper)}页" in said(paper[-1:])


def test_the_head_of_a_table_stands_on_every_page(faces: Faces) -> None:
    pages = laid(samples.REPORT, faces, for_paper=True)
    assert [said([page]).count("加分笔数") for page in pages] == [1, 1]


def test_the_poster_promises_what_is_kept(faces: Faces) -> None:
    words = said(laid(samples.POSTER, faces, for_paper=True))
    assert "我们只把内容交给核查人，不保存您的微信号与这条线索的对应关系。" in words
    assert "封着留一条回信的路，办结就删；您说“不用”就不留" in words
    assert "平台仍知道您给机器人发过消息" in words
    assert "匿名" not in words
    for one in (samples.POSTER.phone, samples.POSTER.box, "12345", "举报3栋楼下有人飞线充电"):
        assert one.replace(" ", "") in words


def test_hours_by_code_and_by_hand_stand_apart(faces: Faces) -> None:
    words = said(laid(samples.SERVICE, faces, for_paper=True))
    assert "共9小时5分。其中扫码签到6小时5分，人工补记3小时" in words
    assert "小计6小时5分" in words
    assert "小计3小时" in words


def test_a_voucher_shows_its_code_in_groups(faces: Faces) -> None:
    (page,) = laid(samples.VOUCHER, faces, for_paper=False)
    assert "V8K2 M4QX" in {mark.words for mark in page.marks if isinstance(mark, Words)}


def test_a_slip_is_a5_or_a4(faces: Faces) -> None:
    slips = [laid(replace(samples.NOTICE, small=small), faces, for_paper=True) for small in (True, False)]
    assert [[round(page.width) for page in slip] for slip in slips] == [[420], [595]]
