"""What ``gridbot keys`` says."""

from collections.abc import Mapping
from datetime import date

from domain.members import Duty
from domain.register.sheets import ROLE_NAMES

NOBODY = "没有这个编号的收件人。先运行 gridbot keys list 看编号。"
HAS_ONE = "这个人已经有钥匙了。要换新的，请用 gridbot keys rotate。"
HAS_NONE = "这个人还没有钥匙。请先运行 gridbot keys init。"
OLD = "现在的口令："
NEW = "新口令（至少 {count} 个字，只有本人知道）："
AGAIN = "再输一遍："
WRONG = "口令不对，或者钥匙文件不在这台电脑上，什么也没有改。"
FROM_SHEET = "恢复单上的那一串（没有恢复单就直接回车，手上没办结的举报就再也打不开了）："
WRONG_SHEET = "和账本里这个人的钥匙对不上，什么也没有改。请看看有没有抄错，是不是换过钥匙以后的那一张。"
TOO_SHORT = "口令太短，至少要 {count} 个字，什么也没有改。"
DIFFERENT = "两遍不一样，什么也没有改。"
MADE = "{name}的钥匙做好了。口令忘了就再也打不开，请把恢复单打印好锁进柜子（gridbot keys export-sheet）。"
SHEET = "恢复单写好了：{file}。打印后请马上删掉这个文件。"
SHEET_THERE = "{file} 已经有了，没有写。请换一个名字，或者先把它删掉。"
MONTHS = "月钥匙：{months}"
NO_MONTHS = "还没有"


def row(duty: Duty, grids: Mapping[str, str], *, held: bool) -> str:
    """One staff member in the list, role and grid as people call them."""
    where = grids.get(duty.grid, duty.grid) or "全社区"
    return f"{duty.person}  {duty.name}  {ROLE_NAMES.get(duty.role, duty.role)}  {where}  {'有钥匙' if held else '没有钥匙'}"


def sheet(duty: Duty, secret: str, on: date) -> str:
    """The recovery sheet, its key in groups of eight."""
    groups = " ".join(secret[start : start + 8] for start in range(0, len(secret), 8))
    return f"举报收件钥匙恢复单\n{duty.name}（编号 {duty.person}）  {on.isoformat()}\n\n{groups}\n\n谁拿到这张纸，谁就能看到发给此人的举报。请装信封、封口、锁进保险柜。\n"
