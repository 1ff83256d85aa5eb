"""What is kept of a home is found at the counter, and taken away for whoever asks."""

from domain.facts import Fact, FactsOf, KeepFacts
from tests.web.desk.conftest import Administrator


async def test_a_field_is_taken_away_whatever_its_sources(admin: Administrator) -> None:
    await admin.enter()
    dog = (Fact("dog", "没养犬", "visit", "2026-03-01"), Fact("dog", "已登记", "document", "2026-05-01", "养犬名单"))
    await admin.put(KeepFacts(1, (*dog, Fact("corridor", "通畅", "inspection", "2026-04-01", "四月消防检查"))))
    page = await admin.get("/desk/rounds?q=李桂芬")
    assert "养犬登记：已登记（资料“养犬名单”，2026-05-01）" in page
    assert "楼道和门口：通畅（检查“四月消防检查”，2026-04-01）" in page
    assert "登记表里没有" in await admin.get("/desk/rounds?q=没这人")
    assert "删掉了" in await admin.do("rounds", "drop", subject=1, field="dog", q="李桂芬")
    assert [one.field for one in await admin.app.store.answer(FactsOf(1))] == ["corridor"]
    assert "删掉了" not in await admin.do("rounds", "drop", subject=1, field="dog", q="李桂芬")
