"""Every night: each subject's grade anew; changes and near falls are told privately, C and D wait for two people."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.code import NewCode
from domain.decision import Say, Target, Urgency
from domain.findings.settling import management
from domain.findings.timing import milliseconds
from domain.grading import (
    ASKED,
    COOLING,
    LETTER,
    LOWERED,
    RECOVERED,
    SORT,
    CreditOf,
    GradeKept,
    GradesKept,
    LastSubject,
)
from domain.grading_wording import card, line, lowered, raised, warned
from domain.ledger import Entry
from domain.masking import masked_name
from domain.matters.matter import Matter, MoveMatter, OpenMatter, OpenMatters, Step, concerns_of
from domain.matters.standing_by import concerned
from domain.members import AccountRef, OnDuty, Sender, SubjectAt
from domain.period import civil
from domain.query import Book
from domain.rating import Rating, rate, window_start
from domain.roles import Role
from domain.rules.rulebook import Rulebook

_CHUNK = 500
_ROLES: tuple[Role, ...] = ("supervisor", "secretary", "grid_worker")
_NOBODY = Sender(AccountRef("", ""))


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    running = {one.subject: one for one in await book.answer(OpenMatters(sort=SORT))}
    since, last = window_start(civil(due.at)).isoformat(), await book.answer(LastSubject())
    posts: list[Post] = []
    for first in range(1, last + 1, _CHUNK):
        until = first + _CHUNK - 1
        entries = await book.answer(CreditOf(since, first, until))
        kept = await book.answer(GradesKept(first, until))
        found: list[Post] = []
        for subject in sorted(entries.keys() | kept.keys()):
            known = kept.get(subject) or _new(subject, due.rules)
            found += await _night(due, book, known, entries.get(subject, ()), running.get(subject))
        posts += _together(found, first)
    return posts


def _together(posts: Sequence[Post], first: int) -> list[Post]:
    """What is only kept and told to nobody is posted as one."""
    told = [one for one in posts if len(one.effects) > 1]
    kept = tuple(effect for one in posts if len(one.effects) == 1 for effect in one.effects)
    return [*told, Post(f"subjects:{first}", kept)] if kept else told


def _new(subject: int, rules: Rulebook) -> GradeKept:
    return GradeKept(subject, rules.ratings.grade_rules.new_subject_grade, rules.ratings.accounts.credit.base)


async def _night(due: Due, book: Book, kept: GradeKept, entries: Sequence[Entry], running: Matter | None) -> list[Post]:
    """One subject's night."""
    today, rules = civil(due.at), due.rules
    rating = rate(entries, today, rules, lowered=kept.grade)
    if running is not None:
        wanted = str(running.facts["grade"])
        if _rank(rating.by_points.key, rules) < _rank(wanted, rules):
            rest = _changed(kept, rating, rules)
            return [_post(kept, _closed(running, RECOVERED), *rest, watch=running)]
        if running.state == COOLING and (running.due_at or 0) <= milliseconds(due.at):
            down = rate(entries, today, rules, lowered=wanted)
            return [_post(kept, _closed(running, LOWERED), *_changed(kept, down, rules), watch=running)]
    effects = _changed(kept, rating, rules)
    held = rating.by_points.min < rating.grade.min and kept.refused != rating.by_points.key
    if running is None and held and _needs_two(rating, rules):
        effects += await _asked(due, book, kept.subject, rating)
    return [_post(kept, *effects)] if effects else []


def _needs_two(rating: Rating, rules: Rulebook) -> bool:
    return rating.by_points.key in rules.ratings.grade_rules.downgrade_confirm_grades


def _rank(key: str, rules: Rulebook) -> int:
    """The place of a grade from the highest down."""
    return [one.key for one in rules.ratings.grades].index(key)


def _changed(kept: GradeKept, rating: Rating, rules: Rulebook) -> list[object]:
    """What is kept from tonight on and what the subject is told; empty where nothing is new."""
    keys = [one.key for one in rules.ratings.grades]
    before = keys.index(kept.grade) if kept.grade in keys else keys.index(rating.grade.key)
    now = keys.index(rating.grade.key)
    near = 0 <= rating.score - rating.grade.min < rules.ratings.grade_rules.early_warning_gap
    said: list[object] = []
    warns = near and now == before and not kept.warned and rating.score < kept.score and now + 1 < len(keys)
    if now != before:
        said = [_told(kept.subject, raised(rating) if now < before else lowered(rating))]
    elif warns:
        said = [_told(kept.subject, warned(rating, rules.ratings.grades[now + 1]))]
    fresh = GradeKept(
        subject=kept.subject,
        grade=rating.grade.key,
        score=rating.score,
        warned=near and (kept.warned or warns or now != before),
        refused=kept.refused if rating.by_points.key == kept.refused else "",
    )
    return [fresh, *said] if fresh != kept else said


def _told(subject: int, words: str) -> Say:
    return Say(Target("subject", str(subject)), words, urgency=Urgency.NOTICE)


def _closed(matter: Matter, state: str) -> MoveMatter:
    return MoveMatter(matter, state, Step(state), closes=True)


def _post(kept: GradeKept, *effects: object, watch: Matter | None = None) -> Post:
    return Post(f"subject:{kept.subject}", effects, (watch.watch,) if watch else ())


async def _asked(due: Due, book: Book, number: int, rating: Rating) -> list[object]:
    """The matter that two of the management group have to confirm, with its cards."""
    subject = await book.answer(SubjectAt(number))
    if subject is None:
        return []
    code, grade = NewCode(LETTER), rating.by_points.key
    words = line(masked_name(subject), grade, rating.score)
    opened = OpenMatter(
        code=code,
        sort=SORT,
        state=ASKED,
        line=words,
        step=Step(ASKED),
        subject=subject.id,
        grid=subject.grid,
        concerns=concerns_of(subject),
        facts={"grade": grade, "score": rating.score},
    )
    shown = card(code, words, due.rules.ratings.grade_rules.downgrade_cool_off_days)
    people = {
        one.person: None
        for role in _ROLES
        for one in management(await book.answer(OnDuty(role, subject.grid)))
        if not concerned(_NOBODY, one, opened.concerns)
    }
    return [opened, *(Say(Target("staff", str(person)), "", shown, urgency=Urgency.NOTICE) for person in people)]


job = Job("grades", Cron(hour=3, minute=20), "day", timedelta(hours=12), _plan, coalesce=True, title="每晚评定等级")
