"""How the weekly word on handled matters reads."""

from collections.abc import Sequence

from domain.publicity.brief import Line

TITLE = "【这周办结】{grid}"
PHOTOS = "整改前后 {grid}"
PHOTOS_NOTE = "照片只拍地方，本人同意，有人看过没有人脸、车牌、门牌、姓名和店招。"
FOOT = "只说事，不说人。看到不对的，私聊我发“举报 地点 什么事”。"


def brief(grid: str, lines: Sequence[Line]) -> str:
    """A group's whole message."""
    return "\n".join([TITLE.format(grid=grid), *map(_row, lines), FOOT])


def _row(line: Line) -> str:
    where = f"{line.building} " if line.building else ""
    if line.mended == line.count:
        result = "，都已整改"
    else:
        result = f"，已整改 {line.mended} 件" if line.mended else "，都已处理"
    return f"{where}{line.act} {line.count} 件{result}"
