"""Everything that is said and posted about a board: drafts, notices, the publication, corrections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.boards import states, wording
from domain.boards.board import Board
from domain.boards.document import board_picture, pairs_picture
from domain.boards.drawing import Limits, draw_board, redrawn
from domain.boards.material import Material
from domain.boards.states import Kept
from domain.decision import Say, Target, Urgency
from domain.matters.matter import Step
from domain.members import Duty
from domain.period import SHANGHAI
from domain.rules.rulebook import Rulebook

Effects = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """The moment, the rules in force and what a board is drawn from now."""

    now: datetime
    rules: Rulebook
    material: Material

    @property
    def ms(self) -> int:
        """The moment in epoch ms."""
        return int(self.now.timestamp() * 1000)

    @property
    def grids(self) -> Mapping[str, str]:
        """The names of the grids."""
        return self.material.grids


def drafted(today: Today, dropped: frozenset[str] = frozenset()) -> Board:
    """The draft by the rules as of now."""
    return draw_board(today.material, today.rules, Limits(dropped=dropped))


def cards(people: Sequence[Duty], revision: int, board: Board, grids: Mapping[str, str]) -> Effects:
    """The draft to everybody who may vote, with its places before and after."""
    persons = dict.fromkeys(one.person for one in people)
    card, picture = wording.draft_card(revision, board, (), grids), pairs_picture(board, grids)
    file = picture.id if picture else ""
    told = tuple(Say(Target("staff", str(one)), "", card, urgency=Urgency.NOTICE, file=file) for one in persons)
    return (*((picture,) if picture else ()), *told)


def red_questions(board: Board) -> Effects:
    """Everybody who qualifies for red is asked once, privately."""
    return tuple(
        Say(Target("subject", str(subject)), wording.red_question(board, masked), urgency=Urgency.NOTICE)
        for subject, masked in board.red.ask
    )


def notices(kept: Kept, today: Today) -> Effects:
    """Tell those who would be named and do not know it yet; nothing where everybody does."""
    new = [(one, code) for one in kept.draft.lines for code in one.codes if code not in kept.told]
    days = today.rules.negative.policy.notice_days_before_publication
    until = today.ms + int(timedelta(days=days).total_seconds() * 1000)
    whose = {code: subject for subject, code in _owners(today.material)}
    told = tuple(
        Say(
            Target("subject", str(whose[code])),
            wording.would_name(kept.draft, one, code, until),
            urgency=Urgency.NOTICE,
        )
        for one, code in new
        if code in whose
    )
    return (states.noticed(kept, [code for _, code in new], today.ms), *told)


def _owners(material: Material) -> tuple[tuple[int, str], ...]:
    return tuple((one.subject.id, one.code) for one in material.deductions)


def publication(kept: Kept, today: Today, step: Step) -> Effects:
    """The full edition where it was voted on and told in time, the one of counts otherwise."""
    named = kept.may_name(today.rules, today.ms)
    if named:
        board = redrawn(today.material, today.rules, kept.draft, frozenset(kept.dropped))
    else:
        board = draw_board(today.material, today.rules, Limits(named=False))
    moved = states.published(kept, board, step, today.ms)
    if named and not board.named:
        moved = replace(moved, facts={**moved.facts, "edition": "full"})
    return (moved, *to_groups(board, today, _down(kept, today)))


def _down(kept: Kept, today: Today) -> datetime:
    if kept.edition:
        return kept.taken_down_at(today.rules)
    days = min(today.rules.ratings.quarterly_board.display_days, today.rules.negative.policy.board_max_days)
    return today.now.astimezone(SHANGHAI) + timedelta(days=days)


def to_groups(board: Board, today: Today, down: datetime, above: str = "") -> Effects:
    """The text and the picture to every grid's group."""
    words = wording.text(board, today.rules, down, today.grids)
    picture = board_picture(board, today.rules, down, today.grids)
    said = f"{above}\n{words}" if above else words
    return (
        picture,
        *(Say(Target("grid", code), said, urgency=Urgency.PUBLIC, file=picture.id) for code in today.grids),
    )


def upkeep(kept: Kept, today: Today) -> Effects:
    """What time does to a published board.

    Repaired and withdrawn lines go quietly; what was reversed is corrected and what a late settlement brought is
    supplied, both in the same groups. Nothing that was not voted on is named: it counts.
    """
    shown = kept.shown
    if shown is None:
        return ()
    board = redrawn(today.material, today.rules, shown, frozenset(kept.dropped))
    standing = {one.code for one in today.material.deductions}
    gone = [code for code in shown.entries if code not in standing]
    added = len(set(board.entries) - set(shown.entries))
    above = []
    if gone:
        lines = [wording.line(one) for one in shown.lines if set(one.codes) & set(gone)]
        above.append(wording.correction(shown, lines, len(gone)))
    if added:
        above.append(wording.supplement(shown, added))
    if above:
        told = to_groups(board, today, kept.taken_down_at(today.rules), "\n".join([*above, wording.AGAIN_WHOLE]))
        return (states.updated(kept, board, "corrected" if gone else "supplemented"), *told)
    if _seen(board) == _seen(shown):
        return ()
    return (states.updated(kept, board, "updated"),)


def _seen(board: Board) -> Board:
    """The board but for the place in the ledger it was drawn at."""
    return replace(board, seq=0, root="", version="", red=replace(board.red, ask=()))


def outgrown(kept: Kept, today: Today) -> Board | None:
    """A new draft where lines came that nobody voted on, or where an objection to one was upheld; else None."""
    board = drafted(today, frozenset(kept.dropped))
    standing = {one.code for one in today.material.deductions}
    return board if board.codes - kept.draft.codes or kept.draft.codes - standing else None
