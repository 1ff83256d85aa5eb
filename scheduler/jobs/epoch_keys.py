"""On the first of a month its keys are made and those of two months ago destroyed."""

from collections.abc import Sequence
from datetime import timedelta

from domain.calendar import Cron, Due, Job, Post
from domain.period import civil
from domain.query import Book
from domain.tips.effects import KeepEpochs


async def _plan(due: Due, _book: Book) -> Sequence[Post]:
    return (Post("keys", (KeepEpochs(civil(due.at)),)),)


job = Job(
    "epoch_keys",
    Cron(hour=0, minute=20, day=1),
    "month",
    timedelta(days=366),
    _plan,
    coalesce=True,
    title="更换当期密钥",
)
