"""Everything that is kept on somebody, as a file for them alone."""

import hashlib
from datetime import datetime
from pathlib import Path

from bot.clock import SHANGHAI
from domain.attachments import AttachmentOf
from domain.code import NewCode
from domain.decision import Unit
from domain.members import FindSubjects
from domain.teams.team import KeepSkills, RegisterVolunteer
from handlers.members import kept_wording
from storage.answering import keeping
from tests.conversations.activities import announced
from tests.conversations.conftest import Community
from tests.conversations.exchanging import earn
from tests.conversations.street import passing


async def _file(community: Community, tmp_path: Path, name: str) -> str:
    (said,) = await community.sent(name, "我的数据")
    assert said["file"]["name"] == "我的数据.txt"
    found = [file for file in tmp_path.rglob("*") if file.is_file() and "我的数据".encode() in file.read_bytes()[:40]]
    (newest,) = found
    return newest.read_bytes().decode("utf-8-sig")


async def test_everything_is_in_it_but_tips(community: Community, tmp_path: Path) -> None:
    """我的数据 → 一个文件：登记、绑定、每一笔、承诺、申报；没有举报，也没有别人。"""
    await community.say("段家荣", "加分 3栋2单元501 张三 志愿服务 2 备注 雨天也来了")
    await community.say("段家荣", "加分 6栋1单元302 李桂芬 志愿服务 2 备注 别人的事")
    await community.say("张三", "承诺 依法使用电动车")
    await community.say("张三", "是")
    await community.say("张三", "申报 楼道清理 拖了三楼")
    await community.say("张三", "举报 3栋楼下有人飞线充电")
    await community.say("张三", "是")
    text = await _file(community, tmp_path, "张三")
    for part in ("名称：张三", "simulator", "说明：雨天也来了", "依法使用电动车", "拖了三楼", "信用分 +2"):
        assert part in text, part
    assert "飞线充电" not in text
    assert "李桂芬" not in text
    assert "别人的事" not in text


async def test_what_other_capabilities_keep_is_written_in_words(community: Community, tmp_path: Path) -> None:
    """报名、志愿者登记、兑换：中文的名称和日子，没有英文字段名和时间戳。"""
    await announced(community)
    await earn(community, "张三", 20)
    for words in ("报名 1", "兑换 理发券", "是"):
        await community.say("张三", words)
    (found,) = await community.app.store.answer(FindSubjects("张三"))
    skilled = (RegisterVolunteer(NewCode("Z"), found.id), KeepSkills(found.id, ("家电维修",), ("weekend",)))
    await community.app.store.post(Unit(None, skilled, at=1_790_000_000_000))
    text = await _file(community, tmp_path, "张三")
    assert "【活动报名】\n活动编号：1，报名次序：1，状态：报上了\n" in text
    assert "登记于：2026-09-21 22:13，专长：家电维修，空闲时间：周末白天\n" in text
    assert "奖励：义务理发一次，名称：义务理发一次，用了几分：8，状态：可用" in text
    assert "义务理发一次 可用积分 -8" in text


async def test_what_the_other_side_did_is_not_put_down_to_the_reader(community: Community, tmp_path: Path) -> None:
    """李桂芬申请调解，张三回“是”：李桂芬的文件里是“参与的人确认”，不是“本人确认”。"""
    await community.say("李桂芬", "调解 楼上漏水一直不修")
    await community.say("李桂芬", "3栋2单元501")
    await community.say("张三", "是")
    text = await _file(community, tmp_path, "李桂芬")
    assert "本人提出" in text
    assert "参与的人确认" in text
    assert "本人确认" not in text


async def test_every_column_that_names_somebody_has_words() -> None:
    columns = {name for table, (names, _) in keeping._REST.items() for name in (table, *names)}
    assert columns <= kept_wording.COLUMNS.keys() | kept_wording.TABLES.keys()


async def test_the_file_is_forgotten_after_a_day(community: Community, tmp_path: Path) -> None:
    """导出我的信息 → 文件；后天再看，这边已经删了。"""
    text = await _file(community, tmp_path, "张三")
    number = hashlib.sha256(text.encode("utf-8-sig")).hexdigest()
    assert await community.app.store.answer(AttachmentOf(number)) is not None
    await passing(community, datetime(2026, 11, 25, 12, 0, tzinfo=SHANGHAI))
    assert await community.app.store.answer(AttachmentOf(number)) is None


async def test_it_is_a_private_matter(community: Community) -> None:
    """群里发 我的数据 → 请私聊我。"""
    said = await community.say("张三", "@网格小信 我的数据", group=True)
    assert said == ["群: 这件事不方便在群里办，请私聊我。"]
