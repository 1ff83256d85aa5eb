"""Who is on duty, and what must be kept from them: their homes and shops count without a register entry."""

from domain.decision import Unit
from domain.enrolment import EnrolStaff, EnrolSubject
from domain.findings.settling import decidable
from domain.members import AccountRef, Bind, FindSubjects, GiveDuty, OnDuty
from domain.tips.queries import SignsIn, TipStaff
from storage.store import Store

HOME, SHOP = "3栋2单元501", "老王烧烤"


async def test_what_an_account_speaks_for_is_kept_from_whoever_acts_with_it(store: Store) -> None:
    enrolled = (EnrolSubject("resident", "罗琼", "2", HOME, "H1"), EnrolSubject("merchant", SHOP, "2", "3栋底商2号"))
    staff = (EnrolStaff("罗琼", "supervisor", recusals='["H7"]'), EnrolStaff("白云", "secretary"))
    await store.post(Unit(None, (*enrolled, *staff)))
    (home,), (shop,) = [await store.answer(FindSubjects(name=name)) for name in ("罗琼", SHOP)]
    phone, other, desk = AccountRef("fake", "luo"), AccountRef("fake", "luo-2"), AccountRef("fake", "bai")
    bound = (Bind(phone, home.id), Bind(phone, shop.id), Bind(other, home.id))
    await store.post(Unit(None, (*bound, GiveDuty(phone, 1), GiveDuty(other, 1), GiveDuty(desk, 2))))

    (luo,) = await store.answer(OnDuty("supervisor"))
    (bai,) = await store.answer(OnDuty("secretary", "2"))
    assert set(luo.recused) == {"H7", "H1", HOME, SHOP}
    assert bai.recused == ()
    known = {one.name: set(one.recused) for one in await store.answer(TipStaff())}
    assert known == {"罗琼": {"H7", "H1", HOME, SHOP, "3栋底商2号"}, "白云": set()}
    assert [one.name for one in await store.answer(SignsIn(f"{SHOP}又占道"))] == [SHOP]
    assert await store.answer(SignsIn("罗琼家占道")) == ()
    assert decidable([luo, bai], ["H9", "5栋"])
    assert not decidable([luo, bai], ["H1", HOME])
    assert not decidable([luo, bai], [SHOP])
