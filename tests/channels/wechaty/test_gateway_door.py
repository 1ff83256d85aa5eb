"""Friend requests and invitations are accepted by rule, and those who join are told of."""

import asyncio

import pytest

from domain.happenings import FriendAdded, RoomJoined
from tests.channels.wechaty.bot_side import Side, running, settings_for
from tests.channels.wechaty.gateway import ANN, BEN, BOT, ROOM, Gateway

pytestmark = pytest.mark.gateway


async def test_a_friend_request_is_accepted(gateway: Gateway, side: Side) -> None:
    await gateway.do("friend/request", **{"from": BEN}, hello="我是本")
    (entry,) = await gateway.sent()
    assert (entry["kind"], entry["contactId"]) == ("friendship-accept", BEN)
    assert await side.happening() == FriendAdded(BEN, "本")


async def test_a_friend_request_is_accepted_after_a_failure(gateway: Gateway, side: Side) -> None:
    await gateway.do("fault", method="friendshipAccept", message="passing trouble")
    await gateway.do("friend/request", **{"from": BEN})
    assert await side.happening() == FriendAdded(BEN, "本")


async def test_a_friend_request_is_left_open_where_the_rule_says_so(gateway: Gateway) -> None:
    async with running(settings_for(gateway, accept_friends=False)):
        await gateway.do("friend/request", **{"from": BEN})
        await _asked(gateway, "friendshipPayload")
        assert await gateway.sent(0) == []


@pytest.mark.parametrize(("rule", "accepted"), [((), False), ((BEN,), False), ((BEN, ANN), True), (("*",), True)])
async def test_invitations(gateway: Gateway, rule: tuple[str, ...], accepted: bool) -> None:
    room = (await gateway.do("room/create", topic="四网格", memberIds=[ANN]))["id"]
    async with running(settings_for(gateway, accept_rooms_from=rule)) as side:
        await gateway.do("room/invite", roomId=room, inviterId=ANN)
        if accepted:
            assert await side.happening() == RoomJoined(room, "四网格", (), bot_joined=True)
        else:
            await _asked(gateway, "roomInvitationPayload")
        kinds = [entry["kind"] for entry in await gateway.sent(0)]
        assert kinds == (["room-invitation-accept"] if accepted else [])


async def test_a_newcomer_is_told_of(gateway: Gateway, side: Side) -> None:
    await gateway.do("room/join", roomId=ROOM, ids=[BEN], inviterId=ANN)
    assert await side.happening() == RoomJoined(ROOM, "三网格", ((BEN, "本"),), bot_joined=False)
    await gateway.do("room/leave", roomId=ROOM, ids=[BEN], removerId=ANN)


async def test_the_bot_is_brought_into_a_room(gateway: Gateway, side: Side) -> None:
    room = (await gateway.do("room/create", topic="五网格", memberIds=[ANN]))["id"]
    await gateway.do("room/join", roomId=room, ids=[BOT, BEN], inviterId=ANN)
    assert await side.happening() == RoomJoined(room, "五网格", ((BEN, "本"),), bot_joined=True)


async def _asked(gateway: Gateway, method: str) -> None:
    async with asyncio.timeout(5):
        while method not in (await gateway.state())["calls"]:
            await asyncio.sleep(0.02)
    await asyncio.sleep(0.1)  # long enough for the acceptance that must not come


async def test_friends_alone_are_written_to_privately(gateway: Gateway, side: Side) -> None:
    """新来的不是好友 → 够不着；加上好友 → 够得着。网关从没说过谁是好友，就不下结论。"""
    stranger = "wxid_new"
    await gateway.do("contact/create", id=stranger, name="新", friend=False)
    assert await side.channel.knows(stranger)
    assert await side.channel.knows(ANN)
    assert not await side.channel.knows(stranger)
    await gateway.do("friend/request", **{"from": stranger})
    await side.happening()
    assert await side.channel.knows(stranger)
