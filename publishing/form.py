"""A form: how one kind of document is laid out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.documents import Document
from publishing.marks import Page
from publishing.setting import Studio


@dataclass(frozen=True, slots=True)
class Form:
    """A document's kind, its pages, and how many pixels of a picture make a point."""

    document: type[Document]
    lay: Callable[[Any, Studio], tuple[Page, ...]]
    scale: float = 2.5
