"""The page where recipients read the texts of their cases: with their own passphrase, and never unseen."""

import re
from datetime import timedelta

from bot.app import data_directory
from bot.demonstration.keys import PASSPHRASE, equip
from domain.decision import Say, Target
from domain.desk import RecentActions
from domain.members import AccountRef
from domain.period import civil
from domain.tips.case import Recipient
from domain.tips.effects import HandOver, MoveTip, OpenTip, SaySealed, TellReporter
from domain.tips.queries import TipByReceipt, TipViewers
from tests.web.desk.conftest import START, Administrator

TEXT = "楼道堆满<b>纸箱</b>"
CODE = "T7K3PA"
DAY = civil(START)


async def _handed(admin: Administrator) -> None:
    await equip(admin.app.store, data_directory(admin.app.config) / "keys", DAY)
    opened = OpenTip(CODE, "1" * 16, "2", "other", TEXT, (Recipient(1, "grid_worker"),), DAY)
    await admin.put(opened)
    await admin.put(HandOver(CODE, DAY))


async def test_a_text_is_shown_once_and_the_opening_is_on_record(admin: Administrator) -> None:
    await _handed(admin)
    await admin.enter()
    text = await admin.do("tips", "read", code=CODE.lower(), person=1, passphrase=PASSPHRASE)
    assert "楼道堆满&lt;b&gt;纸箱" in text
    assert "只显示这一次" in text
    assert "纸箱" not in await admin.get("/desk/tips")
    assert await admin.app.store.answer(TipViewers(CODE)) == {"grid_worker": 1}
    (action,) = await admin.app.store.answer(RecentActions())
    assert action.what == "tips.read"
    assert CODE not in str(action)


async def test_wrong_words_open_nothing_and_tell_nothing(admin: Administrator) -> None:
    await _handed(admin)
    await admin.enter()
    wrong = ({"code": CODE, "passphrase": "别的口令"}, {"code": "TAAAAA", "passphrase": PASSPHRASE})
    pages = [await admin.do("tips", "read", person=1, **fields) for fields in wrong]
    assert all("打不开" in page and "纸箱" not in page for page in pages)
    assert "打不开" in await admin.do("tips", "read", code=CODE, person=9, passphrase=PASSPHRASE)
    assert await admin.app.store.answer(RecentActions()) == ()


async def test_a_passphrase_is_guessed_ever_more_slowly(admin: Administrator) -> None:
    """口令试错五次，第六次要等；等到了，本人照样打开；别人的钥匙不受影响。"""
    await _handed(admin)
    await admin.enter()
    for number in range(5):
        assert "打不开" in await admin.do("tips", "read", code=CODE, person=1, passphrase=f"猜{number}")
    held_up = await admin.do("tips", "read", code=CODE, person=1, passphrase=PASSPHRASE)
    assert "秒后再试" in held_up
    assert "纸箱" not in held_up
    assert "打不开" in await admin.do("tips", "read", code=CODE, person=2, passphrase=PASSPHRASE)
    admin.clock.set(admin.clock.now() + timedelta(seconds=2))
    assert "纸箱" in await admin.do("tips", "read", code=CODE, person=1, passphrase=PASSPHRASE)


async def test_nothing_is_published_that_repeats_a_tip(admin: Administrator) -> None:
    """写案例照抄举报原话 12 个字：没有做；换成自己的话：行。"""
    await _handed(admin)
    told = OpenTip(
        "TGGGGG", "2" * 16, "2", "other", "有人半夜在楼道里给电动车充电", (Recipient(1, "grid_worker"),), DAY
    )
    await admin.put(told)
    await admin.put(HandOver("TGGGGG", DAY))
    await admin.enter()
    refused = await admin.do("cases", "draft", title="充电", text="从前，有人半夜在楼道里给电动车充电，差点着火。")
    assert "一模一样" in refused
    assert "一模一样" not in await admin.do("cases", "draft", title="充电", text="从前有一户把电瓶拎上楼充，差点着火。")


async def test_without_keys_the_page_says_how_to_make_them(admin: Administrator) -> None:
    await admin.enter()
    assert "keys init" in await admin.get("/desk/tips")


async def test_no_page_shows_anything_of_a_tip(admin: Administrator) -> None:
    """转过、追问过、办结过、还没发出去的话都在：工作台每一页、健康接口、名单里都没有编号、原话、账号、回执。"""
    await _handed(admin)
    told = OpenTip(
        "TGGGGG", "3847102955610923", "2", "other", "芦笛曲甲", (Recipient(1, "grid_worker"),), DAY,
        reporter=AccountRef("nowhere", "wxid_canary"),
    )  # fmt: skip
    await admin.put(told)
    await admin.put(HandOver("TGGGGG", DAY), SaySealed(Say(Target("account", "wxid_canary", "nowhere"), "芦笛曲乙")))
    case = await admin.app.store.answer(TipByReceipt(told.receipt))
    assert case is not None
    await admin.put(MoveTip(case, "confirmed", DAY), TellReporter("TGGGGG", "芦笛曲丙", DAY))
    await admin.app.delivery.drain()
    await admin.enter()
    pages = sorted(set(re.findall(r'href="(/desk[a-z/_]*)"', await admin.get("/desk"))))
    assert len(pages) > 15
    shown = "".join([await admin.get(path) for path in (*pages, "/health")])
    secrets = (CODE, "TGGGGG", "芦笛曲", "纸箱", "wxid_canary", "nowhere", told.receipt, "3847 1029")
    assert [secret for secret in secrets if secret in shown] == []
