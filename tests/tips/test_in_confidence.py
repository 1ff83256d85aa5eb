"""A confidential command: nothing of it is written down but what its handler decided, not even its question."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from domain.command import Command
from domain.decision import Answer, Ask, Decision
from domain.period import civil
from domain.query import Book
from domain.request import Request
from domain.tips.case import Recipient, new_code
from domain.tips.effects import OpenTip
from domain.tips.queries import KeyHolders, TipStaff, TipsToHandOver, TipsWaitingFor
from domain.tips.receipts import new_receipt, shown
from storage.tables.outbox import outbox
from storage.tables.questions import question
from storage.tables.work import inbox
from tests.conversations.conftest import Community, community

__all__ = ["community"]
SAID = "我要举报：CANARY 3栋飞线充电"


async def _submit(request: Request, book: Book) -> Decision:
    """What a handler of 举报 would do, at its shortest."""
    if "where" not in request.answers:
        return Decision(ask=Ask("where", "哪里、什么时候、什么事？", "text"))
    staff, keyed = await book.answer(TipStaff()), await book.answer(KeyHolders())
    receipt = new_receipt(request.outside.below)
    opened = OpenTip(
        new_code(request.outside.below),
        receipt,
        "二网格",
        "ebike_fire",
        str(request.answers["where"]),
        tuple(Recipient(one.person, one.role) for one in staff if one.person in keyed),
        civil(request.now),
        reporter=request.sender.account,
    )
    return Decision(Answer(f"回执 {shown(receipt)}"), (opened,))


def _open(community: Community) -> None:
    around = community.app.dispatcher._around
    commands: dict[str, Command] = {**around.menu}
    commands["tip_submit"] = replace(commands["tip_submit"], handle=_submit)
    changed = replace(around, menu=commands)
    for part in (community.app.dispatcher, community.app.dispatcher._decider, community.app.dispatcher._committer):
        part._around = changed


async def test_a_tip_from_question_to_card(community: Community, tmp_path: Path) -> None:
    """李桂芬：举报 → 哪里、什么时候、什么事？ → CANARY 3栋飞线充电 → 回执；16:10 段家荣收到【举报核实】。"""
    _open(community)
    store = community.app.store
    assert await community.say("李桂芬", "举报") == ["李桂芬: 哪里、什么时候、什么事？"]
    assert await store.reader.all(select(question)) == []
    (answer,) = await community.say("李桂芬", "CANARY 3栋飞线充电")
    assert answer.startswith("李桂芬: 回执 ")
    assert await store.reader.all(select(question)) == []
    assert await store.reader.all(select(outbox)) == []
    claims = await store.reader.all(select(inbox.c.at, inbox.c.fingerprint))
    assert {(at % 86_400_000, mark) for at, mark in claims} == {(57_600_000, "")}
    (code,) = await store.answer(TipsToHandOver())
    sent = (await community.stage.turn({"step": "days:1"}))["sent"]
    cards = [one for one in sent if "CANARY" in one["text"]]
    assert [one["chat"] for one in cards] == [{"scene": "private", "person": community.ids["段家荣"]}]
    assert code in cards[0]["text"]
    assert "CANARY 3栋飞线充电" in cards[0]["text"]
    people = frozenset(one.person for one in await store.answer(TipStaff()))
    assert [one.code for one in await store.answer(TipsWaitingFor(people))] == [code]
    assert await store.reader.all(select(outbox).where(outbox.c.target.startswith("sealed:"))) == []


async def test_the_day_s_limit_counts_what_was_posted(community: Community) -> None:
    _open(community)
    sender = community.app.dispatcher._around.outside.tips
    for _ in range(3):
        await community.say("李桂芬", "举报")
        await community.say("李桂芬", "CANARY 3栋飞线充电")
    account = next(iter(community.app.dispatcher._committer.whispered), None)
    assert account is None
    from domain.members import AccountRef

    assert sender.limit(AccountRef("simulator", community.ids["李桂芬"]), civil(community.clock.now())) == "day"


async def test_another_command_drops_the_whispered_question(community: Community) -> None:
    """李桂芬：举报 → 哪里……？ → 积分清单 → 清单，问题作罢。"""
    _open(community)
    await community.say("李桂芬", "举报")
    await community.say("李桂芬", "积分清单")
    assert community.app.dispatcher._committer.whispered == {}
    assert await community.app.store.answer(TipsToHandOver()) == ()


async def test_what_is_asked_after_a_tip_leaves_no_trace(community: Community) -> None:
    """举报 → 哪里……？ → 积分清单：只是问问的，账本里不多一行；问到一半的申报被举报打断，也不为它动账本。"""
    _open(community)
    store = community.app.store
    await community.say("李桂芬", "举报")
    before = await _kept(community)
    assert await community.say("李桂芬", "积分清单")
    assert await _kept(community) == before
    await community.say("李桂芬", "申报")
    (asked,) = await store.reader.all(select(question))
    await community.say("李桂芬", "举报")
    await community.say("李桂芬", "CANARY 3栋飞线充电")
    assert await store.reader.all(select(question)) == [asked]
    assert "CANARY" not in str(await community.say("李桂芬", "是"))


async def _kept(community: Community) -> tuple[list[object], list[object]]:
    reader = community.app.store.reader
    return list(await reader.all(select(inbox))), list(await reader.all(select(outbox)))


async def test_no_key_s_file_tells_when_somebody_reported(community: Community, tmp_path: Path) -> None:
    """举报以前钥匙都做好了：举报不生新文件，也不动旧文件的任何一个时间。"""
    _open(community)
    before = _stamps(tmp_path / "keys")
    assert {"receipts.key", f"{civil(community.clock.now()):%Y-%m}", f"{civil(community.clock.now())}"} <= {
        path.name for path in before
    }
    await community.say("李桂芬", "举报")
    await community.say("李桂芬", "CANARY 3栋飞线充电")
    assert _stamps(tmp_path / "keys") == before


def _stamps(folder: Path) -> dict[Path, tuple[int, ...]]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path: (seen.st_mtime_ns, seen.st_atime_ns, seen.st_ctime_ns) for path in found for seen in (path.stat(),)}
