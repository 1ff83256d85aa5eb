"""What is known of a subject from visits, inspections and lists."""

from sqlalchemy import bindparam, select

from domain.facts import Fact, FactsOf
from storage.reading import Reader
from storage.tables.facts import known_fact

_FACTS = (
    select(known_fact.c.field, known_fact.c.value, known_fact.c.source, known_fact.c.day, known_fact.c.basis)
    .where(known_fact.c.community == bindparam("community"), known_fact.c.subject == bindparam("its_subject"))
    .order_by(known_fact.c.field, known_fact.c.day.desc(), known_fact.c.source)
)


async def facts_of(reader: Reader, query: FactsOf) -> tuple[Fact, ...]:
    """All of them."""
    return tuple(Fact(*row) for row in await reader.all(_FACTS, its_subject=query.subject))


ANSWERS = {FactsOf: facts_of}
