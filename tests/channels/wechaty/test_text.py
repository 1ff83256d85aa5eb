"""Mentions and quotes are read out of the text and written into it."""

import pytest

from bot.channels.wechaty import outbound, text
from domain.channel import Outgoing

RULE = "- - - - - - - - - - - - - - -"


@pytest.mark.parametrize(
    ("said", "quoted", "reply"),
    [
        (f"「安：早」\n{RULE}\n晚", text.Quoted("安", "早"), "晚"),
        (f"「安：早\n第二行」\n{RULE}\n晚\n再说", text.Quoted("安", "早\n第二行"), "晚\n再说"),
        (f"「安：图片」\r\n{RULE}\r\n好看", text.Quoted("安", "图片"), "好看"),
        (f"「小信：时间：八点」\n{RULE}\n好", text.Quoted("小信", "时间：八点"), "好"),
        (f"「没有名字」\n{RULE}\n好", text.Quoted("", "没有名字"), "好"),
        (f"「本：「安：早」\n{RULE}\n晚」\n{RULE}\n嗯", text.Quoted("本", f"「安：早」\n{RULE}\n晚"), "嗯"),
        (f"「安：早」\n{RULE}\n第一\n{RULE}\n第二", text.Quoted("安", "早"), f"第一\n{RULE}\n第二"),
        (f"「安：早」\n{RULE}\n", text.Quoted("安", "早"), ""),
        (f"一\n{RULE}\n二", None, f"一\n{RULE}\n二"),
        ("「安：早」晚", None, "「安：早」晚"),
        ("", None, ""),
    ],
)
def test_quotes_are_split_off(said: str, quoted: text.Quoted | None, reply: str) -> None:
    assert text.split_quote(said) == (quoted, reply)


@pytest.mark.parametrize("quoted", [text.Quoted("安", "早"), text.Quoted("", "早")])
def test_what_is_quoted_can_be_split_off_again(quoted: text.Quoted) -> None:
    assert text.split_quote(text.join_quote(quoted, "晚")) == (quoted, "晚")


@pytest.mark.parametrize("end", ["\u2005", " ", "\u3000", "\t", ""])
def test_a_mention_may_end_in_many_ways(end: str) -> None:
    assert text.names_one_of(f"喂@小信{end}", ["小信"])
    assert text.without(f"喂@小信{end}", ["小信"]) == "喂"


def test_a_longer_name_is_somebody_else() -> None:
    assert not text.names_one_of("@小信息 早", ["小信"])
    assert text.without("@小信 2号 早", ["小信", "小信 2号"]) == "早"


def test_names_are_no_patterns() -> None:
    assert text.names_one_of("@小(信)* 早", ["小(信)*"])
    assert not text.names_one_of("@小信 早", ["小.*", ""])


def test_everybody_and_anybody() -> None:
    assert text.names_everyone("@所有人\u2005停水")
    assert text.names_everyone("@All 停水")
    assert not text.names_everyone("@所有人都知道 停水")
    assert text.names_anyone("叫@张三 来")
    assert not text.names_anyone("邮箱 a.b@example.com")


def test_names_are_put_in_front_once() -> None:
    assert text.with_mentions("好", ["安", "本"]) == "@安\u2005@本\u2005好"
    assert text.with_mentions("请@安\u2005来", ["安"]) == "请@安\u2005来"


def test_nobody_is_called_by_name_in_private() -> None:
    assert outbound.written(Outgoing("wxid_ann", "private", "好", mentions=(("wxid_ann", "安"),))) == "好"


def test_the_quote_stands_in_front() -> None:
    outgoing = Outgoing("1@chatroom", "group", "好", mentions=(("a", "安"), ("b", "本")), quote="早")
    assert outbound.written(outgoing) == f"「早」\n{RULE}\n@安\u2005@本\u2005好"
