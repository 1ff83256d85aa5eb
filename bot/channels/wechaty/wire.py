"""The gateway's calls, one method each; the only module that touches the generated stubs."""

import asyncio
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import betterproto
from grpclib.client import Channel
from grpclib.config import Configuration
from grpclib.const import Cardinality, Status
from grpclib.exceptions import GRPCError, ProtocolError, StreamTerminatedError
from wechaty_grpc.wechaty import PuppetStub

from bot.channels.wechaty import failures, payloads, secure

_CHUNK = 64 * 1024


@dataclass
class _Chunk(betterproto.Message):
    """UploadRequest and DownloadResponse of the 1.x contract, which the stubs lack."""

    chunk: bytes = betterproto.bytes_field(1)


@dataclass
class _Id(betterproto.Message):
    """UploadResponse and DownloadRequest of the 1.x contract, which the stubs lack."""

    id: str = betterproto.string_field(1)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a gateway is and how it is spoken to."""

    host: str
    port: int
    token: str
    tls: ssl.SSLContext | None = None


class Wire:
    """One connection to a gateway."""

    def __init__(self, address: Address, limit: float) -> None:
        name = secure.server_name(address.token) if address.tls else ""
        config = Configuration(ssl_target_name_override=name) if name else None
        self._channel = Channel(address.host, address.port, ssl=address.tls, config=config)
        self._metadata = {"authorization": f"Wechaty {address.token}"}
        self._stub: Any = PuppetStub(self._channel, metadata=self._metadata)
        self._limit = limit
        self._closed = False

    def close(self) -> None:
        """Ends the connection, and only that: the account stays logged in."""
        self._closed = True
        self._channel.close()

    async def events(self) -> AsyncGenerator[payloads.Event, None]:
        """The event stream, until it breaks (an exception) or the gateway ends it."""
        with _translated():
            async with aclosing(self._stub.event()) as stream:
                async for event in stream:
                    yield payloads.event_of(event.type, event.payload)

    async def start(self) -> None:
        """Makes sure that the puppet runs; does nothing to one that does."""
        async with self._call():
            await self._stub.start()

    async def stop(self) -> None:
        """Stops the puppet, which logs the account out; frees a stream that nobody reads."""
        async with self._call():
            await self._stub.stop()

    async def ding(self) -> None:
        """Asks for a sign of life on the event stream."""
        async with self._call():
            await self._stub.ding(data="alive?")

    async def message(self, message_id: str) -> payloads.Received:
        """What somebody said."""
        async with self._call():
            got = await self._stub.message_payload(id=message_id)
        return payloads.Received(
            id=got.id or message_id,
            type=int(got.type),
            text=got.text,
            sender=got.from_id,
            room=got.room_id,
            at=payloads.moment(got.timestamp),
            mentions=tuple(got.mention_ids),
            receiver=got.to_id,
        )

    async def member_names(self, room: str, member: str) -> tuple[str, ...]:
        """What a member is called in a room: the alias there first, then the nickname."""
        async with self._call():
            got = await self._stub.room_member_payload(id=room, member_id=member)
        return tuple(name for name in (got.room_alias, got.name) if name)

    async def contact(self, contact: str) -> payloads.Contact:
        """What a contact is called, and whether he is a friend; the remark that the bot's account gave is left out."""
        async with self._call():
            got = await self._stub.contact_payload(id=contact)
        return payloads.Contact((got.name,) if got.name else (), got.friend)

    async def room(self, room: str) -> tuple[str, frozenset[str]]:
        """A room's topic and its members."""
        async with self._call():
            got = await self._stub.room_payload(id=room)
        return got.topic, frozenset(got.member_ids)

    async def friendship(self, friendship: str) -> payloads.Friendship:
        """What a FRIENDSHIP event is about."""
        async with self._call():
            got = await self._stub.friendship_payload(id=friendship)
        return payloads.Friendship(friendship, got.contact_id, int(got.type))

    async def accept_friendship(self, friendship: str) -> None:
        """Says yes to a friend request."""
        async with self._call():
            await self._stub.friendship_accept(id=friendship)

    async def invitation(self, invitation: str) -> payloads.Invitation:
        """What a ROOM_INVITE event is about."""
        async with self._call():
            got = await self._stub.room_invitation_payload(id=invitation)
        return payloads.Invitation(invitation, got.inviter_id, got.topic)

    async def accept_invitation(self, invitation: str) -> None:
        """Says yes to an invitation to a room."""
        async with self._call():
            await self._stub.room_invitation_accept(id=invitation)

    async def send_text(self, conversation: str, text: str, mentions: list[str]) -> str:
        """Says something; "" where the platform gives no id."""
        async with self._call():
            # The stub's field is spelt so.
            got = await self._stub.message_send_text(conversation_id=conversation, text=text, mentonal_ids=mentions)
        return got.id or ""

    async def send_file(self, conversation: str, box: str) -> str:
        """Sends a file box; "" where the platform gives no id."""
        async with self._call():
            got = await self._stub.message_send_file(conversation_id=conversation, filebox=box)
        return got.id or ""

    async def file_box(self, message_id: str) -> payloads.FileBox:
        """The file of a message."""
        async with self._call():
            got = await self._stub.message_file(id=message_id)
        return payloads.read_box(got.filebox)

    async def download(self, uuid: str, most: int) -> bytes:
        """A file by the id that *this* connection just gave: an unknown id kills the gateway's process."""
        data = bytearray()
        async with self._call(), self._stream("Download", Cardinality.UNARY_STREAM, _Id, _Chunk) as stream:
            await stream.send_message(_Id(id=uuid), end=True)
            async for part in stream:
                data += part.chunk
                if len(data) > most:
                    raise ValueError(f"a file of more than {most} bytes")
        return bytes(data)

    async def upload(self, data: bytes) -> str:
        """Puts a file into the gateway's store and gives its id there."""
        async with self._call(), self._stream("Upload", Cardinality.STREAM_UNARY, _Chunk, _Id) as stream:
            for start in range(0, len(data), _CHUNK):
                await stream.send_message(_Chunk(chunk=data[start : start + _CHUNK]))
            await stream.end()
            reply = await stream.recv_message()
        return reply.id if reply else ""

    def _stream(self, name: str, shape: Cardinality, request: type, reply: type) -> Any:  # noqa: ANN401 - grpclib's
        return self._channel.request(f"/wechaty.Puppet/{name}", shape, request, reply, metadata=self._metadata)

    @asynccontextmanager
    async def _call(self) -> AsyncIterator[None]:
        if self._closed:
            # The library would connect anew, and nobody would close that connection.
            raise failures.NotConnected("the connection is closed")
        with _translated():
            async with asyncio.timeout(self._limit):
                yield


@contextmanager
def _translated() -> Iterator[None]:
    """Turns what the libraries raise into this channel's own failures."""
    try:
        yield
    except GRPCError as error:
        raise _answered(error) from error
    except (StreamTerminatedError, ProtocolError, AssertionError) as error:
        raise failures.LinkLost(f"the connection broke ({error})") from error
    except TimeoutError as error:
        raise failures.TooSlow("no answer in time") from error
    except OSError as error:
        raise failures.NotConnected(secure.advice(error) or f"no connection ({error})") from error


def _answered(error: GRPCError) -> failures.WireError:
    if error.status is Status.UNAUTHENTICATED:
        return failures.Unauthenticated("the gateway does not know this token")
    if error.status is Status.ALREADY_EXISTS:
        return failures.StreamTaken("the gateway already has a reader of its events")
    return failures.PuppetFailed(error.status.name, error.message or "")
