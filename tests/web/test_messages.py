"""What is said reaches the bot, and what the bot says is answered, listed and streamed."""

from pathlib import Path

from tests.web.conftest import Caller, calling


async def test_an_answer_comes_with_the_call(caller: Caller) -> None:
    person = await caller.enter("李桂芬")
    answer = await caller.say(person, "在吗")
    assert answer["sent"]
    for message in answer["sent"]:
        assert message["from"] == "bot"
        assert message["chat"] == {"scene": "private", "person": person}
        assert message["text"]


async def test_the_same_message_id_counts_once(caller: Caller) -> None:
    person = await caller.enter("李桂芬")
    first = await caller.say(person, "在吗", message_id="once")
    second = await caller.say(person, "在吗", message_id="once")
    assert second == {"id": first["id"], "sent": []}
    assert len((await caller.get("/api/messages"))["messages"]) == 1 + len(first["sent"])


async def test_a_quote_must_be_of_this_chat(caller: Caller) -> None:
    one, other = await caller.enter("李桂芬"), await caller.enter("张三")
    said = await caller.say(one, "大家好", "group")
    body = {"from": other, "scene": "private", "text": "引用", "quote": said["id"]}
    assert (await caller.post("/api/messages", **body))[0] == 404
    again = await caller.say(other, "收到", "group", quote=said["id"])
    shown = (await caller.get("/api/messages", params={"after": said["id"]}))["messages"][0]
    assert (shown["id"], shown["quote"]) == (again["id"], said["id"])


async def test_a_group_is_meant_by_name_or_code(caller: Caller) -> None:
    person = await caller.enter("李桂芬")
    await caller.enter("张三", grid="三网格")
    code = {grid["name"]: grid["code"] for grid in (await caller.get("/api/state"))["grids"]}["三网格"]
    for grid in ("三网格", code):
        await caller.say(person, "大家好", "group", grid=grid)
    await caller.say(person, "大家好", "group")
    grids = [shown["chat"]["grid"] for shown in (await caller.get("/api/messages"))["messages"]]
    assert grids == [code, code, "二网格"]
    body = {"from": person, "scene": "group", "grid": "九网格", "text": "在吗"}
    assert await caller.post("/api/messages", **body) == (404, {"error": "没有这个网格"})


async def test_messages_are_found_by_place_and_chat(caller: Caller) -> None:
    one, other = await caller.enter("李桂芬"), await caller.enter("张三")
    first = await caller.say(one, "大家好", "group")
    await caller.say(other, "在吗")
    everything = (await caller.get("/api/messages"))["messages"]
    after = (await caller.get("/api/messages", params={"after": first["id"]}))["messages"]
    assert after == everything[1:]
    for chat, count in (("group:二网格", 1), (f"person:{other}", len(everything) - 1), (f"person:{one}", 0)):
        assert len((await caller.get("/api/messages", params={"chat": chat}))["messages"]) == count
    assert (await caller.ask("GET", "/api/messages?after=nothing"))[0] == 404


async def test_mentions_are_read_from_the_text(caller: Caller) -> None:
    one, other = await caller.enter("李桂芬"), await caller.enter("张三")
    await caller.say(one, "@张三 你好", "group")
    assert (await caller.get("/api/messages"))["messages"][0]["mentions"] == [other]


async def test_every_message_is_streamed_as_it_is_listed(caller: Caller) -> None:
    person = await caller.enter("李桂芬")
    async with caller.session.ws_connect("/api/stream") as stream:
        await caller.say(person, "在吗", message_id="mine")
        listed = (await caller.get("/api/messages"))["messages"]
        assert [await stream.receive_json(timeout=5) for _ in listed] == listed
        assert "key" not in listed[0]


async def test_people_and_messages_survive_a_restart(tmp_path: Path) -> None:
    async with calling(tmp_path) as caller:
        person = await caller.enter("李桂芬")
        await caller.say(person, "第一行\u2028第二行\x85第三行", message_id="once")
        people, messages = (await caller.get("/api/state"))["people"], await caller.get("/api/messages")
    # As after a crash in the middle of a line.
    with (tmp_path / "simulator" / "messages.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "m')
    async with calling(tmp_path) as caller:
        assert (await caller.get("/api/state"))["people"] == people
        assert await caller.get("/api/messages") == messages
        assert (await caller.say(person, "又说一遍", message_id="once"))["sent"] == []
        await caller.say(person, "在吗")
        grown = await caller.get("/api/messages")
    async with calling(tmp_path) as caller:
        assert await caller.get("/api/messages") == grown
        assert len(grown["messages"]) > len(messages["messages"])
