"""Every morning: new lines are voted on and told of, a late approval is published, repaired lines go, errors too."""

from collections.abc import Sequence
from datetime import timedelta

from domain.boards import states
from domain.boards.states import Kept
from domain.boards.telling import Effects, Today, cards, notices, outgrown, publication, upkeep
from domain.calendar import Cron, Due, Job, Post
from domain.matters.matter import Step
from domain.query import Book
from scheduler.boards import open_boards, today_of, voters


async def _plan(due: Due, book: Book) -> Sequence[Post]:
    posts = []
    for kept in await open_boards(book):
        effects = await _effects(book, kept, await today_of(book, due, kept.quarter))
        if effects:
            posts.append(Post(f"{kept.matter.code}:{kept.matter.version}", effects, (kept.matter.watch,)))
    return posts


async def _effects(book: Book, kept: Kept, today: Today) -> Effects:
    if kept.edition == "full":
        return upkeep(kept, today)
    if (fresh := outgrown(kept, today)) is not None:
        told = cards(await voters(book), kept.revision + 1, fresh, today.grids)
        return (states.redrafted(kept, fresh), *told)
    rules = today.rules.ratings.quarterly_board
    told_from = kept.quarter.moment(rules.notice_day, rules.publish_time)
    if today.now > told_from and not kept.draft.codes <= set(kept.told):
        return notices(kept, today)
    if kept.edition == "counts" and kept.may_name(today.rules, today.ms):
        return publication(kept, today, Step("published"))
    return upkeep(kept, today)


job = Job(
    "board_upkeep", Cron(hour=11, minute=0), "day", timedelta(hours=12), _plan, coalesce=True, title="红黑榜每日核对"
)
