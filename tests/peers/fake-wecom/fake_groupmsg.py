"""Fake of WeCom's customer groups (客户群) for fake_wecom.py: groups, mass-message tasks, confirmation. Own code."""
from __future__ import annotations

import uuid
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from fake_wecom import Fake

TEXT_MAX, ATTACHMENTS_MAX, IMAGE_MAX, FILE_MAX = 4000, 9, 10 << 20, 20 << 20
REMINDERS, REMINDERS_WITHIN = 3, 24 * 3600
MEDIA_TTL = 3 * 24 * 3600
CHINA = timezone(timedelta(hours=8))
WAITS, SENT, OTHER_RECEIVED = 0, 1, 3
OK = {"errcode": 0, "errmsg": "ok"}


class GroupMsgFake:
    def __init__(self, fake: Fake) -> None:
        self.fake = fake
        self.groups: dict[str, dict[str, Any]] = {}
        self.tasks: dict[str, dict[str, Any]] = {}
        self.media: dict[str, dict[str, Any]] = {}

    def fail(self, code: int, text: str) -> web.Response:
        return self.fake.kf.fail(code, text)

    def refused(self, request: web.Request) -> web.Response | None:
        bad = self.fake.kf.check_token(request)
        if bad:
            return bad
        name = request.path.rpartition("/")[2]
        for place, error in enumerate(self.fake.faults["groupmsg_errors"]):
            if error.get("call") in (None, name):
                self.fake.faults["groupmsg_errors"].pop(place)
                if "http" in error:
                    return web.Response(status=int(error["http"]))
                return self.fail(int(error["errcode"]), "planted")
        return None

    async def group_list(self, request: web.Request) -> web.Response:
        bad, d = self.refused(request), await request.json()
        if not bad and not 1 <= int(d.get("limit", 0)) <= 1000:
            bad = self.fail(40058, "limit out of range")
        rows = [{"chat_id": one, "status": 0} for one in self.groups]
        return bad or web.json_response({**OK, "group_chat_list": rows[: int(d["limit"])]})

    async def group_get(self, request: web.Request) -> web.Response:
        bad, d = self.refused(request), await request.json()
        if bad:
            return bad
        group = self.groups.get(d.get("chat_id"))
        if group is None:
            return self.fail(40050, "invalid chatid")
        return web.json_response({**OK, "group_chat": {"chat_id": d["chat_id"], **group}})

    async def upload(self, request: web.Request) -> web.Response:
        bad, kind = self.refused(request), request.query.get("type")
        if bad:
            return bad
        part = await (await request.multipart()).next()
        if part is None or part.name != "media" or not part.filename:
            return self.fail(41005, "media data missing")
        body = bytes(await part.read(decode=False))
        if kind not in ("image", "file") or not 5 < len(body) <= (IMAGE_MAX if kind == "image" else FILE_MAX):
            return self.fail(40009 if kind == "image" else 40006, "invalid media size")
        number = f"M{uuid.uuid4().hex}"
        self.media[number] = {"kind": kind, "name": part.filename, "size": len(body), "at": self.fake.now()}
        return web.json_response({**OK, "type": kind, "media_id": number, "created_at": str(int(self.fake.now()))})

    def wrong(self, d: dict[str, Any]) -> tuple[int, str] | None:
        chats, attachments = d.get("chat_id_list"), d.get("attachments", [])
        if d.get("chat_type") != "group" or not isinstance(chats, list) or not 1 <= len(chats) <= 2000 or not d.get("sender"):
            return 40058, "chat_type, sender or chat_id_list invalid"
        text = (d.get("text") or {}).get("content", "")
        if not text and not attachments:
            return 44004, "empty content"
        if len(text.encode()) > TEXT_MAX:
            return 40058, f"text.content exceed max length {TEXT_MAX}"
        if len(attachments) > ATTACHMENTS_MAX:
            return 40058, "too many attachments"
        for one in attachments:
            media = self.media.get((one.get(one.get("msgtype")) or {}).get("media_id", ""))
            if media is None or media["kind"] != one["msgtype"] or self.fake.now() - media["at"] > MEDIA_TTL:
                return 40007, "invalid media_id"
        return None

    async def add(self, request: web.Request) -> web.Response:
        bad, d = self.refused(request), await request.json()
        if bad:
            return bad
        wrong = self.wrong(d)
        if wrong:
            return self.fail(*wrong)
        failed = [one for one in d["chat_id_list"] if self.groups.get(one, {}).get("owner") != d["sender"]]
        rooms = [one for one in d["chat_id_list"] if one not in failed]
        if not rooms:
            return self.fail(41048, "nobody to send to")            # code not confirmed, see README
        number = f"msg{uuid.uuid4().hex}"
        self.tasks[number] = {"msgid": number, "sender": d["sender"], "rooms": {one: WAITS for one in rooms}, "text": d.get("text", {}).get("content", ""),
                              "attachments": d.get("attachments", []), "at": self.fake.now(), "reminders": [], "confirmed": None}
        return web.json_response({**OK, "fail_list": failed, "msgid": number})

    async def result(self, request: web.Request) -> web.Response:
        bad, d = self.refused(request), await request.json()
        if bad:
            return bad
        task = self.tasks.get(d.get("msgid"))
        if task is None or task["sender"] != d.get("userid"):
            return self.fail(41049, "invalid msgid")                # code not confirmed, see README
        rows = [{"chat_id": room, "userid": task["sender"], "status": state, **({"send_time": int(task["confirmed"])} if state == SENT else {})}
                for room, state in task["rooms"].items()]
        return web.json_response({**OK, "send_list": rows, "next_cursor": ""})

    async def remind(self, request: web.Request) -> web.Response:
        bad, d = self.refused(request), await request.json()
        if bad:
            return bad
        task, now = self.tasks.get(d.get("msgid")), self.fake.now()
        if task is None or task["confirmed"] is not None:
            return self.fail(41049, "invalid msgid")
        if sum(1 for at in task["reminders"] if now - at < REMINDERS_WITHIN) >= REMINDERS:
            return self.fail(45033, "too many reminders")           # code not confirmed, see README
        task["reminders"].append(now)
        return web.json_response(OK)

    # ---------------------------------------------------------------- control
    async def put_group(self, request: web.Request) -> web.Response:
        d = await request.json()
        self.groups[d["chat_id"]] = {"name": d.get("name", ""), "owner": d["owner"], "member_list": []}
        return web.json_response(OK)

    async def confirm(self, request: web.Request) -> web.Response:
        """The owner presses the button; a group that had its message today gets none."""
        d, now = await request.json(), self.fake.now()
        task = self.tasks[d["msgid"]]
        for room in task["rooms"]:
            task["rooms"][room] = OTHER_RECEIVED if d.get("other") or self.had(room, now) else SENT
        task["confirmed"] = now
        return web.json_response(OK)

    def had(self, room: str, now: float) -> bool:
        today = datetime.fromtimestamp(now, CHINA).date()
        shown = [one for one in self.tasks.values() if one["rooms"].get(room) == SENT]
        return any(datetime.fromtimestamp(one["confirmed"], CHINA).date() == today for one in shown)

    async def seen(self, request: web.Request) -> web.Response:
        return web.json_response({"tasks": list(self.tasks.values()), "media": list(self.media.values())})

    @staticmethod
    def routes(router: web.UrlDispatcher, fake: Fake) -> None:
        def late(name: str):                     # reset() replaces fake.groupmsg, so look it up per request
            async def handler(request: web.Request) -> web.StreamResponse:
                return await getattr(fake.groupmsg, name)(request)
            return handler
        router.add_post("/cgi-bin/media/upload", late("upload"))
        for path, name in {"groupchat/list": "group_list", "groupchat/get": "group_get", "add_msg_template": "add",
                           "get_groupmsg_send_result": "result", "remind_groupmsg_send": "remind"}.items():
            router.add_post(f"/cgi-bin/externalcontact/{path}", late(name))
        router.add_post("/_control/groupmsg/group", late("put_group"))
        router.add_post("/_control/groupmsg/confirm", late("confirm"))
        router.add_get("/_control/groupmsg/seen", late("seen"))
