"""The same community in WeCom: people talk to the 智能机器人 over the stand-in's long connection."""

import base64
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from bot.app import App
from bot.channels.simulator.channel import SimulatorChannel, Typed
from bot.channels.simulator.people import Person
from bot.channels.simulator.timeline import Shown
from bot.channels.wecom_aibot.account import Account
from bot.channels.wecom_aibot.channel import AibotChannel, build
from bot.clock import SetClock
from bot.config import Config
from domain.channel import Outgoing
from domain.message import Message
from tests.channels.wecom import BOT, SECRET, WeCom
from tests.conversations.travelling import BOT_NAME, Travelling, travelling

NAME = "aibot"
_HELLO = "hello-"
_WORDS = {"markdown", "template_card"}


class AibotTalk(Travelling):
    """People of the simulator, who write to the robot."""

    name = NAME
    # The clock of these tests stands still, so nobody could wait for the platform's pace.
    capabilities = replace(AibotChannel.capabilities, chat_per_minute=None, chat_per_hour=None)

    def __init__(self, wecom: WeCom, folder: Path, clock: SetClock) -> None:
        super().__init__(folder, clock, build(Account(BOT, SECRET, wecom.socket), NAME, wecom.now))
        self._wecom = wecom
        self._known: set[str] = set()
        self._numbers = itertools.count(1)

    def here(self, message: Message) -> Message | None:
        if message.id.startswith(_HELLO):
            return None
        return replace(message, at=self._now())

    def say(self, person: Person, typed: Typed) -> Shown:
        shown = super().say(person, typed)
        self._introduce(person.id, typed.room)
        # The robot hears nothing in a group but what calls it, so here everybody always does.
        called = f"@{BOT_NAME} "
        body: dict[str, Any] = {"userid": person.id, "chatid": typed.room, "msgid": f"m-{next(self._numbers)}"}
        if typed.image:
            assert self.pictures
            file = self.pictures.file(typed.image.rpartition("/")[2])
            assert file
            body |= {"image_b64": base64.b64encode(file.read_bytes()).decode()}
        else:
            body |= {"text": typed.text.removeprefix(called) if typed.room else typed.text}
        if typed.quoted:
            body["quote"] = self.as_written.get(typed.quoted["id"], typed.quoted.get("text", ""))
        self.expected.add(body["msgid"])
        self.as_written[shown["id"]] = typed.text
        assert self._call("inject", body)["delivered"]
        return shown

    def _introduce(self, person: str, room: str) -> None:
        """The platform lets the robot write only where somebody has written to it."""
        for one in {person, room} - self._known - {""}:
            about = {"userid": person, "chatid": room if one == room else ""}
            self._call("inject", {**about, "text": "您好", "msgid": f"{_HELLO}{one}"})
            self._known.add(one)

    async def travel(self, outgoing: Outgoing) -> tuple[str, str, str]:
        chat = outgoing.conversation
        if outgoing.scene == "group":
            self._introduce("wmAnybody", chat)
        else:
            self._introduce(chat, "")
        number = await self.real.send(outgoing)
        if not outgoing.text:
            return number, "", ""
        sent = self._call("sent")
        words = next(one for one in reversed(sent) if one["chat"] == chat and one["msgtype"] in _WORDS)
        if words["msgtype"] == "template_card":
            card = words["content"]
            told = [card["main_title"]["title"], *card["sub_title_text"].split("\n")]
            assert sorted(told) == sorted(line for line in outgoing.text.split("\n") if line)
            return number, outgoing.text, outgoing.text
        called = "".join(f"@{name} " for _, name in outgoing.mentions if name) if outgoing.scene == "group" else ""
        assert words["content"]["content"].startswith(called)
        seen: str = words["content"]["content"]
        return number, seen, seen.removeprefix(called)

    def _call(self, operation: str, body: dict[str, Any] | None = None) -> Any:
        with closing(HTTPConnection("127.0.0.1", self._wecom.port, timeout=30)) as connection:
            given = None if body is None else json.dumps(body)
            headers = {"Content-Type": "application/json"}
            connection.request("GET" if body is None else "POST", f"/_control/{operation}", given, headers)
            reply = connection.getresponse()
            answer = json.load(reply)
        assert reply.status == HTTPStatus.OK, answer
        return answer


@asynccontextmanager
async def on_aibot(
    wecom: WeCom, folder: Path, config: Config, clock: SetClock
) -> AsyncIterator[tuple[App, SimulatorChannel]]:
    """The app with its robot subscribed."""
    await wecom.clear()
    async with travelling(AibotTalk(wecom, folder, clock), config, clock) as opened:
        yield opened
