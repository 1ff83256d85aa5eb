"""What the bot says, turned into calls, and how they end: sent, refused, not sent, or in doubt."""

from bot.channels.wechaty import payloads, text, wording
from bot.channels.wechaty.failures import LinkLost, PuppetFailed, TooSlow, WireError
from bot.channels.wechaty.wire import Wire
from domain.channel import ChannelDown, Outgoing, SendInDoubt, SendRefused

_LARGEST_INLINE = 20 * 1024


async def say(wire: Wire, outgoing: Outgoing) -> str:
    """Sends the text and then the picture; the id is that of the last part."""
    words = written(outgoing)
    if not words and outgoing.image is None:
        raise SendRefused("there is nothing to say")
    box = None if outgoing.image is None else await _box(wire, outgoing.image, outgoing.image_name)
    message_id = ""
    try:
        if words:
            ids = [account for account, _ in outgoing.mentions] if outgoing.scene == "group" else []
            message_id = await wire.send_text(outgoing.conversation, words, ids)
    except WireError as error:
        raise _outcome(error) from error
    try:
        if box is not None:
            message_id = await wire.send_file(outgoing.conversation, box)
    except WireError as error:
        raise SendInDoubt(f"the text went out, the picture not: {error}") if words else _outcome(error) from error
    return message_id


def written(outgoing: Outgoing) -> str:
    """The text as WeChat writes it: the quote in front, then the names, then the words."""
    names = [name for _, name in outgoing.mentions] if outgoing.scene == "group" else []
    words = text.with_mentions(outgoing.text, names)
    if outgoing.quote is None:
        return words
    return text.join_quote(text.Quoted(names[0] if len(names) == 1 else "", outgoing.quote), words)


async def _box(wire: Wire, image: bytes, name: str) -> str:
    name = name or wording.PICTURE_NAME
    if len(image) <= _LARGEST_INLINE:
        return payloads.inline_box(name, image)
    try:
        return payloads.uploaded_box(name, image, await wire.upload(image))
    except PuppetFailed as error:
        raise _outcome(error) from error
    except WireError as error:
        raise ChannelDown(str(error)) from error  # an upload is not yet a message


def _outcome(error: WireError) -> Exception:
    if isinstance(error, LinkLost | TooSlow):
        return SendInDoubt(str(error))
    if isinstance(error, PuppetFailed) and error.unsure:
        return SendInDoubt(str(error))
    if isinstance(error, PuppetFailed) and not error.account_missing:
        return SendRefused(str(error))
    return ChannelDown(str(error))
