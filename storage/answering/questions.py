"""Open questions, read back as they were asked."""

import json

from sqlalchemy import bindparam, select

from domain.decision import Ask
from domain.members import AccountRef
from domain.questions import OpenPlaces, OpenQuestion, Place, QuestionAt
from storage.reading import Reader
from storage.tables.questions import question

_AT = select(question.c.body, question.c.expires_at).where(
    question.c.community == bindparam("community"),
    question.c.channel == bindparam("channel"),
    question.c.chat == bindparam("chat"),
    question.c.account == bindparam("account"),
)
_ALL = select(question.c.channel, question.c.account, question.c.chat).where(
    question.c.community == bindparam("community")
)


async def question_at(reader: Reader, query: QuestionAt) -> OpenQuestion | None:
    """The question at a place, or None."""
    ref = query.place.account
    row = await reader.first(_AT, channel=ref.channel, chat=query.place.chat, account=ref.id)
    if row is None:
        return None
    body = json.loads(row[0])
    ask = Ask(**body["ask"] | {"choices": tuple(body["ask"]["choices"])})
    return OpenQuestion(body["intent"], body["slots"], ask, row[1], body["answers"])


async def open_places(reader: Reader, _query: OpenPlaces) -> tuple[Place, ...]:
    """Every place with an open question."""
    return tuple(Place(AccountRef(row[0], row[1]), row[2]) for row in await reader.all(_ALL))


ANSWERS = {QuestionAt: question_at, OpenPlaces: open_places}
