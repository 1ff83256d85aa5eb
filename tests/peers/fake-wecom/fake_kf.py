"""Fake of WeChat customer service (微信客服) for fake_wecom.py: token, sync_msg, send_msg, callback. Own code."""
from __future__ import annotations

import base64
import json
import secrets
import time
import uuid
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import web

from wecom_crypto import WeComCrypto

if TYPE_CHECKING:
    from fake_wecom import Fake

KEEP = 3 * 24 * 3600           # docs: sync_msg returns the last 3 days
SEND_LIMIT, SEND_WINDOW = 5, 48 * 3600
TOKEN_TTL = 7200
CODE_TTL = 20                  # welcome_code / end-of-session code
SEND_TYPES = {"text", "image", "voice", "video", "file", "link", "miniprogram", "msgmenu", "location"}


class KfFake:
    def __init__(self, fake: Fake) -> None:
        self.fake = fake
        self.corpid, self.secret = "wwfakecorp0000001", "FAKEKFSECRET"
        self.accounts = {"wkFAKEKF000000001": {"name": "小区直通车"}}
        self.tokens: dict[str, float] = {}
        self.log: list[dict[str, Any]] = []            # what sync_msg serves, in order
        self.sessions: dict[tuple[str, str], dict[str, Any]] = {}
        self.codes: dict[str, dict[str, Any]] = {}
        self.sync_tokens: dict[str, float] = {}
        self.sent: list[dict[str, Any]] = []
        self.media: dict[str, tuple[bytes, str]] = {}
        self.callback: dict[str, str] | None = None
        self.callback_log: list[dict[str, Any]] = []

    def fail(self, code: int, text: str) -> web.Response:
        from fake_wecom import fail
        return web.json_response(fail(code, text))

    def check_token(self, request: web.Request) -> web.Response | None:
        token = request.query.get("access_token")
        if not token:
            return self.fail(41001, "access_token missing")
        expiry = self.tokens.get(token)
        if expiry is None:
            return self.fail(40014, "invalid access_token")
        if self.fake.now() >= expiry:
            return self.fail(42001, "access_token expired")
        return None

    async def gettoken(self, request: web.Request) -> web.Response:
        if request.query.get("corpid") != self.corpid:
            return self.fail(40013, "invalid corpid")
        if request.query.get("corpsecret") != self.secret:
            return self.fail(40001, "invalid credential")
        token = secrets.token_urlsafe(48)
        self.tokens[token] = self.fake.now() + TOKEN_TTL
        return web.json_response({"errcode": 0, "errmsg": "ok", "access_token": token, "expires_in": TOKEN_TTL})

    async def accounts_list(self, request: web.Request) -> web.Response:
        bad = self.check_token(request)
        items = [{"open_kfid": k, "name": v["name"], "avatar": "", "manage_privilege": True} for k, v in self.accounts.items()]
        return bad or web.json_response({"errcode": 0, "errmsg": "ok", "account_list": items})

    async def contact_way(self, request: web.Request) -> web.Response:
        bad, d = self.check_token(request), await request.json()
        if bad:
            return bad
        if d.get("open_kfid") not in self.accounts:
            return self.fail(95000, "invalid open_kfid")
        if len(d.get("scene", "").encode()) > 32:
            return self.fail(40058, "scene too long")
        return web.json_response({"errcode": 0, "errmsg": "ok", "url": f"https://work.weixin.qq.com/kf/{d['open_kfid']}?enc_scene=ENC{uuid.uuid4().hex[:12]}"})

    async def sync(self, request: web.Request) -> web.Response:
        bad, d = self.check_token(request), await request.json()
        if bad:
            return bad
        if d.get("token") and self.fake.now() - self.sync_tokens.get(d["token"], -1e18) > 600:
            return self.fail(95007, "invalid token")           # code not confirmed, see README
        limit = int(d.get("limit", 1000))
        if not 1 <= limit <= 1000:
            return self.fail(40058, "limit out of range")
        cursor = d.get("cursor") or "c0"
        if not cursor.startswith("c") or not cursor[1:].isdigit():
            return self.fail(40058, "invalid cursor")
        start, kfid = int(cursor[1:]), d.get("open_kfid")
        page, position = [], start
        for index in range(start, len(self.log)):
            if len(page) >= limit:
                break
            position = index + 1
            item = self.log[index]
            if item["send_time"] > self.fake.now() - KEEP and kfid in (None, item["_kf"]):
                page.append({k: v for k, v in item.items() if not k.startswith("_")})
        return web.json_response({"errcode": 0, "errmsg": "ok", "next_cursor": f"c{position}", "has_more": int(position < len(self.log)), "msg_list": page})

    def check_message(self, d: dict[str, Any], allowed: set[str]) -> tuple[int, str] | None:
        kind = d.get("msgtype")
        if kind not in allowed or not isinstance(d.get(kind), dict):
            return 40008, "invalid message type"
        if kind == "text":
            text = d["text"].get("content")
            if not text:
                return 44004, "empty content"
            if len(text.encode()) > 2048:
                return 40058, "text.content exceed max length 2048"
        return None

    async def send(self, request: web.Request) -> web.Response:
        bad, d = self.check_token(request), await request.json()
        if bad:
            return bad
        if d.get("open_kfid") not in self.accounts:
            return self.fail(95000, "invalid open_kfid")
        session = self.sessions.get((d["open_kfid"], str(d.get("touser"))))
        if session is None:
            return self.fail(40096, "invalid external userid")
        wrong = self.check_message(d, SEND_TYPES)
        if wrong:
            return self.fail(*wrong)
        if session["state"] not in (0, 1):
            return self.fail(95018, "send msg session status invalid")
        if session["last"] is None or self.fake.now() - session["last"] > SEND_WINDOW:
            return self.fail(95002, "send msg time limit")
        if session["count"] >= SEND_LIMIT:
            return self.fail(95001, "send msg count limit")
        session["count"] += 1
        msgid = d.get("msgid") or uuid.uuid4().hex
        self.sent.append({"n": len(self.sent) + 1, "touser": d["touser"], "open_kfid": d["open_kfid"], "msgtype": d["msgtype"],
                          "content": d[d["msgtype"]], "msgid": msgid, "at": self.fake.now(), "via": "send_msg"})
        return web.json_response({"errcode": 0, "errmsg": "ok", "msgid": msgid})

    async def send_on_event(self, request: web.Request) -> web.Response:
        bad, d = self.check_token(request), await request.json()
        if bad:
            return bad
        code = self.codes.pop(str(d.get("code")), None)
        if code is None or self.fake.now() - code["at"] > CODE_TTL:
            return self.fail(40029, "invalid code")              # code not confirmed, see README
        wrong = self.check_message(d, {"text", "msgmenu"})
        if wrong:
            return self.fail(*wrong)
        msgid = d.get("msgid") or uuid.uuid4().hex
        self.sent.append({"n": len(self.sent) + 1, "touser": code["user"], "open_kfid": code["kf"], "msgtype": d["msgtype"],
                          "content": d[d["msgtype"]], "msgid": msgid, "at": self.fake.now(), "via": "send_msg_on_event"})
        return web.json_response({"errcode": 0, "errmsg": "ok", "msgid": msgid})

    async def state_get(self, request: web.Request) -> web.Response:
        bad, d = self.check_token(request), await request.json()
        if bad:
            return bad
        session = self.sessions.get((d.get("open_kfid"), d.get("external_userid")))
        if session is None:
            return self.fail(40096, "invalid external userid")
        return web.json_response({"errcode": 0, "errmsg": "ok", "service_state": session["state"], "servicer_userid": session.get("servicer", "")})

    async def state_trans(self, request: web.Request) -> web.Response:
        bad, d = self.check_token(request), await request.json()
        if bad:
            return bad
        session = self.sessions.get((d.get("open_kfid"), d.get("external_userid")))
        if session is None:
            return self.fail(40096, "invalid external userid")
        old, new = session["state"], d.get("service_state")
        if new not in {0: (0, 1, 2, 3, 4), 1: (1, 2, 3, 4), 2: (2, 3, 4), 3: (3, 4), 4: ()}[old]:
            return self.fail(95016, "session state transition not allowed")
        if new == 3 and not d.get("servicer_userid"):
            return self.fail(40058, "servicer_userid missing")
        session.update(state=new, servicer=d.get("servicer_userid", ""))
        return web.json_response({"errcode": 0, "errmsg": "ok"})

    async def media_get(self, request: web.Request) -> web.Response:
        bad = self.check_token(request)
        if bad:
            return bad
        item = self.media.get(request.query.get("media_id", ""))
        if item is None:
            return self.fail(40007, "invalid media_id")
        return web.Response(body=item[0], content_type="application/octet-stream", headers={"Content-Disposition": f'attachment; filename="{item[1]}"'})

    # ---------------------------------------------------------------- control
    def crypto(self) -> WeComCrypto:
        assert self.callback
        return WeComCrypto(self.callback["token"], self.callback["aes_key"], self.callback.get("receiveid", self.corpid))

    async def set_callback(self, request: web.Request) -> web.Response:
        """Stores the URL and does what the console does on save: a GET with an encrypted echostr."""
        self.callback = await request.json()
        crypto, plain = self.crypto(), str(secrets.randbelow(10**19))
        stamp, nonce = str(int(self.fake.now())), str(secrets.randbelow(10**10))
        echo = crypto.encrypt(plain)
        params = {"msg_signature": crypto.sign(stamp, nonce, echo), "timestamp": stamp, "nonce": nonce, "echostr": echo}
        started = time.monotonic()
        async with aiohttp.ClientSession() as http, http.get(self.callback["url"], params=params) as resp:
            body, took = await resp.read(), time.monotonic() - started
        good = resp.status == 200 and body == plain.encode() and took <= 1.0
        return web.json_response({"verified": good, "status": resp.status, "seconds": round(took, 3), "got": body.decode(errors="replace")[:80]})

    async def notify(self, kfid: str) -> dict[str, Any] | None:
        if not self.callback:
            return None
        token = "ENC" + secrets.token_urlsafe(24)
        self.sync_tokens[token] = self.fake.now()
        xml = (f"<xml><ToUserName><![CDATA[{self.corpid}]]></ToUserName><CreateTime>{int(self.fake.now())}</CreateTime>"
               f"<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event>"
               f"<Token><![CDATA[{token}]]></Token><OpenKfId><![CDATA[{kfid}]]></OpenKfId></xml>")
        crypto, stamp, nonce = self.crypto(), str(int(self.fake.now())), str(secrets.randbelow(10**10))
        cipher = crypto.encrypt(xml)
        outer = f"<xml><ToUserName><![CDATA[{self.corpid}]]></ToUserName><AgentID><![CDATA[]]></AgentID><Encrypt><![CDATA[{cipher}]]></Encrypt></xml>"
        params = {"msg_signature": crypto.sign(stamp, nonce, cipher), "timestamp": stamp, "nonce": nonce}
        entry: dict[str, Any] = {"token": token, "attempts": []}
        for _ in range(3):                       # 5 s to answer, then retried: three tries in all
            try:
                async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as http, http.post(
                        self.callback["url"], params=params, data=outer.encode(), headers={"Content-Type": "text/xml"}) as resp:
                    entry["attempts"].append({"status": resp.status, "body": (await resp.text())[:80]})
                    if resp.status == 200:
                        break
            except (aiohttp.ClientError, TimeoutError) as exc:
                entry["attempts"].append({"error": type(exc).__name__})
        self.callback_log.append(entry)
        return entry

    async def inject(self, request: web.Request) -> web.Response:
        d = await request.json()
        kfid = d.get("open_kfid") or next(iter(self.accounts))
        user, now = d["external_userid"], self.fake.now()
        session = self.sessions.setdefault((kfid, user), {"state": 0, "last": None, "count": 0})
        item: dict[str, Any] = {"msgid": d.get("msgid") or uuid.uuid4().hex, "send_time": int(now), "origin": 3, "_kf": kfid}
        if d.get("event"):
            event: dict[str, Any] = {"event_type": d["event"], "open_kfid": kfid, "external_userid": user}
            if d["event"] == "enter_session":
                event.update({k: d[k] for k in ("scene", "scene_param") if k in d})
                if session["last"] is None or now - session["last"] > SEND_WINDOW:
                    event["welcome_code"] = uuid.uuid4().hex
                    self.codes[event["welcome_code"]] = {"at": now, "user": user, "kf": kfid}
            item.update({"origin": 4, "msgtype": "event", "event": event})
        else:
            if session["state"] == 4:
                session["state"] = 0
            session.update(last=now, count=0)
            item.update({"open_kfid": kfid, "external_userid": user})
            if "image_b64" in d:
                media_id = "kf-" + uuid.uuid4().hex
                self.media[media_id] = (base64.b64decode(d["image_b64"]), "photo.jpg")
                item.update({"msgtype": "image", "image": {"media_id": media_id}})
            else:
                text = {"content": d.get("text", "")}
                if d.get("menu_id"):
                    text["menu_id"] = d["menu_id"]
                item.update({"msgtype": "text", "text": text})
        self.log.append(item)
        entry = await self.notify(kfid) if d.get("notify", True) else None
        return web.json_response({"item": {k: v for k, v in item.items() if not k.startswith("_")}, "callback": entry})

    async def get_sent(self, request: web.Request) -> web.Response:
        return web.Response(text=json.dumps({"sent": self.sent, "callbacks": self.callback_log, "tokens": len(self.tokens)}, ensure_ascii=False), content_type="application/json")

    @staticmethod
    def routes(router: web.UrlDispatcher, fake: Fake) -> None:
        def late(name: str):                     # reset() replaces fake.kf, so look it up per request
            async def handler(request: web.Request) -> web.StreamResponse:
                return await getattr(fake.kf, name)(request)
            return handler
        router.add_get("/cgi-bin/gettoken", late("gettoken"))
        router.add_get("/cgi-bin/media/get", late("media_get"))
        router.add_get("/cgi-bin/kf/account/list", late("accounts_list"))
        router.add_post("/cgi-bin/kf/account/list", late("accounts_list"))
        for path, name in {"add_contact_way": "contact_way", "sync_msg": "sync", "send_msg": "send", "send_msg_on_event": "send_on_event",
                           "service_state/get": "state_get", "service_state/trans": "state_trans"}.items():
            router.add_post(f"/cgi-bin/kf/{path}", late(name))
        router.add_post("/_control/kf/callback", late("set_callback"))
        router.add_post("/_control/kf/inject", late("inject"))
        router.add_get("/_control/kf/sent", late("get_sent"))
