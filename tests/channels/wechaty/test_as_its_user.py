"""The whole bot on a real gateway, used by its operator's command line and by people who only chat."""

import csv
from pathlib import Path

import pytest

from tests.channels.wechaty.as_user import Operator, Phone
from tests.channels.wechaty.gateway import ANN, BEN, BOT, Gateway

pytestmark = pytest.mark.gateway

GRID_ROOM, STAFF_ROOM, STRANGE_ROOM = "20002@chatroom", "20009@chatroom", "20003@chatroom"
WORKER = "wxid_duan"
NICKNAMES = {ANN: "安", BEN: "本", WORKER: "小段"}
REGISTER = {
    "网格": [["代码", "名称"], ["2", "二网格"]],
    "信用主体": [
        ["类型", "名称", "网格", "地址", "电话"],
        ["居民", "李桂芬", "二网格", "6栋1单元302", "19900001111"],
        ["居民", "段家荣", "二网格", "1栋1单元101", "19900002222"],
        ["居民", "张三", "二网格", "3栋2单元501", "19900003333"],
    ],
    "工作人员": [["姓名", "角色", "网格", "电话"], ["段家荣", "网格员", "二网格", "19900002222"]],
}
REGISTER_NAMES = [row[1] for row in REGISTER["信用主体"][1:]]


@pytest.fixture
def operator(gateway: Gateway, tmp_path: Path) -> Operator:
    return Operator(tmp_path, gateway)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    folder = tmp_path / "register"
    folder.mkdir()
    for name, rows in REGISTER.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return folder


@pytest.fixture
async def phone(gateway: Gateway) -> Phone:
    await gateway.do("contact/create", id=WORKER, name="小段")
    for room, topic in ((GRID_ROOM, "二网格邻里群"), (STAFF_ROOM, "网格员工作群"), (STRANGE_ROOM, "团购群")):
        await gateway.do("room/create", id=room, topic=topic, memberIds=[BOT, ANN, WORKER], aliases={BOT: "网格小信"})
    return Phone(gateway)


async def _bound(phone: Phone, account: str, who: str, tail: str) -> None:
    for text in (f"绑定 {who}", "是"):
        await phone.after(1, "say", **{"from": account}, text=text)
    said = await phone.after(1, "say", **{"from": account}, text=tail)
    assert said[account].startswith("绑定好了"), said


async def test_a_first_day(operator: Operator, register: Path, phone: Phone, gateway: Gateway) -> None:
    """导入登记表、启动、居民和网格员各自绑定、绑群、给角色，然后照常聊天：积分、加分、申报、引用卡片回属实。"""
    code, said = await operator.types("import", str(register))
    assert code == 0
    assert "导入完成：网格 1 个，信用主体 3 个，工作人员 1 名" in said
    async with operator.running() as bot:
        await _bound(phone, ANN, "李桂芬 6栋1单元302", "1111")
        await _bound(phone, WORKER, "段家荣 1栋1单元101", "2222")
        await _an_unbound_group_hears_nothing(phone, gateway)
        assert (await operator.types("rooms", "bind", "wx", GRID_ROOM, "二网格"))[0] == 0
        assert (await operator.types("rooms", "bind", "wx", STAFF_ROOM, "--staff"))[0] == 0
        code, said = await operator.types("roles", "give", "段家荣", "网格员")
        assert (code, said) == (0, "办好了：wx 的这个账号现在是网格员 段家荣\n")
        await _newcomers_are_greeted(phone)
        await _points(phone)
        await _a_deed(phone)
        assert bot.desk.startswith(bot.address)
    assert "standing: online" in operator.log
    for secret in (*REGISTER_NAMES, *NICKNAMES, *NICKNAMES.values(), GRID_ROOM, gateway.ready["token"], "楼道清理"):
        assert secret not in operator.log
    assert (await gateway.state())["loggedIn"]  # leaving is no logging out
    assert "账本完好" in (await operator.types("verify"))[1]


async def _an_unbound_group_hears_nothing(phone: Phone, gateway: Gateway) -> None:
    before = len(await phone.sent())
    await gateway.say("积分", by=ANN, to=STRANGE_ROOM, mention=[BOT])
    await gateway.do("room/join", roomId=STRANGE_ROOM, ids=[BEN], inviterId=ANN)
    # What comes later in private is answered; the group is still silent then.
    said = await phone.after(1, "say", **{"from": ANN}, text="帮助")
    assert set(said) == {ANN}
    assert len(await phone.sent()) == before + 1


async def _newcomers_are_greeted(phone: Phone) -> None:
    said = await phone.after(1, "room/join", roomId=GRID_ROOM, ids=[BEN], inviterId=ANN)
    assert said[GRID_ROOM].startswith("@本\u2005大家好")
    assert "绑定 姓名 楼栋房号" in said[GRID_ROOM]
    assert "群里的聊天我不记录" in said[GRID_ROOM]
    said = await phone.after(1, "friend/request", **{"from": BEN}, hello="我是本")
    assert "绑定 姓名 楼栋房号" in said[BEN]


async def _points(phone: Phone) -> None:
    said = await phone.after(2, "say", **{"from": ANN}, to=GRID_ROOM, text="积分", mention=[BOT])
    assert said[GRID_ROOM] == "@安\u2005已私信您。"
    assert "信用分 100" in said[ANN]
    said = await phone.after(2, "say", **{"from": WORKER}, text="加分 6栋1单元302 李桂芬 志愿服务 5")
    assert said[WORKER].startswith("L1 李桂芬")
    assert said[ANN].startswith("L1 ")
    said = await phone.after(1, "say", **{"from": ANN}, text="积分")
    assert "信用分 105" in said[ANN]


async def _a_deed(phone: Phone) -> None:
    said = await phone.after(3, "say", **{"from": ANN}, text="申报 楼道清理 6栋一单元")  # with the question for a photo
    card = said[WORKER]
    assert card.startswith("【申报】D1")
    said = await phone.after(2, "quote", **{"from": WORKER}, quotedName="网格小信", quotedText=card, text="属实")
    assert said[WORKER].startswith("L2 李桂芬")
    assert said[ANN].startswith("L2 ")
