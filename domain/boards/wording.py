"""What groups, neighbours and those who vote read of a board: templates with act, place and number, nothing else."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.boards.asking import choices
from domain.boards.board import Board, Count, Line, Pair
from domain.boards.states import Kept
from domain.decision import Card
from domain.findings.settling import votes
from domain.findings.timing import shown as moment_shown
from domain.period import SHANGHAI
from domain.rules.rulebook import Rulebook

SHOWN = 20
ROOT = 16
EVERYWHERE = "全社区"
ALL_ACTS = "各类行为"
SOMEWHERE = "社区里的一处"
PAIRS = "整改前后照片 {count} 组，见图。"
PAIRS_TITLE = "{code} 整改前后照片"
AGAIN_WHOLE = "全文重发如下。"
HANDLED = "先提醒、给时间改正；不改的私下告知，可以申诉；两人审核后才扣分。"


def line(one: Line) -> str:
    """A single line as neighbours read it."""
    return f"{one.text} {one.count} 件"


def count(one: Count, grids: Mapping[str, str]) -> str:
    """A count as neighbours read it."""
    where = grids.get(one.grid, one.grid) if one.grid else EVERYWHERE
    mended = f"，已整改 {one.repaired} 件" if one.repaired else ""
    return f"{where} {one.text or ALL_ACTS} {one.count} 件{mended}"


def place(one: Pair, grids: Mapping[str, str]) -> str:
    """What stands above the two photos of a place: no closer than the count that holds it."""
    if not one.text:
        return SOMEWHERE
    where = grids.get(one.grid, one.grid) if one.grid else EVERYWHERE
    return f"{where} {one.text}"


def improved(act: str) -> str:
    """What has become rarer."""
    return f"{act}：比前四个季度平均少。"


def remaining(act: str) -> str:
    """What has become more frequent."""
    return f"{act}：比前四个季度平均多。"


def mended(count_of: int) -> str:
    """How much is put right."""
    return f"{count_of} 件已经整改，改好的不再单独列出。"


def proof(board: Board) -> str:
    """The line that proves that nothing is left out."""
    total = len(board.entries)
    return f"可公示 {total} 起 = 上榜 {board.total}，已整改 {board.repaired}；其余另计 {board.apart} 起。"


def change(board: Board) -> str:
    """The change against four quarters."""
    if not any(board.history):
        return "前四个季度没有可公示的扣分。"
    diff = len(board.entries) - board.history[0]
    words = "与上季度持平" if not diff else f"比上季度{'多' if diff > 0 else '少'} {abs(diff)} 起"
    return f"前四个季度（由近到远）{'、'.join(map(str, board.history))} 起，{words}。"


def red(board: Board) -> list[str]:
    """The red half."""
    names = "、".join(board.red.names)
    if not board.red.total:
        return ["红榜：这一季还没有。"]
    if not names:
        return [f"红榜：{board.red.total} 位信用优秀。"]
    others = f"，另有 {board.red.others} 位" if board.red.others else ""
    return [f"红榜 {len(board.red.names)} 位：{names}{others}。"]


def black(board: Board, grids: Mapping[str, str]) -> list[str]:
    """The black half."""
    lines = [*(line(one) for one in board.lines), *(count(one, grids) for one in board.counts)]
    told = [f"黑榜：{'' if lines else '这一季没有。'}", *(f"· {one}" for one in lines)]
    told += [f"改善：{'、'.join(board.better)} 比前四个季度平均少。"] if board.better else []
    told += [f"仍需努力：{'、'.join(board.worse)}。"] if board.worse else []
    told += [f"如何处理：{HANDLED}"]
    told += [f"已整改：{board.repaired} 件，改好的不再单独列出。"] if board.repaired else []
    told += [PAIRS.format(count=len(board.pairs))] if board.pairs else []
    return [*told, proof(board), change(board)]


def text(board: Board, rules: Rulebook, down: datetime, grids: Mapping[str, str], color: str = "") -> str:
    """The published text, or one half of it."""
    halves = {"red": red(board), "black": black(board, grids)}
    body = halves.get(color) or [*halves["red"], *halves["black"]]
    edition = "" if board.named else "（只列数字）"
    head = f"【红黑榜】{board.quarter.title}{edition} {board.quarter.code}"
    return "\n".join([head, *body, *footer(board, rules, down)])


def footer(board: Board, rules: Rulebook, down: datetime) -> list[str]:
    """Where it comes from, until when it stands, and how to object."""
    day = down.astimezone(SHANGHAI)
    root = board.root[:ROOT]
    return [
        "、".join(rules.ratings.quarterly_board.principles) + "。",
        f"规则版本 {board.version} · 账本第 {board.seq} 笔 · 链根 {root} · {day.month}月{day.day}日撤下。",
        "觉得不对，私聊我发“申诉 编号 理由”；改好了发“修复 编号 怎么改的”，核实后 24 小时内撤下。",
    ]


def draft_card(kept_revision: int, board: Board, steps: Sequence[object], grids: Mapping[str, str]) -> Card:
    """The draft as those who vote see it."""
    code = board.quarter.code
    lines = [f"第 {kept_revision} 稿 · 账本第 {board.seq} 笔 · 规则版本 {board.version}"]
    more = f"，另有 {board.red.others} 位不署名" if board.red.others else ""
    lines += [f"红榜 {len(board.red.names)} 位署名{more}"]
    lines += [_draft_line(one) for one in board.lines[:SHOWN]]
    lines += [count(one, grids) for one in board.counts]
    if board.pairs:
        places = "、".join(place(one, grids) for one in board.pairs)
        lines.append(
            f"整改前后照片 {len(board.pairs)} 组（{places}），已有人看过没有人脸、车牌、门牌、姓名和店招，本人同意"
        )
    lines += [proof(board)]
    if not board.named:
        lines.append("还没有备案个人信息保护影响评估，这一期只列数字。")
    if steps:
        lines.append(f"已有 {len(steps)} 人同意")
    return Card(f"【评榜】{code} {board.quarter.title}", tuple(lines), (f"评榜 {code} 同意", f"评榜 {code} 反对 原因"))


def _draft_line(one: Line) -> str:
    households = f"符合的有 {one.matching} 户" if one.matching else "按店招或单位名"
    return f"{'、'.join(one.codes)} {one.masked_id} → 邻居看到“{line(one)}”，{households}"


def card_of(kept: Kept, grids: Mapping[str, str]) -> Card:
    """The draft with what was said about it so far."""
    yes = [one for one in votes(kept.voting).values() if one.act == "approve"]
    card = draft_card(kept.revision, kept.draft, yes, grids)
    reasons = tuple(f"撤下 {code}：{reason}" for code, reason in kept.dropped.items())
    return Card(card.title, (*card.lines, *reasons), card.actions)


def would_name(board: Board, one: Line, code: str, until: int) -> str:
    """Tells somebody what neighbours would read, a week before."""
    hidden = "，不写姓名和门牌" if one.matching else ""
    return (
        f"您的 {code} 按规则会出现在 {board.quarter.title}红黑榜上，邻居看到的是“{line(one)}”{hidden}。"
        f"觉得不对，{moment_shown(until)} 前发“申诉 {code} 理由”；改好了发“修复 {code} 怎么改的”，核实后不上榜。"
    )


def red_question(board: Board, masked: str) -> str:
    """Asks somebody who qualifies how to be named."""
    return (
        f"恭喜，您够上{board.quarter.title}红榜了，怎么署名？回数字就行，也可以发“同意公示”再选；"
        "不理会就不署名，名字不会公开，仍然算在人数里。\n"
        + "\n".join(f"{number}. {choice}" for number, choice in enumerate(choices(masked), 1))
    )


def correction(board: Board, lines: Sequence[str], gone: int) -> str:
    """Stands above the whole board when something of it was taken back."""
    what = "；".join(f"“{one}”" for one in lines) or f"计数里的 {gone} 件"
    return f"更正：{board.quarter.title}红黑榜上的{what}，经复核不成立，已经撤销。"


def supplement(board: Board, added: int) -> str:
    """Stands above the whole board when a month was settled after it went out."""
    return f"补充：{board.quarter.title}红黑榜公布以后，月结又入账 {added} 起，已经补进件数和合计，不单独列名。"


def dropped(code: str, which: str, reason: str) -> str:
    """Tells supervisors why a line was dropped."""
    return f"{code}：{which} 在工作台被撤下，不再单独列出，原因：{reason}。它仍然算在总数里；不同意就发“评榜 {code} 反对 原因”。"


def rejected(code: str, reason: str) -> str:
    """Tells the secretary."""
    return f"{code} 有人反对：{reason or '没有写原因'}。请看清后发“生成红黑榜 {code}”出新一稿，重新评榜。"
