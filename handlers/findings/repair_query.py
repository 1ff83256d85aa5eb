"""The command 信用修复: what puts each item right and from when on; privately also one's own open ones."""

from datetime import datetime

from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.findings import states
from domain.findings.repairing import earliest, points_back
from domain.matters.matter import Matter, MattersOf
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.request import Request
from domain.roles import ANYONE
from handlers.findings import repair_wording as wording


async def explain_repair(request: Request, book: Book) -> Decision:
    """How a repair works; what somebody's own ones are is told in the private chat only."""
    lines = [wording.HOW]
    if request.message.scene == "private":
        for subject in request.sender.subjects:
            found = await book.answer(MattersOf(subject.id, states.SORT))
            lines += [_line(request, one, found) for one in found if one.state == states.EFFECTIVE]
    return Decision(Answer("\n".join(lines)))


def _line(request: Request, finding: Matter, found: tuple[Matter, ...]) -> str:
    item = request.rules.negative_item(str(finding.facts["item"]))
    if item is None:
        return wording.without_item(finding)
    back = points_back(int(finding.facts["points"]), item.severity, request.rules.ratings.repair)
    return wording.own(finding, item, back, earliest(item, civil(last_found(finding, found))))


def last_found(finding: Matter, found: tuple[Matter, ...]) -> datetime:
    """When the item of a finding was found last."""
    same = [one.opened_at for one in found if one.facts["item"] == finding.facts["item"]]
    return datetime.fromtimestamp(max([finding.opened_at, *same]) / 1000, SHANGHAI)


command = Command(
    intent="repair_query",
    title="信用修复",
    words=Words(
        plain=(
            "信用修复",
            "怎么恢复信用",
            "怎么把分加回来",
        ),
        names=("信用修复",),
        hints=(
            "(信用|分|等级|黑榜)&(恢复|修复|补救|补回|加回|挽回|消|洗掉|洗白|摘|下来|补)&(<怎么>|办法|可以|能|条件|要什么)",
        ),
        phrases=(
            "…(信用)?(修复)…(信用|条件|办法|流程|申请|要|<怎么>|方法|途径|步骤|整|需要|资料)…",
            "(信用|我<的>信用|失信)?(修复|信用修复)(<一下>|信用|申请|流程|办法|政策|条件|要求|规则|怎么办|<怎么>(办|弄|整|做|申请)?|<的>|有|<哪些>)*",
            "<怎么>(才能|去|样|可以|能|来|快点|我|把)*(恢复|修复|挽回|补救|弥补|提升|重建|挽救)(<我>|<的>|回来|掉|自己|家|<一下>)*(信用|等级|积分|分|扣<的>分|失信|名誉)…",
            "<怎么>(才能|才可以|可以|能)?从?(黑榜).{0,6}(下来|出来|消|撤|除名)…",
            "…<怎么>.{0,6}(恢复|修复|挽回|补救|弥补|提升|重建|挽救)(<我>|<的>|回来|掉|自己|家|<一下>)*(信用|等级|积分|分|扣<的>分|失信|名誉)…",
            "…<怎么>.{0,6}(把|让|将)?.{0,8}分.{0,6}(补|加|涨|找|挣|要|弄|整|拿|恢复|赚|争取)(得)?回(来|去|克)?…",
            "…(扣|掉|丢|减|罚)(了|掉|过|<的>|去)*.{0,4}分.{0,8}(补|加|涨|找|挣|要|恢复|修复|弥补|弄|整|拿|赚|挽回|消)(得|的|掉|除)?(回)?…",
            "…(<我>)?<的>?(积)?分(被)?扣(得)?(多|狠|完|光|没)(了)?.{0,4}(补|加|挣|赚|恢复)回?(来)?…",
            "<怎么>(才能|可以|能|去)?(把)?(补回?|补上|恢复|挽回|找回)(<我>|<的>|扣<的>)*(积)?分(数)?…",
            "(把|将)?(<我>|<的>|扣(掉|了)?<的>|那些?)*(积)?分(补|加|恢复|挣|找|拿)回来",
            "…(积)?分.{0,4}(扣|掉|没|减)(了|掉)*.{0,3}<怎么>(补|加|恢复|办|弄)…",
            "…(信用|积分|分|等级)(<的>|还|也)*(能不能|可不可以|能|可以|可否|给可以|给能|要|<怎么>|得)+(恢复|修复|补救|补|加|挽回|涨)(回)?(来|去|的|得)*…",
            "…(黑榜).{0,8}(<怎么>|能不能|可以|能).{0,6}(下来|恢复|修复|消|撤|出来|取消|补救|除名|洗|去掉|办|摘)…",
            "…(恢复|修复)(<一下>|<我>|<的>|掉)*信用…",
            "…(信用|等级)(低|降|差|掉|不好|没)(了|得)?.{0,6}(<怎么>|能)(办|弄|整|补|恢复|升|提)…",
            "…信用.{0,4}<怎么>(恢复|补|修复|弄回|升|提|挽回)…",
        ),
    ),
    who=ANYONE,
    where=Where.HERE,
    handle=explain_repair,
    examples={"信用修复": {}, "怎么恢复信用": {}, "怎么把分加回来": {}, "被扣的分能不能补回来": {}},
)
