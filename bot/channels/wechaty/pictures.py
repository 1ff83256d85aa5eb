"""Pictures of received messages, loaded only when somebody looks at them."""

from bot.channels.wechaty.failures import PuppetFailed, WireError
from bot.channels.wechaty.transport import Link
from bot.channels.wechaty.wire import Wire
from domain.channel import ChannelDown, PictureGone

LARGEST = 25 * 1024 * 1024


async def load(link: Link, message_id: str) -> bytes:
    """The picture's bytes, asked for from the start again after a broken connection."""
    try:
        return await link.ask(lambda wire: _fetch(wire, message_id))
    except PuppetFailed as error:
        raise PictureGone(str(error)) from error
    except WireError as error:
        raise ChannelDown(str(error)) from error
    except ValueError as error:
        raise PictureGone(str(error)) from error


async def _fetch(wire: Wire, message_id: str) -> bytes:
    # A download id is good once, at once, on the wire that gave it: an unknown one kills the gateway.
    box = await wire.file_box(message_id)
    return await wire.download(box.uuid, LARGEST) if box.data is None else box.data
