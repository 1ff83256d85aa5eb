"""Documents as attachments: canonical JSON, so that the same document is kept once and drawn the same for ever."""

import hashlib
import json
from dataclasses import asdict, fields, is_dataclass, replace
from typing import Any, cast, get_args, get_origin, get_type_hints

from domain.attachments import Attachment, KeepAttachment
from domain.documents import FORMS, Document, WorkbookSheet

ENDINGS = (".png", ".pdf")
WORKBOOK = ".xlsx"
_KNOWN = FORMS | {WorkbookSheet.form: WorkbookSheet}


def attachment_of(document: Document, name: str) -> KeepAttachment:
    """The document as it is kept; the ending of its name, .png or .pdf, says what is drawn of it.

    A workbook is written as .xlsx. Raises ValueError for another ending.
    """
    endings = (WORKBOOK,) if document.form == WorkbookSheet.form else ENDINGS
    if not name.endswith(endings):
        raise ValueError(f"{name}: drawn as {' or '.join(endings)}")
    content = {"document": asdict(document), "name": name}
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return KeepAttachment(hashlib.sha256(body).hexdigest(), name, body, form=document.form)


def signed(attachment: Attachment, community: str) -> Attachment:
    """The same document with the community's name, where whoever decided left it to whoever draws."""
    content = json.loads(attachment.body)
    if content["document"].get("community") != "":
        return attachment
    content["document"]["community"] = community
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return replace(attachment, body=body)


def document_of(attachment: Attachment) -> Document:
    """The document that an attachment holds; ValueError where it holds none of its form."""
    try:
        held = json.loads(attachment.body)["document"]
        return cast("Document", _made(_KNOWN[attachment.form], held))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a document of the form {attachment.form!r}") from error


def _made(wanted: Any, held: Any) -> Any:  # noqa: ANN401 - JSON is anything
    if is_dataclass(wanted) and isinstance(wanted, type):
        hints = get_type_hints(wanted)
        known = {one.name for one in fields(wanted)}
        if set(held) - known:
            raise TypeError(f"{wanted.__name__}: unknown {sorted(set(held) - known)}")
        return wanted(**{name: _made(hints[name], value) for name, value in held.items()})
    if get_origin(wanted) is tuple:
        return _row(get_args(wanted), held)
    if type(held) is wanted:
        return held
    raise TypeError(f"{held!r} is not {wanted}")


def _row(kinds: tuple[Any, ...], held: Any) -> tuple[Any, ...]:  # noqa: ANN401 - JSON is anything
    if not isinstance(held, list):
        raise TypeError(f"{held!r} is not a list")
    if kinds[-1] is Ellipsis:
        return tuple(_made(kinds[0], one) for one in held)
    return tuple(_made(kind, one) for kind, one in zip(kinds, held, strict=True))
