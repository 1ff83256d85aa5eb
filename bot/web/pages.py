"""Serves the files of a page, each by its own route: what is not there at the start is never looked for."""

from pathlib import Path

from aiohttp import web


def add_page(site: web.Application, folder: Path) -> None:
    """Add all files of a folder, its ``index.html`` as ``/``."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            _add(site, "/" + file.relative_to(folder).as_posix(), file)
    _add(site, "/", folder / "index.html")


def _add(site: web.Application, path: str, file: Path) -> None:
    async def send(_request: web.Request) -> web.FileResponse:
        return web.FileResponse(file)

    site.router.add_get(path, send)
