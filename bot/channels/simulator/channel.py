"""The simulator as a channel like any other; nothing in the bot knows that it is one."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.channels.simulator import wording
from bot.channels.simulator.people import STAFF_ROOM, People, Person
from bot.channels.simulator.pictures import Pictures
from bot.channels.simulator.timeline import BOT, Shown, Timeline
from domain.channel import Capabilities, ChannelDown, ChannelStatus, Outgoing
from domain.message import Message, Quote, Scene

_MENTION = re.compile(r"@([^\s@\u2005]+)")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed; ``room`` is empty in private, ``key`` is for sending twice, ``image`` a picture's path."""

    text: str
    room: str = ""
    quoted: Shown | None = None
    key: str = ""
    image: str = ""


class SimulatorChannel:
    """People who type into a page."""

    name = "simulator"
    capabilities = Capabilities(
        reads_group=True,
        posts_to_group=True,
        private=True,
        push=True,
        buttons=True,
        pictures=True,
        quota_per_minute=None,
        needs_human=False,
    )

    def __init__(
        self,
        people: People,
        timeline: Timeline,
        bot_name: str,
        now: Callable[[], datetime],
        pictures: Pictures | None = None,
    ) -> None:
        self.people = people
        self.timeline = timeline
        self.pictures = pictures
        self._bot_name = bot_name
        self._now = now
        self._receive: Callable[[Message], None] | None = None
        self._since = now()

    def status(self) -> ChannelStatus:
        """Always there."""
        return ChannelStatus("online", "", self._since)

    async def run(self, receive: Callable[[Message], None]) -> None:
        """Hand over what is typed, for ever."""
        self.listen(receive)
        await asyncio.Event().wait()

    def _again(self, shown: Shown) -> None:
        """The bot knows by its id whether the message has acted already."""
        person, chat, image = self.people.get(shown["from"]), shown["chat"], shown.get("image", "")
        if person is None or self._receive is None:
            return
        text = "" if image and shown["text"] == wording.PICTURE else shown["text"]
        typed = Typed(text, chat.get("grid", ""), self.timeline.get(shown.get("quote", "")), image=image)
        self._receive(self._message(shown, person, typed))

    def listen(self, receive: Callable[[Message], None]) -> None:
        """From now on what is typed goes here; first again what a process that was killed may not have dealt with."""
        self._receive = receive
        for shown in self.timeline.take_left():
            self._again(shown)

    def say(self, person: Person, typed: Typed) -> Shown:
        """Somebody says something."""
        room, text = typed.room, typed.text
        shown: Shown = {
            "id": self.timeline.following(),
            "at": self._now().isoformat(),
            "chat": {"scene": "group", "grid": room} if room else {"scene": "private", "person": person.id},
            "from": person.id,
            "text": text or wording.PICTURE,
            "mentions": self._mentioned(text),
        }
        if typed.quoted:
            shown["quote"] = typed.quoted["id"]
        if typed.image:
            shown["image"] = typed.image
        if typed.key:
            shown["key"] = typed.key
        self.timeline.add(shown)
        if self._receive is not None:
            self._receive(self._message(shown, person, typed))
        return shown

    def take_back(self, person: Person, room: str) -> Shown:
        """Somebody takes a message back; as everywhere, the others read only that he did."""
        shown: Shown = {
            "id": self.timeline.following(),
            "at": self._now().isoformat(),
            "chat": {"scene": "group", "grid": room} if room else {"scene": "private", "person": person.id},
            "from": person.id,
            "text": wording.taken_back(person.name),
            "mentions": [],
        }
        self.timeline.add(shown)
        return shown

    def _message(self, shown: Shown, person: Person, typed: Typed) -> Message:
        quoted = typed.quoted
        scene: Scene = "group" if typed.room else "private"
        of_bot = quoted is not None and quoted["from"] == BOT
        calls_bot = f"@{self._bot_name}" in shown["text"]
        return Message(
            channel=self.name,
            id=shown["id"],
            at=self._now(),
            sender=person.id,
            sender_name=person.name,
            scene=scene,
            room=typed.room,
            text=typed.text,
            addressed=scene == "private" or calls_bot or of_bot,
            quote=Quote(quoted.get("text", ""), of_bot) if quoted else None,
            mentions_others="@" in shown["text"].replace(f"@{self._bot_name}", ""),
            image=partial(self.pictures.load, typed.image) if self.pictures and typed.image else None,
            kind="image" if typed.image and not typed.text.strip() else "text",
        )

    def _mentioned(self, text: str) -> list[str]:
        names = set(_MENTION.findall(text))
        return [person.id for person in self.people if person.name in names]

    async def send(self, outgoing: Outgoing) -> str:
        """Show what the bot says."""
        if outgoing.scene == "private" and self.people.get(outgoing.conversation) is None:
            raise ChannelDown("nobody of that id")
        chat = "grid" if outgoing.scene == "group" else "person"
        shown: Shown = {
            "id": self.timeline.following(),
            "at": self._now().isoformat(),
            "chat": {"scene": outgoing.scene, chat: outgoing.conversation},
            "from": BOT,
            "text": outgoing.text or (wording.PICTURE if outgoing.image else ""),
            "mentions": [account for account, _ in outgoing.mentions],
        }
        if outgoing.image and self.pictures:
            shown["image"] = self.pictures.keep(outgoing.image)
        if outgoing.file and self.pictures:
            url = self.pictures.keep_document(outgoing.file.name, outgoing.file.body)
            shown["file"] = {"name": outgoing.file.name, "url": url}
        if outgoing.card:
            card = outgoing.card
            shown["card"] = {"title": card.title, "lines": list(card.lines), "actions": list(card.actions)}
        self.timeline.add(shown)
        return str(shown["id"])


__all__ = ["STAFF_ROOM", "SimulatorChannel"]
