"""A tip-off from the first word to the voucher leaves nothing to read: not in the book, its logs, outbox or copies."""

import gzip
from pathlib import Path

from bot.operating.backing import make_backup
from storage.database import open_database
from tests.conversations.conftest import Community
from tests.conversations.test_silent_logs import Ear, ear
from tests.conversations.tips import batch, code_in, receipt_in, staff, voucher_batch
from tests.tips.linkage.dumping import stolen
from tests.tips.linkage.searching import forms

SAID, MORE, ASKED, NOTE = "芦笛曲甲堆满了纸箱", "芦笛曲乙还在那里", "芦笛曲丙在几楼", "芦笛曲丁已劝导"


__all__ = ["ear"]


async def _life(community: Community) -> list[str]:
    """李桂芬 reports, adds, is asked, is judged right and takes the voucher; what of it is secret."""
    await staff(community)
    await voucher_batch(community)
    receipt = receipt_in(await community.say("李桂芬", f"举报 8栋楼道{SAID}"))
    await community.say("李桂芬", "是")
    await community.send_photo("李桂芬")
    card = (await batch(community))[0]
    name = community.as_lines([card])[0].split(":")[0]
    await community.say(name, f"追问 {code_in([card])} {ASKED}")
    await community.say("李桂芬", f"补充 {receipt} {MORE}")
    await batch(community)
    await community.say(name, f"核实 {code_in([card])} 属实 {NOTE}")
    await community.say("李桂芬", f"领取奖励 {receipt}")
    (voucher,) = await community.say("李桂芬", "是")
    found = voucher.split("券码 ")[1][:9]
    await community.stage.turn({"step": "days:1"})
    return [SAID, MORE, ASKED, NOTE, receipt, receipt.replace(" ", ""), found, found.replace(" ", "")]


async def test_nothing_of_a_tip_can_be_read_anywhere(community: Community, ear: Ear, tmp_path: Path) -> None:
    """举报、补充、追问、核实、领券之后：账本、日志、待发、备份里都找不到原话、回执和券码。"""
    secrets = await _life(community)
    database = open_database(community.app.config.database.url)
    dump = await stolen(database, tmp_path / "keys")
    await database.close()
    made, _ = await make_backup(community.app.config, tmp_path / "copies", community.clock.now())
    copies = sorted((tmp_path / "copies").glob("gridbot-*"))
    assert (made, len(copies)) == (0, 1)
    pieces = [dump.raw, "\n".join(ear.lines).encode(), "\n".join(name for name, _ in dump.keys).encode()]
    pieces += [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in copies]
    assert [secret for secret in secrets for piece in pieces if any(form in piece for form in forms(secret))] == []
    assert community.ids["李桂芬"]
    assert [row for row in dump.of("outbox") if str(row.values["target"]).startswith("sealed")] == []


async def test_the_same_search_finds_what_is_no_secret(community: Community, tmp_path: Path) -> None:
    """申报的说明不是秘密：同样的搜法搜得到。"""
    await community.say("李桂芬", f"申报 楼道清理 {SAID}")
    database = open_database(community.app.config.database.url)
    dump = await stolen(database, tmp_path / "keys")
    await database.close()
    assert any(form in dump.raw for form in forms(SAID))
