"""Only this computer is let in, and others under the names of the settings."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from cmn_core.http.host_guard import REFUSAL_ELSEWHERE, REFUSAL_NAME, HostGuard
from cmn_core.http.settings import HttpSettings
from cmn_core.http.visitor import is_loopback
from tests.http.asgi import connect, get


async def _inner(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await PlainTextResponse("inside")(scope, receive, send)


GUARDED = HostGuard(_inner, HttpSettings())
NAMED = HostGuard(_inner, HttpSettings(hosts="cmn.example, второй.example", proxies="127.0.0.1"))
LOCAL = [
    {},
    {"host": "localhost:8501"},
    {"host": "LOCALHOST"},
    {"host": "[::1]:8501", "peer": ("::1", 1)},
    {"peer": ("::ffff:127.0.0.1", 1)},
    {"peer": ("127.5.6.7", 1)},
]
FOREIGN = [
    {"peer": ("192.168.1.20", 1)},
    {"peer": ("::ffff:10.0.0.1", 1)},
    {"peer": None},
    {"peer": ("not an address", 1)},
    {"host": "evil.example"},
    {"host": "127.0.0.1.evil.example"},
    {"host": "localhost@evil.example"},
    {"host": ""},
    {"headers": {"X-Forwarded-For": "127.0.0.1"}},
    {"headers": {"Forwarded": "for=127.0.0.1"}},
    {"headers": {"X-Real-IP": "127.0.0.1"}},
    {"headers": {"X-Forwarded-Host": "localhost"}},
]


@pytest.mark.parametrize("request_of", LOCAL)
def test_this_computer_is_let_in(request_of: dict) -> None:
    assert get(GUARDED, "/", **request_of).text == "inside"
    assert connect(GUARDED, **request_of) == [{"type": "websocket.accept"}]


@pytest.mark.parametrize("request_of", FOREIGN)
def test_everyone_else_is_refused_in_words(request_of: dict) -> None:
    answer = get(GUARDED, "/", **request_of)
    assert (answer.status, answer.text) == (403, REFUSAL_ELSEWHERE)
    assert [message["type"] for message in connect(GUARDED, **request_of)] == ["websocket.close"]


def test_two_host_headers_are_no_host() -> None:
    scope_headers = [(b"host", b"localhost"), (b"host", b"evil.example")]

    async def with_two(scope: Scope, receive: Receive, send: Send) -> None:
        await GUARDED({**scope, "headers": scope_headers}, receive, send)

    assert get(with_two, "/").status == 403


NAMED_REQUESTS = [
    {"host": "cmn.example", "peer": ("192.168.1.20", 1)},
    {"host": "CMN.example.:8501", "peer": ("192.168.1.20", 1)},
    {"host": "xn--b1aooajk.example", "peer": ("192.168.1.20", 1)},
    {"host": "cmn.example", "headers": {"X-Forwarded-For": "10.1.2.3"}},
    {"host": "localhost:8501"},
]
MISNAMED_REQUESTS = [
    {"host": "localhost", "peer": ("192.168.1.20", 1)},
    {"host": "localhost", "headers": {"X-Forwarded-For": "10.1.2.3"}},
    {"host": "cmn.example.evil.example"},
    {"host": "evil.example", "headers": {"X-Forwarded-Host": "cmn.example"}},
    {"host": "cmn.example@evil.example"},
]


@pytest.mark.parametrize("request_of", NAMED_REQUESTS)
def test_other_computers_are_let_in_under_a_name_of_the_settings(request_of: dict) -> None:
    assert get(NAMED, "/", **request_of).text == "inside"


@pytest.mark.parametrize("request_of", MISNAMED_REQUESTS)
def test_under_another_name_nobody_is_let_in(request_of: dict) -> None:
    answer = get(NAMED, "/", **request_of)
    assert (answer.status, answer.text) == (403, REFUSAL_NAME)
    assert [message["type"] for message in connect(NAMED, **request_of)] == ["websocket.close"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False), ("8.8.8.8", False)],
)
def test_loopback_addresses(address: str, expected: bool) -> None:
    assert is_loopback(address) is expected
