"""The small pieces: payloads, addresses, the account's standing, how failures are told apart."""

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.channels.wechaty import payloads, secure
from bot.channels.wechaty.channel import WechatyChannel, WechatySettings, address_of
from bot.channels.wechaty.failures import LinkLost, PuppetFailed, StreamTaken
from bot.channels.wechaty.standing import Standing

if TYPE_CHECKING:
    from domain.channel import Channel


def test_a_stamp_may_count_seconds_or_milliseconds() -> None:
    expected = datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC)
    assert payloads.moment(1_790_000_000) == expected
    assert payloads.moment(1_790_000_000_500) == expected + timedelta(milliseconds=500)


@pytest.mark.parametrize("payload", ["", "null", "[1]", "{", '"x"'])
def test_a_strange_payload_counts_as_empty(payload: str) -> None:
    event = payloads.event_of(99, payload)
    assert (event.kind, event.text("x"), event.texts("y")) == (99, "", ())


def test_file_boxes() -> None:
    assert payloads.read_box(payloads.inline_box("图.png", b"x")) == payloads.FileBox(b"x", "")
    assert payloads.read_box(payloads.uploaded_box("图.png", b"x", "u1")) == payloads.FileBox(None, "u1")
    empty = json.dumps({"type": 1, "base64": base64.b64encode(b"").decode()})
    assert payloads.read_box(empty) == payloads.FileBox(b"", "")
    for broken in ("[]", "{", '{"type": 2, "url": "http://example.com/"}', '{"type": 1, "base64": "x"}'):
        with pytest.raises(ValueError, match=r".+"):
            payloads.read_box(broken)


@pytest.mark.parametrize(("endpoint", "host", "port"), [("127.0.0.1:8788", "127.0.0.1", 8788), ("[::1]:80", "::1", 80)])
def test_endpoints(endpoint: str, host: str, port: int) -> None:
    address = address_of(WechatySettings(endpoint, "t", tls=False))
    assert (address.host, address.port, address.tls) == (host, port, None)


@pytest.mark.parametrize("endpoint", ["", "gateway", ":80", "gateway:", "gateway:x"])
def test_an_endpoint_that_is_none_is_refused(endpoint: str) -> None:
    with pytest.raises(ValueError, match="host:port"):
        address_of(WechatySettings(endpoint, "t", tls=False))


def test_the_servers_name_comes_from_the_token() -> None:
    assert secure.server_name("Insecure_1b2c") == "insecure"
    assert secure.server_name("a_b_c") == "a_b"
    assert secure.server_name("plain") == ""


def test_the_token_stays_out_of_the_settings_text() -> None:
    assert "geheim" not in repr(WechatySettings("h:1", "geheim"))


def test_only_the_first_line_of_an_error_is_told() -> None:
    error = PuppetFailed("UNKNOWN", "Error: no such room\n    at /srv/puppet.js:1:1")
    assert str(error) == "UNKNOWN: Error: no such room"
    assert (error.account_missing, error.unsure) == (False, False)


def test_what_stands_between_may_leave_a_doubt() -> None:
    assert PuppetFailed("UNAVAILABLE", "502 from a proxy").unsure
    assert PuppetFailed("UNKNOWN", "Error: request Timeout").unsure
    assert PuppetFailed("UNKNOWN", "Error: not logged in, so no").account_missing


def test_the_channel_fits_the_port() -> None:
    settings = WechatySettings("h:1", "t", tls=False)
    channel: Channel = WechatyChannel(settings, lambda: datetime(2026, 1, 1, tzinfo=UTC))
    assert (channel.name, channel.capabilities.reads_group) == ("wechaty", True)
    assert channel.status().state == "offline"


def test_since_moves_only_with_the_state() -> None:
    hours = iter(datetime(2026, 1, 1, hour, tzinfo=UTC) for hour in range(24))
    standing = Standing(lambda: next(hours))
    standing.become("connecting", "a")
    since = standing.status.since
    standing.lose(LinkLost("gone"))
    broken = standing.status
    standing.lose(StreamTaken("taken"))
    assert standing.status.since == broken.since == since
    assert standing.status.detail != broken.detail
    standing.follow(payloads.event_of(25, '{"contactId": "me"}'))
    assert (standing.me, standing.online, standing.status.since > since) == ("me", True, True)
    standing.follow(payloads.event_of(22, '{"status": 4}'))  # late
    assert standing.online
    standing.follow(payloads.event_of(22, '{"status": 2, "qrcode": "q"}'))
    assert (standing.status.state, standing.status.qrcode) == ("scan", "q")
