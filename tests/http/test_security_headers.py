"""Every kind of answer carries the headers, of the real application too."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from cmn_core.http.host_guard import HostGuard
from cmn_core.http.security_headers import SecurityHeaders, frame_policy
from cmn_core.http.settings import HttpSettings
from tests.http.asgi import connect, get


def _directives(policy: str) -> dict[str, set[str]]:
    return {part.split()[0]: set(part.split()[1:]) for part in policy.split("; ")}


def _app(response: Response) -> ASGIApp:
    return SecurityHeaders(response)


def test_an_answer_is_closed_on_all_sides() -> None:
    headers = get(_app(PlainTextResponse("x")), "/").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "camera=()" in headers["permissions-policy"]
    policy = _directives(headers["content-security-policy"])
    assert "script-src" not in policy
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == {"'none'"}
    assert policy["frame-ancestors"] == {"'none'"}
    assert policy["form-action"] == {"'self'"}


def test_what_an_answer_says_itself_stays() -> None:
    own = {"Cache-Control": "public, immutable", "Content-Security-Policy": "default-src 'self'"}
    headers = get(_app(PlainTextResponse("x", headers=own)), "/").headers
    assert headers.getlist("cache-control") == ["public, immutable"]
    assert headers.getlist("content-security-policy") == ["default-src 'self'"]


def test_the_frame_may_run_its_own_scripts_and_nothing_made_from_text() -> None:
    policy = _directives(frame_policy(("sha256-abc=",), "cmn.example:8443"))
    assert policy["script-src"] == {"'self'", "'wasm-unsafe-eval'", "'sha256-abc='"}
    assert policy["connect-src"] == {"'self'", "ws://cmn.example:8443", "wss://cmn.example:8443"}
    assert policy["frame-ancestors"] == policy["default-src"] == {"'none'"}
    assert not any(
        source.startswith(("http", "*")) or source == "'unsafe-eval'" for part in policy.values() for source in part
    )


@pytest.mark.parametrize("host", ["", "evil.example; script-src *", "a b", "[::1", "x' 'unsafe-inline"])
def test_a_strange_host_does_not_reach_the_policy(host: str) -> None:
    assert _directives(frame_policy((), host))["connect-src"] == {"'self'"}


@pytest.mark.parametrize(
    ("peer", "proto", "expected"),
    [("10.0.0.5", "https", True), ("10.0.0.5", "http", False), ("10.0.0.5", "", False), ("10.9.9.9", "https", False)],
)
def test_https_is_asked_for_again_only_behind_a_proxy_that_is_trusted(peer: str, proto: str, expected: bool) -> None:
    settings = HttpSettings(hosts="cmn.example", proxies="10.0.0.5")
    app = SecurityHeaders(HostGuard(RedirectResponse("/"), settings))
    headers = {"X-Forwarded-Proto": proto} if proto else {}
    told = get(app, "/", headers, host="cmn.example", peer=(peer, 1)).headers.get("strict-transport-security", "")
    assert told == ("max-age=31536000; includeSubDomains" if expected else "")


async def _refuse(socket: WebSocket) -> None:
    await socket.send_denial_response(PlainTextResponse("no", status_code=401))


async def _accept(socket: WebSocket) -> None:
    await socket.accept()


def _handshake(endpoint: object) -> Message:
    app = SecurityHeaders(Starlette(routes=[WebSocketRoute("/_stcore/stream", endpoint)]))  # type: ignore[arg-type]

    async def with_denial(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "extensions": {"websocket.http.response": {}}}, receive, send)

    return connect(with_denial)[0]


def test_a_refused_websocket_is_answered_like_a_page() -> None:
    message = _handshake(_refuse)
    assert message["type"] == "websocket.http.response.start"
    assert dict(message["headers"])[b"x-content-type-options"] == b"nosniff"
    assert b"content-security-policy" in dict(message["headers"])


def test_an_accepted_websocket_says_nothing_more() -> None:
    message = _handshake(_accept)
    assert (message["type"], list(message["headers"])) == ("websocket.accept", [])


def test_an_error_of_the_framework_carries_them_too() -> None:
    answer = get(SecurityHeaders(Starlette(routes=[Route("/x", lambda _request: Response())])), "/nothing")
    assert answer.status == 404
    assert answer.headers["x-content-type-options"] == "nosniff"
