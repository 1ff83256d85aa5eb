"""Points for somebody, and what they are exchanged for."""

import re

from domain.awarding import Award
from domain.decision import Unit
from domain.ledger import Hand
from domain.members import FindSubjects
from domain.period import civil
from tests.conversations.conftest import Community

CODE = re.compile(r"V[2-9A-Z]{3} ?[2-9A-Z]{4}")


async def earn(community: Community, name: str, points: int, item: str = "R01") -> None:
    """Points for a deed of today."""
    (subject, *_) = await community.app.store.answer(FindSubjects(name))
    found, rules = community.app.rules.item(item), community.app.rules
    assert found is not None
    now = community.clock.now()
    deed = Award(subject.id, found, points, f"test:{name}:{item}:{points}", Hand(), civil(now), rules.version)
    await community.app.store.post(Unit(None, deed.entries(), at=int(now.timestamp() * 1000)))


async def exchanged(community: Community, name: str, text: str) -> str:
    """The code of one voucher that somebody gets."""
    await community.say(name, text)
    (answer, *_) = await community.say(name, "是")
    found = CODE.search(answer)
    assert found, answer
    return found[0].replace(" ", "")
