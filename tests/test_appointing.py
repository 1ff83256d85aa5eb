"""``gridbot rooms`` and ``gridbot roles``: the administrator's two lists at the command line."""

import asyncio
from pathlib import Path

import pytest

from bot.cli import main
from bot.config import Config, load_config
from bot.operating.open_book import open_book
from domain.decision import Unit
from domain.desk import RecentActions
from domain.enrolment import EnrolGrid, EnrolStaff, EnrolSubject
from domain.members import AccountRef, Bind, Room, RoomOf, SenderOf
from domain.query import Query

SETTINGS = """
[data]
directory = "{data}"
"""
WECHATY = """
[channels.wx]
type = "wechaty"
endpoint = "127.0.0.1:8788"
token_env = "NOT_NEEDED_HERE"
"""
REGISTER = (
    EnrolGrid("1", "一网格"),
    EnrolGrid("2", "二网格"),
    EnrolSubject("resident", "段家荣", "2", "1栋1单元101"),
    EnrolSubject("resident", "罗琼", "1", "2栋1单元101"),
    EnrolSubject("resident", "罗琼", "1", "2栋1单元102"),
    EnrolStaff("段家荣", "grid_worker", "2"),
    EnrolStaff("段家荣", "property", "2"),
    EnrolStaff("罗琼", "supervisor"),
    EnrolStaff("普秀华", "grid_worker", "1"),
    EnrolStaff("普秀华", "grid_worker", "2"),
)
DUAN = AccountRef("wx", "wxid_duan")


class Desk:
    """The administrator, and the book behind."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], channels: str = WECHATY) -> None:
        self._settings = folder / "config.toml"
        self._settings.write_text(SETTINGS.format(data=(folder / "data").as_posix()) + channels, "utf-8")
        self._capsys = capsys

    @property
    def config(self) -> Config:
        return load_config(self._settings, {})

    def types(self, *words: str) -> tuple[int, str]:
        code = main([*words, "--config", str(self._settings)])
        return code, self._capsys.readouterr().out.rstrip("\n")

    def post(self, *effects: object) -> None:
        async def work() -> None:
            async with open_book(self.config) as book:
                await book.post(Unit(None, effects))

        asyncio.run(work())

    def ask(self, query: Query[object]) -> object:
        async def work() -> object:
            async with open_book(self.config) as book:
                return await book.answer(query)

        return asyncio.run(work())

    def duties(self, account: AccountRef = DUAN) -> list[tuple[str, str, str]]:
        async def work() -> list[tuple[str, str, str]]:
            async with open_book(self.config) as book:
                return [(one.name, one.role, one.grid) for one in (await book.answer(SenderOf(account))).duties]

        return asyncio.run(work())


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path, capsys)
    made.post(*REGISTER)
    made.post(Bind(DUAN, 1), Bind(AccountRef("wx", "wxid_luo1"), 2), Bind(AccountRef("wx", "wxid_luo2"), 3))
    return made


def test_a_group_is_bound_shown_and_unbound(desk: Desk) -> None:
    """绑成二网格 → 列得出 → 改成工作群 → 解绑。"""
    assert desk.types("rooms", "list")[0] == 0
    assert desk.types("rooms", "bind", "wx", "r@chatroom", "二网格") == (0, "绑定好了：wx 的 r@chatroom 是二网格")
    assert desk.types("rooms", "list") == (0, "wx r@chatroom：二网格")
    assert desk.types("rooms", "bind", "wx", "r@chatroom", "--staff") == (0, "绑定好了：wx 的 r@chatroom 是工作群")
    assert desk.ask(RoomOf("wx", "r@chatroom")) == Room("staff")
    assert desk.types("rooms", "unbind", "wx", "r@chatroom")[0] == 0
    assert desk.types("rooms", "unbind", "wx", "r@chatroom")[0] == 1
    assert desk.ask(RoomOf("wx", "r@chatroom")) is None
    done = desk.ask(RecentActions())
    assert isinstance(done, tuple)
    assert [(one.who, one.what) for one in done] == [
        ("administrator", "rooms.unbind"),
        ("administrator", "rooms.bind"),
        ("administrator", "rooms.bind"),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bind", "wechat", "r", "二网格"), "设置里没有叫“wechat”的渠道，有的是：wx"),
        (("bind", "wx", "r", "九网格"), "没有叫“九网格”的网格，有的是：一网格、二网格"),
    ],
)
def test_a_wrong_group_changes_nothing(desk: Desk, words: tuple[str, ...], said: str) -> None:
    code, told = desk.types("rooms", *words)
    assert code == 2
    assert told.startswith(said)
    assert desk.ask(RoomOf("wx", "r")) is None


def test_a_duty_goes_to_the_account_of_that_name(desk: Desk) -> None:
    """段家荣自己绑定过 → 写姓名和角色就够；再收回。"""
    assert desk.types("roles", "give", "段家荣", "网格员") == (0, "办好了：wx 的这个账号现在是网格员 段家荣")
    assert desk.duties() == [("段家荣", "grid_worker", "2")]
    assert "段家荣，网格员，二网格：wx wxid_duan" in desk.types("roles", "list")[1]
    assert desk.types("roles", "take", "段家荣", "grid_worker")[0] == 0
    assert desk.duties() == []


def test_several_accounts_of_one_name_are_shown_to_choose_from(desk: Desk) -> None:
    """两个罗琼都绑定过 → 列出来；写明账号才给。"""
    code, told = desk.types("roles", "give", "罗琼", "监督员")
    assert code == 2
    assert "--channel wx --account wxid_luo2（2栋1单元102）" in told
    given = ("roles", "give", "罗琼", "监督员", "--channel", "wx", "--account", "wxid_luo2")
    assert desk.types(*given)[0] == 0
    assert desk.duties(AccountRef("wx", "wxid_luo2")) == [("罗琼", "supervisor", "")]
    assert desk.duties(AccountRef("wx", "wxid_luo1")) == []


def test_without_channels_the_simulator_takes_and_gives_duties_and_groups(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """没有配置渠道 → 模拟器里的角色收得回、给得出，群也绑得上。"""
    desk = Desk(tmp_path, capsys, channels="")
    duan = AccountRef("simulator", "duan-jiarong")
    desk.post(*REGISTER)
    desk.post(Bind(duan, 1))
    assert desk.types("roles", "give", "段家荣", "网格员") == (0, "办好了：simulator 的这个账号现在是网格员 段家荣")
    assert desk.types("roles", "take", "段家荣", "网格员")[0] == 0
    assert desk.duties(duan) == []
    assert desk.types("roles", "give", "段家荣", "网格员")[0] == 0
    assert desk.duties(duan) == [("段家荣", "grid_worker", "2")]
    assert desk.types("rooms", "bind", "simulator", "2", "二网格")[0] == 0
    assert "有的是：simulator" in desk.types("rooms", "bind", "wx", "2", "二网格")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("段家荣", "队长"), "没有“队长”这种角色"),
        (("段家荣", "书记"), "名册里没有书记 段家荣"),
        (("普秀华", "网格员"), "名册里有 2 位网格员 普秀华，请加 --grid 写明哪个网格：一网格、二网格"),
        (("普秀华", "网格员", "--grid", "一网格"), "还没有账号绑定成 普秀华"),
        (("段家荣", "网格员", "--account", "wxid_duan"), "--channel 和 --account 要一起写"),
        (("段家荣", "网格员", "--channel", "wechat", "--account", "wxid_duan"), "设置里没有叫“wechat”的渠道"),
    ],
)
def test_a_wrong_duty_changes_nothing(desk: Desk, words: tuple[str, ...], said: str) -> None:
    code, told = desk.types("roles", "give", *words)
    assert code == 2
    assert told.startswith(said)
    assert desk.duties() == []
