"""Draws a kept document as its name says: a picture or a PDF."""

from collections.abc import Mapping

from domain.attachments import Attachment
from domain.document_files import document_of
from publishing.fonts import Faces
from publishing.papers import pdf
from publishing.pictures import Type, png
from publishing.setting import Studio
from publishing.shelf import discover_forms


def draw(kept: Attachment, faces: Faces, photos: Mapping[str, bytes]) -> bytes:
    """The picture or paper of a document; ValueError where the attachment holds none."""
    document = document_of(kept)
    form = discover_forms()[kept.form]
    kind = Type(faces)
    for_paper = not kept.is_picture
    pages = form.lay(document, Studio(kind, photos, for_paper))
    return pdf(pages, kind, kept.name.rpartition(".")[0]) if for_paper else png(pages, kind, form.scale)
