"""What the bot says, turned into calls, and how they end: sent, refused, not sent, or in doubt."""

from bot.channels.wechaty import payloads, text, wording
from bot.channels.wechaty.failures import LinkLost, PuppetFailed, TooSlow, WireError
from bot.channels.wechaty.wire import Wire
from domain.channel import ChannelDown, Outgoing, SendInDoubt, SendRefused

_LARGEST_INLINE = 20 * 1024


async def say(wire: Wire, outgoing: Outgoing) -> str:
    """Sends the text, then the picture, then the document; the id is that of the last part."""
    words = written(outgoing)
    boxes = [await _box(wire, body, name) for body, name in _files(outgoing)]
    if not words and not boxes:
        raise SendRefused("there is nothing to say")
    message_id = ""
    try:
        if words:
            ids = [account for account, _ in outgoing.mentions] if outgoing.scene == "group" else []
            message_id = await wire.send_text(outgoing.conversation, words, ids)
    except WireError as error:
        raise _outcome(error) from error
    for place, box in enumerate(boxes):
        try:
            message_id = await wire.send_file(outgoing.conversation, box)
        except WireError as error:
            if words or place:
                raise SendInDoubt(f"{'the text' if words else 'a part'} went out, a file not: {error}") from error
            raise _outcome(error) from error
    return message_id


def _files(outgoing: Outgoing) -> list[tuple[bytes, str]]:
    files = [] if outgoing.image is None else [(outgoing.image, outgoing.image_name or wording.PICTURE_NAME)]
    return [*files, (outgoing.file.body, outgoing.file.name)] if outgoing.file else files


def written(outgoing: Outgoing) -> str:
    """The text as WeChat writes it: the quote in front, then the names, then the words."""
    names = [name for _, name in outgoing.mentions] if outgoing.scene == "group" else []
    words = text.with_mentions(outgoing.text, names)
    if outgoing.quote is None:
        return words
    return text.join_quote(text.Quoted(names[0] if len(names) == 1 else "", outgoing.quote), words)


async def _box(wire: Wire, body: bytes, name: str) -> str:
    if len(body) <= _LARGEST_INLINE:
        return payloads.inline_box(name, body)
    try:
        return payloads.uploaded_box(name, body, await wire.upload(body))
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
