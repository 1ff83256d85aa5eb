"""People enter the simulator."""

from tests.web.conftest import Caller


async def test_an_empty_simulator_has_nobody(caller: Caller) -> None:
    state = await caller.get("/api/state")
    assert (state["people"], state["grids"], state["bot_name"]) == ([], [], "网格小信")
    assert state["now"] == "2026-11-23T10:00:00+08:00"


async def test_somebody_enters_and_makes_the_grid(caller: Caller) -> None:
    person = await caller.enter("李桂芬", address="6栋1单元302")
    state = await caller.get("/api/state")
    assert state["grids"] == [{"code": "二网格", "name": "二网格"}]
    assert state["people"] == [
        {
            "id": person,
            "name": "李桂芬",
            "role": "resident",
            "grid": "二网格",
            "address": "6栋1单元302",
            "kind": "resident",
            "bound": True,
        }
    ]


async def test_the_same_person_again_is_a_conflict_that_names_them(caller: Caller) -> None:
    person = await caller.enter("李桂芬", address="6栋1单元302")
    same = {"name": " 李桂芬 ", "role": "resident", "grid": "二网格", "address": "6栋1单元302"}
    status, answer = await caller.post("/api/people", **same)
    assert (status, answer["id"]) == (409, person)
    assert answer["error"] == "已经有这个人了"


async def test_the_same_name_elsewhere_is_somebody_new(caller: Caller) -> None:
    ids = {
        await caller.enter("李桂芬", address="6栋1单元302"),
        await caller.enter("李桂芬", address="7栋1单元302"),
        await caller.enter("李桂芬", grid="三网格", address="6栋1单元302"),
        await caller.enter("李桂芬", role="grid_worker", address="6栋1单元302"),
    }
    assert len(ids) == 4


async def test_a_person_may_enter_without_an_account(caller: Caller) -> None:
    await caller.enter("王大爷", bound=False)
    assert [person["bound"] for person in (await caller.get("/api/state"))["people"]] == [False]


async def test_shops_units_and_every_role_may_enter(caller: Caller) -> None:
    for role in ("grid_worker", "property", "supervisor", "secretary", "partner"):
        await caller.enter(f"值班{role}", role=role)
    await caller.enter("老李烧烤", kind="merchant")
    await caller.enter("第三小学", kind="public_unit")
    assert len((await caller.get("/api/state"))["people"]) == 7
