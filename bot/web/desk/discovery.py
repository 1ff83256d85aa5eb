"""Finding the pages: every module on the shelf holds exactly one, and a template is called as it."""

import importlib
import pkgutil
from dataclasses import dataclass
from types import ModuleType

from bot.web.desk import pages
from bot.web.desk.page import Page
from bot.web.desk.templating import TEMPLATES


@dataclass(frozen=True, slots=True)
class Shelved:
    """A page and its file's name."""

    name: str
    page: Page


def discover_pages(shelf: ModuleType = pages) -> tuple[Shelved, ...]:
    """Every page in the order of the menu; a file that declares one badly stops the start."""
    names = sorted(module.name for module in pkgutil.iter_modules(shelf.__path__))
    found = [Shelved(name, _page_of(importlib.import_module(f"{shelf.__name__}.{name}"))) for name in names]
    paths = [one.page.path for one in found]
    if len(set(paths)) != len(paths):
        raise ValueError(f"two pages of the desk have one path: {sorted(paths)}")
    return tuple(sorted(found, key=lambda one: (one.page.part, one.page.order)))


def _page_of(module: ModuleType) -> Page:
    page = getattr(module, "page", None)
    if not isinstance(page, Page):
        raise TypeError(f"{module.__name__}: must hold a Page, named `page`")
    template = f"{module.__name__.rpartition('.')[2]}.html"
    if not (TEMPLATES / template).is_file():
        raise FileNotFoundError(f"{module.__name__}: its template {template} is missing")
    return page
