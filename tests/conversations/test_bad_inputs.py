"""Every line of the catalogue of bad inputs: played here, proved in a named test, or waiting for its capability."""

import ast
import contextlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, select

from bot.config import BrokenConfig, read_config
from bot.secrets import LooseKey, install_key
from bot.web.desk.health import health
from bot.web.simulator.failures import BookFaultError, UnfitError
from domain.calendar import Cron, QuietHours
from domain.decision import Unit
from domain.desk import UnbindRoom
from storage.database import open_database
from storage.tables.ledger import entry, entry_note
from tests.conversations.conftest import BOT, START, Community

HERE = Path(__file__).resolve().parents[1]
LINES = {
    line["id"]: line for line in map(json.loads, (HERE / "data" / "bad_inputs.jsonl").read_text("utf-8").splitlines())
}

WAITING = {
    "nicknames shown on boards, which show register names only": ("G031",),
}
"""Lines that wait for later work, by what they open with; whoever opens it moves its lines up."""

ELSEWHERE = {
    "P040": "pictures/test_recoding.py::test_a_photo_loses_place_time_colour_profile_comment_and_what_trails_it",
    "P042": "pictures/test_recoding.py",
    "P043": "pictures/test_recoding.py",
    "P045": "pictures/test_recoding.py::test_a_photo_loses_place_time_colour_profile_comment_and_what_trails_it",
    "P047": "pictures/test_recoding.py",
    "P002": "conversations/test_tip_receipts.py::test_one_question_that_leaves_nothing",
    "P005": "conversations/test_tips.py::test_own_name_and_flat_are_hidden_unless_wanted",
    "P007": "conversations/test_tip_verdicts.py::test_the_worker_learns_nothing_of_a_tip_about_himself",
    "P008": "conversations/test_tip_verdicts.py::test_where_everybody_is_concerned_nothing_is_stored",
    "P010": "conversations/test_tips.py::test_no_list_of_reporters_can_be_had",
    "P012": "conversations/test_tips.py::test_no_list_of_reporters_can_be_had",
    "P013": "conversations/test_tip_receipts.py::test_three_a_day_and_the_same_only_once",
    "P015": "conversations/test_tip_receipts.py::test_three_a_day_and_the_same_only_once",
    "P017": "conversations/test_tips.py::test_who_reported_is_one_sentence_always",
    "P018": "conversations/test_tips.py::test_who_reported_is_one_sentence_always",
    "P020": "conversations/test_tips.py::test_no_list_of_reporters_can_be_had",
    "P023": "conversations/test_tips.py::test_strangers_may_report",
    "P025": "conversations/test_tip_receipts.py::test_wrong_foreign_and_expired_receipts",
    "P027": "conversations/test_tip_receipts.py::test_after_closing_nothing_is_reopened",
    "P030": "conversations/test_tip_receipts.py::test_taken_back",
    "P032": "conversations/test_tip_verdicts.py::test_other_people_decide_nothing",
    "P033": "conversations/test_tip_verdicts.py::test_other_people_decide_nothing",
    "P035": "conversations/test_tip_verdicts.py::test_a_doubtful_word_is_no_verdict",
    "P037": "conversations/test_tip_verdicts.py::test_a_changed_mind_needs_the_supervisor",
    "P038": "conversations/test_tip_verdicts.py::test_one_verdict_however_often_it_arrives",
    "C005": "conversations/test_tip_verdicts.py::test_a_worker_who_supervises_himself_gets_nothing",
    "G007": "conversations/test_bad_inputs.py::test_a_group_that_nobody_bound_is_left_alone",
    "G061": "storage/test_settlement.py::test_late_facts_post_in_the_open_month",
    "G071": "conversations/test_undoing.py::test_own_entries_of_today_are_reversed_alone_and_once",
    "G074": "conversations/test_rewards.py::test_short_of_points_out_of_stock_and_too_many",
    "G076": "storage/test_shop.py::test_two_hundred_at_once_for_five_pieces",
    "P028": "conversations/test_rewards.py::test_a_bearer_voucher_is_taken_for_goods_and_leaves_nothing",
    "H015": "web/desk/test_access.py::test_a_foreign_name_is_turned_away",
    "H017": "web/desk/test_access.py::test_a_form_without_its_mark_changes_nothing",
    "H022": "web/desk/test_access.py::test_wrong_keys_make_everybody_wait_longer_and_longer",
    "H014": "web/test_odd_calls.py::test_every_answer_carries_the_headers",
    "F001": "workbook/test_source.py::test_the_sum_of_all_parts_is_counted",
    "F003": "workbook/test_source.py::test_other_files_are_refused",
    "F005": "workbook/test_source.py::test_a_damaged_csv_lists_every_bad_row_with_its_number",
    "F006": "workbook/test_source.py",
    "F008": "storage/test_backup.py::test_a_book_copied_without_its_tail_is_told",
    "C003": "rules/test_refusals.py",
    "H002": "channels/wecom_kf/test_callback.py::test_forgeries_get_the_same_short_no",
    "H004": "channels/wecom_kf/test_callback.py::test_a_repeated_callback_rings_once",
    "H005": "channels/wecom_kf/test_callback.py::test_forgeries_get_the_same_short_no",
    "H007": "channels/wecom_kf/test_callback.py::test_what_is_no_message_is_400",
    "H009": "channels/wecom_kf/test_callback.py::test_packed_and_large_bodies_are_not_read",
    "H010": "channels/wecom_kf/test_callback.py::test_packed_and_large_bodies_are_not_read",
    "H012": "channels/wecom_kf/test_callback.py::test_two_lengths_are_refused_and_the_line_is_closed",
    "H019": "channels/wecom_webhook/test_webhook.py::test_too_often_stops_it_for_a_minute",
    "H020": "channels/wecom_kf/test_conversations.py::test_an_expired_token_is_renewed_once_for_all",
    "H024": "channels/wecom_aibot/test_outage.py::test_a_limit_an_expiry_a_kick_and_six_hours_away",
    "P022": "channels/wecom_aibot/test_talk.py::test_a_voice_comes_as_words",
    "P048": "channels/wecom_aibot/test_talk.py::test_a_video_is_never_fetched",
    "C011": "channels/wecom_webhook/test_webhook.py::test_only_the_platforms_own_address_will_do",
}
"""Lines that a test of the part itself proves."""

NOTHING = [
    "G001",
    "G002",
    "G009",
    "G011",
    "G012",
    "G014",
    "G016",
    "G017",
    "G019",
    "G024",
    "G026",
    "G029",
    "G032",
    "G034",
    "G056",
    "G057",
    "G059",
    "G072",
    "G077",
    "G079",
]
"""Lines of which nothing may be written and at most one sentence said."""
SILENCE = ("G042", "G047", "G049", "G051", "G052", "G054", "P003")
"""Lines that nobody answers."""
KEPT = ("G036", "G037", "G039", "G041")
"""Lines whose free words are kept to the letter and do nothing."""
ALONE = (
    "F010", "G004", "G006", "G021", "G022", "G027", "G044", "G046", "G062",
    "G064", "G066", "G067", "G069", "C001", "C006", "C008", "C010",
)  # fmt: skip
"""Lines with a test of their own below."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is said, and by whom."""

    text: str
    by_worker: bool = False
    more: dict[str, object] = field(default_factory=dict)


def line(number: str) -> Line:
    """A chat line of the catalogue, with its context applied."""
    given = str(LINES[number]["input"])
    context: dict[str, object] = {}
    if given.startswith("@@ctx "):
        head, _, given = given.removeprefix("@@ctx ").partition("\n")
        context = json.loads(head)
    if given.startswith("@@gen "):
        made = json.loads(given.removeprefix("@@gen "))
        given = made.get("prefix", "") + made["repeat"] * made["n"]
    return Line(given, context.get("sender") == "worker", context)


def named(text: str) -> str:
    """The same award in the grammar that was chosen: with an item of the list."""
    return text.replace("加分 张三 ", "加分 张三 志愿服务 ").replace("志愿服务 加分", "加分")


async def entries(community: Community) -> list[tuple[int, str]]:
    """The amounts and notes of all entries so far."""
    database = open_database(community.app.config.database.url)
    statement = select(entry.c.amount, entry_note.c.note).outerjoin(entry_note, entry_note.c.seq == entry.c.seq)
    async with database.reader.connect() as connection:
        found = [(int(row[0]), str(row[1] or "")) for row in await connection.execute(statement)]
    await database.close()
    return found


UNLISTED = {
    "加分 张三 志愿服务 0": "1 到 8 之间",
    "加分 张三 志愿服务 35": "1 到 8 之间",
    "加分 张三 志愿服务 ½": "大于 0 的整数",
    "加分 张三 志愿服务 99999999": "大于 0 的整数",
    "加分 张三; DROP TABLE entry;-- 志愿服务 1": "没有找到",
    '加分 =HYPERLINK("http://x") 志愿服务 1': "没有找到",
    "加分 张三 无偿献血 5": "不能记分",
    "扣分 张三 生病 3": "没有登记",
    "扣分 张三 上访投诉 3": "不能扣分",
    "冲正 L0": "没有找到",
    "签到 999 张三": "没有 999 号活动",
    "核销 V0000000": "不能核销",
    "认领 P99999": "没有找到",
    "预约 多媒体教室 昨天9点到11点": "没有",
    f"求助 {'救' * 3000}": "最多写 100 字，您写了 3000 字",
    f"致谢 李桂芬 {'好' * 3000}": "最多写 100 字",
    f"申报 楼道清理 {'楼' * 600}": "最多写 500 字",
    f"通知 {'水' * 2500}": "最多写 2000 字",
    "问 ？？？？？！！！": "想问什么",
}
"""More of the same kinds than the catalogue has, and a word of what is answered."""


@contextlib.contextmanager
def full_disk() -> Iterator[Callable[[], None]]:
    """The database refuses to keep more in the middle of a commit: SQLite by its quota, PostgreSQL by its own error.

    What it yields frees the disk again.
    """
    pages = {True: 1, False: 2**30}
    full = True

    def fill(connection: Connection) -> None:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages[full]}")

    def refuse(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if full and connection.dialect.name != "sqlite" and "INSERT INTO ENTRY " in statement.upper():
            raised = "DO $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$"
            connection.exec_driver_sql(raised)

    def free() -> None:
        nonlocal full
        full = False

    event.listen(Engine, "begin", fill)
    event.listen(Engine, "before_cursor_execute", refuse)
    try:
        yield free
    finally:
        event.remove(Engine, "begin", fill)
        event.remove(Engine, "before_cursor_execute", refuse)


def test_every_line_is_somewhere_once() -> None:
    waiting = [number for numbers in WAITING.values() for number in numbers]
    placed = [*waiting, *ELSEWHERE, *NOTHING, *SILENCE, *KEPT, *ALONE]
    assert sorted(placed) == sorted(set(placed))
    assert set(placed) == set(LINES)
    assert len(LINES) == 104


@pytest.mark.parametrize("number", ELSEWHERE)
def test_what_is_proved_elsewhere_is_there(number: str) -> None:
    path, _, name = ELSEWHERE[number].partition("::")
    tree = ast.parse((HERE / path).read_text("utf-8"))
    functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert name in functions if name else any(one.startswith("test_") for one in functions)


@pytest.mark.parametrize("number", NOTHING)
async def test_nothing_is_written_and_little_said(community: Community, number: str) -> None:
    """群里不点名、群里点名、私聊，原话和带上项目的话：一笔不记，每次最多一句，看不到程序的毛病。"""
    said = line(number)
    who = "段家荣" if said.by_worker else "李桂芬"
    for text in dict.fromkeys((said.text, named(said.text))):
        for group, words in ((True, text), (True, f"{BOT} {text}"), (False, text)):
            answers = await community.say(who, words, group=group)
            private = [one for one in answers if not one.startswith("群")]
            assert len(private) <= 1, answers
            assert len(answers) - len(private) <= 1, answers
            assert not any(sign in one for one in answers for sign in ("Error", "Traceback", "没办成", "\u202e"))
            community.pass_time(minutes=11)
    assert await entries(community) == []


async def test_more_of_the_same_kinds(community: Community) -> None:
    """段家荣发来各种不成样子的话：一笔不记，每次一句话，说清是哪里不对。"""
    for text, words in UNLISTED.items():
        (said,) = await community.say("段家荣", text)
        assert words in said, (text, said)
        assert "没办成" not in said
    assert await entries(community) == []


@pytest.mark.parametrize("number", SILENCE)
async def test_nobody_answers(community: Community, number: str) -> None:
    """普通话、引用来的话、假公告：不回，不转，不记。"""
    said = line(number)
    group = LINES[number]["channel"] == "group"
    for who in ("李桂芬", "张三"):
        assert await community.say(who, said.text, group=group) == []
    assert await entries(community) == []


@pytest.mark.parametrize("number", KEPT)
async def test_free_words_are_only_words(community: Community, number: str) -> None:
    """说明里写什么就留什么：不算式子，不点人，不变样。"""
    note = line(number).text.partition(" 5 ")[2]
    text = f"加分 张三 志愿服务 5 备注 {note}"
    sent = await community.sent("段家荣", text)
    assert [shown["mentions"] for shown in sent] == [[] for _ in sent]
    assert not any("49" in shown["text"] or "<@" in shown["text"] for shown in sent)
    assert await entries(community) == [(5, note), (5, note)]


async def test_g004_nobody_awards_oneself(community: Community) -> None:
    """王建国给自己加分 → 不记，说要请别人。"""
    await community.enter("王建国", "grid_worker")
    (said,) = await community.say("王建国", "加分 王建国 志愿服务 2")
    assert "没有登记" in said or "回避" in said or "另一位" in said
    assert await entries(community) == []


@pytest.mark.parametrize("name", ["网格小信", "网格\u200b小信", "网格 小信", "网格小信１"])
async def test_g006_a_double_is_told_to_the_administrator(community: Community, name: str) -> None:
    """有人把昵称改得和机器人一样，在群里发假公告：不理，工作台上写明在哪个群。"""
    await community.enter("二宝", known_as="假")
    person = community.channel.people.get(community.ids["假"])
    assert person is not None
    community.channel.people.add(replace(person, name=name))
    assert await community.say("假", line("G006").text, group=True) == []
    found = {check.name: check for check in await health(community.app)}
    assert ("posers" in found) is (name != "网格小信１")
    if "posers" in found:
        assert "二网格" in found["posers"].found
        assert (found["posers"].state, "改名" in found["posers"].todo) == ("look", True)
    assert await entries(community) == []


async def test_g067_what_is_taken_back_stands_and_is_offered_to_be_undone(community: Community) -> None:
    """段家荣撤回“加分 张三 …” → 私信：账没有变，要撤销请发 冲正 L…；照着发就撤了；撤回同一条两次只说一次。"""
    body = {"from": community.ids["段家荣"], "scene": "private"}
    said = await community.stage.say({**body, "text": "加分 张三 志愿服务 5"})
    before = await entries(community)
    assert len(before) == 2
    (offer,) = community.as_lines((await community.stage.say({**body, "recall": said["id"]}))["sent"])
    assert await entries(community) == before
    code = re.search(r"冲正 L[0-9]+", offer)
    assert code is not None, offer
    assert (await community.stage.say({**body, "recall": said["id"]}))["sent"] == []
    await community.say("段家荣", f"{code[0]} 发错了")
    assert sum(amount for amount, _ in await entries(community)) == 0


async def test_g067_other_messages_taken_back(community: Community) -> None:
    """撤回闲话、查询：不说什么；撤回申报：说事情还在；别人的消息撤不了。"""
    body = {"from": community.ids["李桂芬"], "scene": "private"}
    for text, words in (("你好", ""), ("积分", ""), ("申报 楼道清理 3栋一单元", "不会跟着撤回")):
        said = await community.stage.say({**body, "text": text})
        told = community.as_lines((await community.stage.say({**body, "recall": said["id"]}))["sent"])
        assert len(told) == bool(words)
        assert all(words in one for one in told)
    other = await community.stage.say({"from": community.ids["张三"], "scene": "group", "text": "早"})
    with pytest.raises(UnfitError, match="自己"):
        await community.stage.say({"from": community.ids["李桂芬"], "scene": "group", "recall": other["id"]})


async def test_f010_a_full_disk_keeps_nothing_and_is_told(community: Community) -> None:
    """写到一半磁盘满了：一笔不留，平台那边得到 503 会再送，工作台上写明；腾出空间，同一条再送就记上。"""
    text = "加分 张三 志愿服务 2 备注 " + "扫" * 3000
    body = {"from": community.ids["段家荣"], "scene": "private", "text": text, "message_id": "m1"}
    with full_disk() as free:
        with pytest.raises(BookFaultError, match="磁盘"):
            await community.stage.say(body)
        assert await entries(community) == []
        assert await community.proof() == ()
        assert not community.app.is_writable
        found = {check.name: check for check in await health(community.app)}
        assert (found["book"].state, "磁盘" in found["book"].todo) == ("bad", True)
        free()
        again = await community.stage.say(body)
    assert any("志愿服务" in one for one in community.as_lines(again["sent"]))
    assert len(await entries(community)) == 2
    assert await community.proof() == ()
    assert community.app.is_writable


async def test_g021_a_number_of_five_thousand_digits(community: Community) -> None:
    """五千位的数 → 一句话，不出错。"""
    answers = await community.say("段家荣", named(line("G021").text))
    assert len(answers) == 1
    assert "没办成" not in answers[0]
    assert await entries(community) == []


async def test_g022_without_spaces_the_same_every_time(community: Community) -> None:
    """加分张三5分 帮扶老人：每次一个样。"""
    said = []
    for _ in range(2):
        said.append(await community.say("段家荣", line("G022").text))
        community.pass_time(minutes=11)
    assert said[0] == said[1] != []
    assert len(await entries(community)) in {0, 4}


async def test_g027_two_of_one_name(community: Community) -> None:
    """两个王伟：私下问哪一个，群里看不到名单，没选就不记。"""
    for building in (1, 2):
        await community.enter("王伟", address=f"{building}栋1单元101", known_as=f"王伟{building}")
    private, group = await community.say("段家荣", f"{BOT} 加分 王伟 志愿服务 1", group=True)
    assert "1. " in private
    assert "王伟" not in group
    assert await entries(community) == []


@pytest.mark.parametrize("number", ["G044", "G046"])
async def test_g044_g046_hidden_signs_go(community: Community, number: str) -> None:
    """看不见的字：去掉，账里和话里都没有。"""
    sent = await community.sent("段家荣", named(line(number).text).replace("张三\0 5", "张三\0 志愿服务 5"))
    assert not any("\0" in shown["text"] or "\U000e0041" in shown["text"] for shown in sent)
    assert sent != []
    assert {note for _, note in await entries(community)} <= {""}


async def test_g062_one_message_twice_is_one_entry(community: Community) -> None:
    """同一条消息到了两次：一笔，一张回执。"""
    body = {"from": community.ids["段家荣"], "scene": "private", "text": "加分 张三 志愿服务 2", "message_id": "m1"}
    first, second = [await community.stage.say(body) for _ in range(2)]
    assert len(first["sent"]) == 2
    assert second["sent"] == []
    assert len(await entries(community)) == 2


async def test_g064_the_same_again_is_asked(community: Community) -> None:
    """二十秒后又发一样的：先问。"""
    await community.say("段家荣", "加分 张三 志愿服务 2")
    community.pass_time(seconds=20)
    (asked,) = await community.say("段家荣", "加分 张三 志愿服务 2")
    assert "再登记一次？" in asked
    assert len(await entries(community)) == 2


async def test_g066_what_comes_three_days_late_is_asked(community: Community, monkeypatch: pytest.MonkeyPatch) -> None:
    """断线三天才收到的：先问还要不要办。"""
    late = START
    community.pass_time(hours=72)
    monkeypatch.setattr(community.channel, "_now", lambda: late)
    (asked,) = await community.say("段家荣", "加分 张三 志愿服务 2")
    assert "还要办吗" in asked
    assert await entries(community) == []


async def test_g069_two_hundred_in_a_minute(community: Community) -> None:
    """一个人一分钟发两百次：最多答三次，提醒一次，别人照常。"""
    answers = [one for _ in range(200) for one in await community.say("李桂芬", "积分", group=True)]
    assert sum("信用分" in one for one in answers) == 3
    assert sum("太快" in one for one in answers) == 1
    assert any("信用分" in one for one in await community.say("张三", "积分", group=True))


def test_c001_a_loose_key_stops_the_start(tmp_path: Path) -> None:
    install_key(tmp_path, "notes")
    (tmp_path / "notes.key").chmod(0o644)
    with pytest.raises(LooseKey, match="chmod 600"):
        install_key(tmp_path, "notes")


def test_c006_no_job_on_the_31st() -> None:
    with pytest.raises(ValueError, match="last"):
        Cron(hour=9, minute=0, day=31)


def test_c008_quiet_hours_cross_midnight() -> None:
    quiet = QuietHours(time(22, 0), time(7, 0))

    def holds(hour: int, minute: int) -> bool:
        return quiet.holds(START.replace(hour=hour, minute=minute))

    assert [holds(23, 59), holds(0, 1), holds(7, 0)] == [True, True, False]


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("postgresql+asyncpg://u:p@db.example/db", True),
        ("postgresql+asyncpg://u:p@db.example/db?ssl=require", True),
        ("postgresql+asyncpg://u:p@db.example/db?ssl=verify-full", False),
        ("postgresql+asyncpg://u:p@127.0.0.1/db", False),
        ("postgresql+asyncpg:///db?host=/run/postgresql", False),
        ("", False),
    ],
)
def test_c010_a_database_far_away_needs_a_proven_line(url: str, refused: bool) -> None:
    raw = f'[database]\nurl = "{url}"\n'.encode()
    if refused:
        with pytest.raises(BrokenConfig, match="verify-full"):
            read_config(raw, "config.toml")
    else:
        assert read_config(raw, "config.toml").database.url == url


@pytest.mark.parametrize("url", ["sqlite:///book.db", "postgresql://u:p@localhost/db", "mysql://x/y", "book.db"])
def test_a_database_by_another_driver_is_refused_in_one_sentence(url: str) -> None:
    with pytest.raises(BrokenConfig, match="以 sqlite\\+aiosqlite:/// 或") as refusal:
        read_config(f'[database]\nurl = "{url}"\n'.encode(), "config.toml")
    assert len(refusal.value.mistakes) == 1


async def test_a_group_that_nobody_bound_is_left_alone(community: Community) -> None:
    """群没有绑定 → 机器人不出声，一笔不记。"""
    await community.app.store.post(Unit(None, (UnbindRoom("simulator", "二网格"),), at=1))
    assert await community.say("段家荣", f"{BOT} 加分 张三 志愿服务 5", group=True) == []
    assert await entries(community) == []
