"""Customer groups behind the port: whatever goes out becomes a task, and its end is told when the owner has acted."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from bot.channels.wecom_groupmsg import wording
from bot.channels.wecom_groupmsg.account import Account
from bot.channels.wecom_groupmsg.tasks import FOLLOWED, Task, Tasks
from bot.channels.wecom_http import Answered, client
from bot.channels.wecom_standing import Standing
from bot.channels.wecom_tables import part, rows, word
from bot.channels.wecom_throttle import Throttle
from bot.channels.wecom_tokens import CREDENTIALS, EXPIRED, NOT_TRUSTED, Calls
from domain.channel import (
    Capabilities,
    ChannelDown,
    ChannelStatus,
    HeldBack,
    Outgoing,
    SendInDoubt,
    SendRefused,
)
from domain.happenings import Happening, RoomSeen, TaskEnded
from domain.message import Message
from domain.period import civil

_log = logging.getLogger(__name__)
_TEXT_BYTES: Final = 4000
_LOOK: Final = 300.0
"""Seconds between two looks at what the owners have confirmed."""
_PER_MINUTE: Final = 600
"""No figure is named; this only stops a runaway."""
_TOO_OFTEN: Final = frozenset({45009, 45033})
_LATER: Final = frozenset({-1, NOT_TRUSTED}) | EXPIRED | CREDENTIALS
_WAITS, _SENT = 0, 1
_PAGE: Final = 500
_GROUPS: Final = 100
"""So many groups are shown by name; others are bound by their ids."""


class GroupMsgChannel:
    """Residents' groups that a member of the company owns; nobody is heard, and nothing is shown unconfirmed."""

    capabilities = Capabilities(
        reads_group=False,
        posts_to_group=True,
        private=False,
        push=True,
        buttons=False,
        pictures=True,
        quota_per_minute=None,
        needs_human=True,
        confirms=True,
    )

    def __init__(
        self,
        settings: Account,
        name: str,
        now: Callable[[], datetime],
        tell: Callable[[Happening], None],
        look: float = _LOOK,
    ) -> None:
        self.name = name
        self._settings = settings
        self._now = now
        self._tell = tell
        self._look = look
        self._standing = Standing(now, wording.STOPPED)
        self._throttle = Throttle(now, _PER_MINUTE, _PER_MINUTE * 60)
        self._tasks = Tasks(Path(settings.tasks_file))
        self._titles: dict[str, str] = {}
        self._calls: Calls | None = None

    def status(self) -> ChannelStatus:
        """Whether tasks can be made and asked after."""
        return self._standing.status

    def title(self, conversation: str) -> str:
        """What people call a group, "" before it was asked for."""
        return self._titles.get(conversation, "")

    async def run(self, receive: Callable[[Message], None]) -> None:  # noqa: ARG002 - nobody is heard here
        """Asks after the tasks for ever; returns only where the company's id or secret is refused."""
        self._standing.become("connecting", wording.CONNECTING)
        for task in self._tasks.ended():
            self._tell(TaskEnded(task.number, posted=bool(task.posted)))  # the book may have missed it
        try:
            async with client() as session:
                self._calls = Calls(session, self._settings)
                await self._follow(self._calls)
            self._standing.become("refused", wording.REFUSED)
        except BaseException:
            self._standing.become("offline", wording.STOPPED)
            raise

    async def send(self, outgoing: Outgoing) -> str:
        """Makes the task and gives its number; SendRefused where a person has to paste the words instead."""
        if self._calls is None or not self._standing.online:
            raise ChannelDown(self._standing.status.detail)
        if outgoing.scene != "group":
            raise SendRefused("only groups")
        self._throttle.require(self.name, 1)
        try:
            return await self._made(self._calls, outgoing)
        except Answered as no:
            _log.warning("no task: errcode %d", no.code)
            if no.code in _TOO_OFTEN:
                self._throttle.too_often(self.name)
                raise HeldBack("too often") from no
            raise (ChannelDown("later") if no.code in _LATER else SendRefused(f"errcode {no.code}")) from no

    async def _made(self, calls: Calls, outgoing: Outgoing) -> str:
        room = outgoing.conversation
        owner = await self._owner(calls, room)
        if len(outgoing.text.encode()) > _TEXT_BYTES:
            raise SendRefused("the text is too long")
        if self._tasks.had(room, civil(self._now())):
            raise SendRefused("the group's one message of the day is used")
        body: dict[str, Any] = {"chat_type": "group", "sender": owner, "chat_id_list": [room]}
        body |= {"text": {"content": outgoing.text}} if outgoing.text else {}
        if attachments := await _attached(calls, outgoing):
            body["attachments"] = attachments
        made = Task("", room, owner, self._now().isoformat())
        try:
            answer = await calls.post("externalcontact/add_msg_template", body)
        except SendInDoubt:
            self._tasks.add(made)
            raise
        number, failed = word(answer, "msgid"), answer.get("fail_list")
        if not number or (isinstance(failed, list) and room in failed):
            raise SendRefused("the platform has no such group")
        self._throttle.went_well(self.name)
        self._tasks.add(Task(number, room, owner, made.made))
        return number

    async def _owner(self, calls: Calls, room: str) -> str:
        """Only a group's owner can confirm; asked each time, since owners change."""
        try:
            found = part(await calls.post("externalcontact/groupchat/get", {"chat_id": room}), "group_chat")
        except SendInDoubt as error:
            raise ChannelDown("the group was not answered") from error
        self._titles[room] = word(found, "name")
        return word(found, "owner")

    async def _meet(self, calls: Calls, room: str) -> None:
        """A group that was not met since the start is told with its name, so that it can be bound."""
        if room and room not in self._titles:
            try:
                await self._owner(calls, room)
            except Answered as no:
                if no.code in _LATER:
                    raise
                _log.warning("a group without a name: errcode %d", no.code)
                self._titles[room] = ""
            self._tell(RoomSeen(room))

    async def _follow(self, calls: Calls) -> None:
        while True:
            try:
                # Also the sign that the door is open at all.
                found = await calls.post("externalcontact/groupchat/list", {"limit": _GROUPS})
                self._standing.become("online", wording.ONLINE)
                for row in rows(found, "group_chat_list"):
                    await self._meet(calls, word(row, "chat_id"))
                for task in self._tasks.open():
                    await self._ask_after(calls, task)
            except Answered as no:
                if no.code in CREDENTIALS:
                    _log.error("refused: wrong corpid or secret; not trying again")
                    return
                words = wording.NOT_TRUSTED if no.code == NOT_TRUSTED else wording.SAYS_NO.format(code=no.code)
                self._standing.become("connecting", words)
            except (ChannelDown, SendInDoubt):
                self._standing.become("connecting", wording.BROKEN)
            await asyncio.sleep(self._look)

    async def _ask_after(self, calls: Calls, task: Task) -> None:
        """What became of one task; where its owner is slow, a reminder."""
        if self._now() - task.made_at >= FOLLOWED:
            return
        state = await self._state(calls, task)
        if state != _WAITS:
            self._tasks.ends(task, posted=state == _SENT)
            self._tell(TaskEnded(task.number, posted=state == _SENT))
        elif task.wants_reminder(self._now()):
            self._tasks.reminded(task, self._now())
            try:
                await calls.post("externalcontact/remind_groupmsg_send", {"msgid": task.number})
            except Answered as no:
                _log.warning("not reminded: errcode %d", no.code)

    async def _state(self, calls: Calls, task: Task) -> int:
        """0 waits, 1 stands in the group, 2 and 3 never will."""
        asked = {"msgid": task.number, "userid": task.owner, "limit": _PAGE}
        try:
            found = await calls.post("externalcontact/get_groupmsg_send_result", asked)
        except Answered as no:
            _log.warning("not told what became of a task: errcode %d", no.code)
            return _WAITS
        states = [one.get("status") for one in rows(found, "send_list") if one.get("chat_id") == task.room]
        return states[0] if states and isinstance(states[0], int) else _WAITS


async def _attached(calls: Calls, outgoing: Outgoing) -> list[dict[str, Any]]:
    """The picture and the document, uploaded; the platform takes nine, one post has at most these two."""
    found: list[dict[str, Any]] = []
    if outgoing.image:
        number = await calls.uploaded("image", outgoing.image_name or wording.PICTURE_NAME, outgoing.image)
        found.append({"msgtype": "image", "image": {"media_id": number}})
    if outgoing.file:
        number = await calls.uploaded("file", outgoing.file.name, outgoing.file.body)
        found.append({"msgtype": "file", "file": {"media_id": number}})
    return found


def build(
    settings: Account,
    name: str,
    now: Callable[[], datetime],
    tell: Callable[[Happening], None],
    look: float = _LOOK,
) -> GroupMsgChannel:
    """The channel of these settings; it asks only while it runs."""
    return GroupMsgChannel(settings, name, now, tell, look)
