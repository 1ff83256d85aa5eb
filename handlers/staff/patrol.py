"""The command 巡查: what is open when it begins, what was found when it ends."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time

from domain.code import NewCode
from domain.command import Command, Where, Words
from domain.decision import Answer, Decision
from domain.findings import states
from domain.findings.timing import milliseconds, shown
from domain.masking import building_of
from domain.matters.matter import Matter, MattersSince, MoveMatter, OpenMatter, OpenMatters, Step
from domain.members import Duty, SubjectAt
from domain.period import SHANGHAI, civil
from domain.query import Book
from domain.refusal import Refusal
from domain.request import Request
from domain.rounds import PATROL, week_start
from handlers.patrolling import patrol_of
from handlers.staff import rounds_wording as wording

_OPEN = states.UNDECIDED


async def patrol(request: Request, book: Book) -> Decision:
    """Begin or end a patrol of the sender's grid."""
    duty = _duty(request)
    running = await patrol_of(book, duty.person)
    if request.slot("step") == "start":
        return await _begun(request, book, duty, running)
    if request.slot("step") is None:
        raise Refusal(wording.WHICH_STEP)
    if running is None:
        raise Refusal(wording.NOT_OUT)
    return await _ended(request, book, duty, running)


def _duty(request: Request) -> Duty:
    for duty in request.sender.duties:
        if duty.role in {"grid_worker", "secretary"} and (duty.grid or request.grid):
            return duty
    raise Refusal(wording.NO_GRID)


def _grid(request: Request, duty: Duty) -> str:
    return duty.grid or (request.grid.code if request.grid else "")


async def _begun(request: Request, book: Book, duty: Duty, running: Matter | None) -> Decision:
    effects: list[object] = []
    if running is not None:
        since = datetime.fromtimestamp(running.opened_at / 1000, SHANGHAI)
        if civil(since) == civil(request.now):
            raise Refusal(wording.OUT_ALREADY.format(since=shown(running.opened_at)))
        effects.append(MoveMatter(running, "left", Step("left", duty.person, duty.role), closes=True))
    grid = _grid(request, duty)
    opened = OpenMatter(
        code=NewCode("K"),
        sort=PATROL,
        state="out",
        line=duty.name,
        step=Step("out", duty.person, duty.role),
        grid=grid,
        facts={"person": duty.person},
    )
    words = wording.started(await _by_building(book, await _problems(book, grid)))
    watches = (running.watch,) if running else ()
    return Decision(Answer(words), (*effects, opened), watches)


async def _problems(book: Book, grid: str) -> list[Matter]:
    return [one for one in await book.answer(OpenMatters(grid=grid, sort=states.SORT)) if one.state in _OPEN]


async def _by_building(book: Book, matters: Sequence[Matter]) -> dict[str, list[Matter]]:
    found: dict[str, list[Matter]] = defaultdict(list)
    for one in matters:
        subject = await book.answer(SubjectAt(one.subject))
        found[building_of(subject.address if subject else "") or wording.ELSEWHERE].append(one)
    return dict(sorted(found.items()))


async def _ended(request: Request, book: Book, duty: Duty, running: Matter) -> Decision:
    since = await book.answer(MattersSince(states.SORT, running.opened_at))
    found = [one for one in since if one.facts.get("person") == duty.person]
    still = await _problems(book, running.grid)
    monday = datetime.combine(week_start(civil(request.now)), time(), SHANGHAI)
    walked = await book.answer(MattersSince(PATROL, milliseconds(monday)))
    times = 1 + sum(1 for one in walked if one.grid == running.grid and one.state == "done")
    words = wording.ended(await _by_building(book, found), len(still), times)
    moved = MoveMatter(running, "done", Step("done", duty.person, duty.role), closes=True, facts={"found": len(found)})
    return Decision(Answer(words), (moved,), (running.watch,))


command = Command(
    intent="patrol",
    title="巡查",
    words=Words(
        names=("巡查",),
        phrases=(
            "(我)?(巡查|巡逻|巡检)~{step}(了)?",
            "(我)?{step}(巡查|巡检)(了)?",
        ),
    ),
    who=frozenset({"grid_worker", "secretary"}),
    where=Where.PRIVATELY,
    writes=True,
    handle=patrol,
    examples={"巡查 开始": {"step": "start"}, "结束巡查": {"step": "finish"}},
)
