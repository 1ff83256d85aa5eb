"""What a gateway tells of a message, turned into a message of the house."""

from functools import partial
from typing import Literal

from bot.channels.wechaty import pictures, text
from bot.channels.wechaty.directory import Directory
from bot.channels.wechaty.payloads import MessageType, Received
from bot.channels.wechaty.transport import Link
from domain.message import Message, Quote

Kind = Literal["text", "image", "voice", "other"]

_KINDS: dict[int, Kind] = {
    MessageType.TEXT: "text",
    MessageType.IMAGE: "image",
    MessageType.AUDIO: "voice",
}


class Reader:
    """Reads payloads with the help of the directory."""

    def __init__(self, channel: str, link: Link, directory: Directory) -> None:
        self._channel = channel
        self._link = link
        self._directory = directory

    async def read(self, got: Received, me: str) -> Message:
        """The message as the house knows it; ``me`` is the bot's own account."""
        kind: Kind = _KINDS.get(got.type, "other")
        # Cards, links and the like carry XML where a text carries words.
        quoted, reply = text.split_quote(got.text) if kind == "text" else (None, "")
        mine = await self._own_names(got, me, said=bool(quoted) or text.names_anyone(reply))
        names = await self._directory.names(got.sender, got.room)
        called = await self._is_called(got, me, reply, mine)
        quote = Quote(quoted.text, quoted.name in mine) if quoted else None
        only_me = set(got.mentions) == {me}
        rest = text.without(reply, mine)
        if only_me:
            rest = text.without_any(rest)
        return Message(
            channel=self._channel,
            id=got.id,
            at=got.at,
            sender=got.sender,
            sender_name=names[0] if names else "",
            scene="group" if got.room else "private",
            room=got.room,
            text=rest,
            addressed=not got.room or called or (quote is not None and quote.of_bot),
            quote=quote,
            mentions_others=bool(set(got.mentions) - {me}) or (not only_me and text.names_anyone(rest)),
            image=partial(pictures.load, self._link, got.id) if kind == "image" else None,
            kind=kind,
        )

    async def _own_names(self, got: Received, me: str, *, said: bool) -> tuple[str, ...]:
        return await self._directory.names(me, got.room) if said else ()

    async def _is_called(self, got: Received, me: str, reply: str, mine: tuple[str, ...]) -> bool:
        """Called by name, or by id where the ids are not simply those of the whole room."""
        if text.names_one_of(reply, mine):
            return True
        if me not in got.mentions or text.names_everyone(reply):
            return False
        # Nobody calls himself: with the sender among them, the ids may be a call to everybody.
        return got.sender not in got.mentions or not await self._is_whole_room(got)

    async def _is_whole_room(self, got: Received) -> bool:
        _, members = await self._directory.room(got.room)
        return bool(members) and members <= set(got.mentions)
