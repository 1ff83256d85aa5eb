"""One Python SDK against the stand-in, from inside a venv that has it: argv is its package, the address and the CA file.

Prints one JSON line a question: {"question", "good", "found"}.
"""
from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import ssl
import sys
import urllib.request
from typing import Any

PACKAGE, BASE, CA = sys.argv[1:4]
TRUSTED = ssl.create_default_context(cafile=CA)
BOT, SECRET, GROUP = "FAKEBOT", "FAKESECRET", "wrStaff"
PATIENCE = 6.0


class Silent:
    """A logger that the SDKs may fill."""

    lines: list[str] = []

    def debug(self, *words: object, **_: object) -> None:
        self.lines.append(" ".join(map(str, words)))

    info = warn = warning = error = debug


def _control(path: str, body: dict[str, Any] | None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{BASE}/_control/{path}", data), context=TRUSTED) as answer:
        return json.load(answer)


async def control(path: str, body: dict[str, Any] | None = None) -> Any:
    return await asyncio.to_thread(_control, path, body)


async def maybe(found: Any) -> Any:
    return await found if inspect.isawaitable(found) else found


class Client:
    """The three SDKs by one name for each act; they differ in how a client is made and joined."""

    def __init__(self, secret: str = SECRET) -> None:
        options = {"bot_id": BOT, "secret": secret, "ws_url": BASE.replace("http", "ws", 1) + "/", "reconnect_interval": 50}
        if PACKAGE == "wecom-aibot-python-sdk":
            sdk, inner = importlib.import_module("aibot"), importlib.import_module("aibot.ws")
            inner._SSL_CONTEXT = TRUSTED               # it has no setting for another authority
            self.real = sdk.WSClient(sdk.WSClientOptions(**options, logger=Silent()))
        elif PACKAGE == "wecom-aibot-sdk":
            self.real = importlib.import_module("wecom_aibot_sdk").WSClient(**options, logger=Silent())
        else:
            sdk = importlib.import_module("wecom_aibot_sdk")
            self.real = sdk.WSClient(sdk.WSClientOptions(**options))
        self.told: list[str] = []
        for event in ("authenticated", "error", "disconnected"):
            self.real.on(event, self._listener(event))

    def _listener(self, event: str) -> Any:
        def now(*_: object) -> None:
            self.told.append(event)

        async def later(*_: object) -> None:
            self.told.append(event)

        return later if PACKAGE == "wecom-aibot-sdk-python" else now

    async def join(self) -> None:
        try:
            await maybe(getattr(self.real, "connect_async", self.real.connect)())
        except Exception:                              # noqa: BLE001 - an exception is a way to tell, too
            self.told.append("error")

    async def online(self) -> "Client":
        await self.join()
        if not await until(lambda: "authenticated" in self.told):
            raise ConnectionError("it never got in, so nothing was asked")
        return self

    async def leave(self) -> None:
        await maybe(self.real.disconnect())
        await asyncio.sleep(0.1)


async def until(true: Any) -> bool:
    for _ in range(int(PATIENCE * 20)):
        if await maybe(true()):
            return True
        await asyncio.sleep(0.05)
    return False


async def connections() -> list[dict[str, Any]]:
    return list((await control("state"))["connections"])


async def comes_back(how: dict[str, Any]) -> tuple[bool, str]:
    client = await Client().online()
    before = len(await connections())
    await control("drop", how)

    async def back() -> bool:
        state = await control("state")
        return len(state["connections"]) > before and state["bots"][BOT]["online"]

    came = await until(back)
    await client.leave()
    return came, "reconnected" if came else f"silent: no new connection in {PATIENCE:.0f} s, events told: {client.told[1:]}"


async def wrong_secret() -> tuple[bool, str]:
    before = len(await connections())
    client = Client("WRONG")
    await client.join()
    await asyncio.sleep(3)
    tried = (await connections())[before:]
    left = sum(one["closed"] is None for one in tried)
    await client.leave()
    told = "error" in client.told
    return told and not left, f"{'told' if told else 'NOT told'}; {len(tried)} tries in 3 s, {left} sockets left open"


async def kicked() -> tuple[bool, str]:
    first, second = await Client().online(), await Client().online()
    before = sum(one["auth"] == 0 for one in await connections())
    await asyncio.sleep(4)
    more = sum(one["auth"] == 0 for one in await connections()) - before
    for client in (first, second):
        await client.leave()
    return more == 0, "stays away" if more == 0 else f"takes the robot back and is thrown out again: {more} times in 4 s"


async def pushes() -> tuple[bool, str]:
    client = await Client().online()
    await control("inject", {"userid": "wangmei", "chatid": GROUP, "text": "hello"})
    await maybe(client.real.send_message(GROUP, {"msgtype": "markdown", "markdown": {"content": "hello"}}))
    body = (await control("frames?cmd=aibot_send_msg"))[-1]["frame"]["body"]
    await client.leave()
    return "chat_type" in body, "says person or group" if "chat_type" in body else "chat_type is never sent: an id that is both is a guess"


async def refused() -> tuple[bool, str]:
    client = await Client().online()
    found: object = None
    try:
        found = await maybe(client.real.send_message("nobody", {"msgtype": "markdown", "markdown": {"content": "hello"}}))
    except Exception as error:                         # noqa: BLE001 - what it is, is the question
        found = error
    await client.leave()
    code = getattr(found, "errcode", None) or (found.get("errcode") if isinstance(found, dict) else None)
    return isinstance(code, int), f"errcode {code}" if code else f"{type(found).__name__} without a number"


QUESTIONS = {
    "comes back after a cut line": lambda: comes_back({"mode": "abort"}),
    "comes back after a clean close": lambda: comes_back({"mode": "close", "code": 1000}),
    "a wrong secret is told and closed": wrong_secret,
    "gives way when thrown out": kicked,
    "a push says whether to a person or a group": pushes,
    "a refusal has its code as a number": refused,
}


async def main() -> None:
    for question, ask in QUESTIONS.items():
        await control("reset", {})
        try:
            good, found = await asyncio.wait_for(ask(), 40)
        except Exception as error:                     # noqa: BLE001 - an SDK that breaks is a finding
            good, found = False, f"{type(error).__name__}: {str(error)[:100]}"
        print(json.dumps({"question": question, "good": good, "found": found}, ensure_ascii=False), flush=True)


asyncio.run(main())
