"""The same community on WeChat: people talk through a real Wechaty gateway, and the bot hears and answers there."""

import base64
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from bot.app import App
from bot.channels.simulator.channel import SimulatorChannel, Typed
from bot.channels.simulator.people import Person
from bot.channels.simulator.timeline import Shown
from bot.channels.wechaty.channel import WechatyChannel, WechatySettings
from bot.clock import SetClock
from bot.config import Config
from domain.channel import Outgoing
from domain.message import Message
from tests.channels.wechaty.gateway import BOT as BOT_ID
from tests.channels.wechaty.gateway import Gateway
from tests.conversations.travelling import BOT_NAME, Travelling, travelling

NAME = "wx"
_TESTS = itertools.count(1)


class WechatChannel(Travelling):
    """Writes the simulator's timeline, but every word travels through the gateway, both ways."""

    name = NAME
    # The clock of these tests stands still, so nobody could wait for the account's own pace.
    capabilities = replace(WechatyChannel.capabilities, quota_per_minute=None, chat_gap_ms=0)

    def __init__(self, gateway: Gateway, folder: Path, clock: SetClock) -> None:
        settings = WechatySettings(gateway.ready["grpc"], gateway.ready["token"], tls=False)
        super().__init__(folder, clock, WechatyChannel(settings, clock.now, name=NAME))
        self._peer = Peer(gateway.ready["ctl"])
        self._known: set[object] = set()
        self._mark = f"-{next(_TESTS)}"

    def here(self, message: Message) -> Message:
        return replace(message, sender=self._here(message.sender), room=self._here(message.room))

    def say(self, person: Person, typed: Typed) -> Shown:
        shown = super().say(person, typed)
        self._introduce(person, typed.room)
        body: dict[str, Any] = {"from": self._there(person.id), "timestamp": int(self._now().timestamp() * 1000)}
        if typed.room:
            body |= {"to": self._there(typed.room), "mention": []}
        self.expected.add(self._peer.call(*self._as_said(body, typed))["messageId"])
        self.as_written[shown["id"]] = typed.text
        return shown

    def _introduce(self, person: Person, room: str) -> None:
        """Let the gateway know who and where, at first use."""
        there = self._there(person.id)
        if person.id not in self._known:
            self._peer.call("contact/create", id=there, name=person.name)
        if room and room not in self._known:
            self._peer.call("room/create", id=self._there(room), topic=room, memberIds=[BOT_ID, there])
        elif room and (room, person.id) not in self._known:
            self._peer.call("room/join", roomId=self._there(room), ids=[there], inviterId=BOT_ID)
        self._known |= {person.id, room, (room, person.id)}

    def _there(self, one: str) -> str:
        """An id on the gateway, which serves many tests and forgets nobody."""
        return f"{one}{self._mark}"

    def _here(self, one: str) -> str:
        return one.removesuffix(self._mark)

    def _as_said(self, body: dict[str, Any], typed: Typed) -> tuple[str, dict[str, Any]]:
        if typed.image:
            assert self.pictures
            file = self.pictures.file(typed.image.rpartition("/")[2])
            assert file
            return "image", body | {"base64": base64.b64encode(file.read_bytes()).decode(), "name": "photo.jpg"}
        text = typed.text
        if typed.room and text.startswith(f"@{BOT_NAME} "):
            text = text.removeprefix(f"@{BOT_NAME} ")
            body["mention"] = [BOT_ID]
        if typed.quoted:
            writer = self.people.get(typed.quoted["from"])
            quoted = {"quotedName": writer.name if writer else BOT_NAME}
            return "quote", body | quoted | {"quotedText": self.as_written[typed.quoted["id"]], "text": text}
        return "say", body | {"text": text}

    async def travel(self, outgoing: Outgoing) -> tuple[str, str, str]:
        person = self.people.get(outgoing.conversation)
        if person:
            self._introduce(person, "")
        there = self._there(outgoing.conversation)
        mentions = tuple((self._there(account), name) for account, name in outgoing.mentions)
        number = await self.real.send(replace(outgoing, conversation=there, mentions=mentions))
        if not outgoing.text:
            return number, "", ""
        sent = [one for one in self._peer.sent() if one["conversationId"] == there]
        words = next(one for one in reversed(sent) if one["kind"] == "text")
        assert words["mentionIdList"] == [account for account, _ in mentions]
        # People see the names that are called; the tests read the words behind them.
        called = "".join(f"@{name}\u2005" for _, name in outgoing.mentions)
        seen: str = words["text"]
        assert seen.startswith(called)
        return number, seen, seen.removeprefix(called)


@dataclass(frozen=True, slots=True)
class Peer:
    """The gateway's control API for callers that cannot wait."""

    control: str

    def sent(self) -> list[dict[str, Any]]:
        """All that the bot said so far."""
        with closing(HTTPConnection(self.control.removeprefix("http://"), timeout=30)) as connection:
            connection.request("GET", "/sent")
            found: list[dict[str, Any]] = json.load(connection.getresponse())["sent"]
        return [one for one in found if "conversationId" in one]

    def call(self, operation: str, /, given: dict[str, Any] | None = None, **body: Any) -> dict[str, Any]:
        with closing(HTTPConnection(self.control.removeprefix("http://"), timeout=30)) as connection:
            connection.request("POST", f"/{operation}", json.dumps({**(given or {}), **body}))
            reply = connection.getresponse()
            answer: dict[str, Any] = json.load(reply)
        assert reply.status == HTTPStatus.OK, answer
        return answer


@asynccontextmanager
async def on_wechat(
    gateway: Gateway, folder: Path, config: Config, clock: SetClock
) -> AsyncIterator[tuple[App, SimulatorChannel]]:
    """The app with its channel logged in."""
    await gateway.do("clear")
    async with travelling(WechatChannel(gateway, folder, clock), config, clock) as opened:
        yield opened
