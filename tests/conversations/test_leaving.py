"""Leaving: untied at once, erased by night where that is wished, and nothing lost by it."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import SHANGHAI
from domain.attachments import AttachmentOf
from domain.decision import Unit
from domain.facts import Fact, FactsOf, KeepFacts
from domain.matters.matter import MattersOf, OpenMatters
from domain.members import FindSubjects
from domain.standing import EntriesOf
from tests.conversations.conftest import Community
from tests.conversations.street import passing

SOON = datetime(2026, 11, 25, 12, 0, tzinfo=SHANGHAI)
LATER = datetime(2026, 11, 29, 12, 0, tzinfo=SHANGHAI)


async def _has_a_past(community: Community) -> int:
    """张三 has an entry with a note, a pledge, and a deed with a photo that is decided."""
    await community.say("段家荣", "加分 3栋2单元501 张三 志愿服务 2 备注 雨天也来了")
    await community.say("张三", "承诺 依法使用电动车")
    await community.say("张三", "是")
    await community.say("张三", "申报 楼道清理 雨天拖的三楼")
    await community.send_photo("张三")
    (found,) = await community.app.store.answer(FindSubjects("张三", "", ""))
    return found.id


async def test_untying_keeps_the_facts(community: Community) -> None:
    """解绑 → 不影响服务，资料也删吗 → 不用 → 只解绑；再绑定，分数还在。"""
    number = await _has_a_past(community)
    (said,) = await community.say("张三", "解绑")
    assert "不会降低您的任何服务" in said
    assert "资料也删吗" in said
    assert "资料没有动" in (await community.say("张三", "不用"))[0]
    assert "还没有绑定" in (await community.say("张三", "积分"))[0]
    await passing(community, LATER)
    (found,) = await community.app.store.answer(FindSubjects("张三", "", ""))
    assert found.id == number


async def test_erasing_leaves_a_number_and_a_sound_book(community: Community) -> None:
    """注销 → 是 → 几天后姓名、备注、照片、话都没了；账还在，账本完好。"""
    number = await _has_a_past(community)
    book = community.app.store
    (deed,) = await book.answer(MattersOf(number, "deed"))
    await book.post(Unit(None, (KeepFacts(number, (Fact("dog", "没养犬", "visit", "2026-11-01"),)),)))
    await community.say("张三", "注销")
    assert "15 天内删完" in (await community.say("张三", "是"))[0]
    await passing(community, LATER)
    assert await book.answer(FindSubjects("张三", "", "")) == ()
    assert await book.answer(FindSubjects("", "3栋2单元501", "")) == ()
    assert await book.answer(OpenMatters(subject=number)) == ()
    assert await book.answer(FactsOf(number)) == ()
    assert len(await book.answer(EntriesOf(number, ""))) > 0
    assert await book.answer(AttachmentOf(str(deed.facts["photo"]))) is None
    (bare,) = await book.answer(MattersOf(number, "deed"))
    assert (bare.line, bare.facts["photo"], bare.concerns) == ("", "", ())
    assert await community.proof() == ()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_nothing_is_left_in_the_file(community: Community, tmp_path: Path) -> None:
    """删完以后，数据库文件里找不到名字、备注和写过的话。"""
    await community.say("段家荣", "加分 3栋2单元501 张三 志愿服务 2 备注 雨天也来了")
    await community.say("张三", "申报 楼道清理 雨天拖的三楼")
    await community.say("张三", "注销")
    await community.say("张三", "是")
    await passing(community, LATER)
    written = b"".join(file.read_bytes() for file in tmp_path.glob("book.db*"))
    assert written
    for word in ("张三", "雨天也来了", "雨天拖的三楼"):
        assert word.encode() not in written, word


async def test_who_comes_back_is_not_erased(community: Community) -> None:
    """注销 → 是 → 第二天又绑定 → 不删。"""
    await community.enter("赵小云", address="5栋1单元301", bound=False, phone="13800001234")
    for word in ("绑定 赵小云 5栋1单元301", "是", "1234", "注销"):
        await community.say("赵小云", word)
    assert "已解绑" in (await community.say("赵小云", "是"))[0]
    community.pass_time(days=1)
    for word in ("绑定 赵小云 5栋1单元301", "是"):
        await community.say("赵小云", word)
    assert "绑定好了" in (await community.say("赵小云", "1234"))[0]
    await passing(community, LATER)
    assert "信用分 100" in (await community.say("赵小云", "积分"))[0]


async def test_a_deduction_goes_on_until_the_facts_go(community: Community) -> None:
    """刚说删除的头两天，名字还在，等答复的事也还在。"""
    number = await _has_a_past(community)
    await community.say("张三", "注销")
    await community.say("张三", "是")
    await passing(community, SOON)
    assert len(await community.app.store.answer(OpenMatters(subject=number))) > 0


async def test_a_duty_is_not_given_up_this_way(community: Community) -> None:
    """网格员自己解绑 → 说清身份要由管理员改；今日照样能看。"""
    await community.enter("尹师傅", "grid_worker", address="4栋1单元101")
    (said,) = await community.say("尹师傅", "解绑")
    assert "由管理员来改" in said
    await community.say("尹师傅", "是")
    await passing(community, LATER)
    assert any("没有等您答复的事" in one or "今日" in one for one in await community.say("尹师傅", "今日"))


async def test_whoever_is_not_bound_learns_that_nothing_is_kept(community: Community) -> None:
    """没绑定的人发“删除我的信息”：知道这里没有记着他的信息，不叫他先去绑定。"""
    await community.enter("游客", bound=False)
    for asked in ("删除我的信息", "我的数据"):
        (said,) = await community.say("游客", asked)
        assert said.startswith("游客: 您还没有绑定，这里没有记着您的信息"), asked
