"""Ask an ASGI application without a server."""

import asyncio
from dataclasses import dataclass
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Scope

LOCAL_PEER = ("127.0.0.1", 50000)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back over http."""

    status: int
    headers: Headers
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def get(
    app: ASGIApp,
    path: str,
    headers: dict[str, str] | None = None,
    *,
    peer: tuple[str, int] | None = LOCAL_PEER,
    host: str = "127.0.0.1:8501",
    method: str = "GET",
    body: bytes = b"",
) -> Answer:
    """Send one request and return its answer."""
    scope = request_scope(path, headers, peer=peer, host=host, method=method)
    sent = asyncio.run(_talk(app, scope, body))
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return Answer(start["status"], Headers(raw=start["headers"]), body)


def connect(
    app: ASGIApp,
    headers: dict[str, str] | None = None,
    *,
    peer: tuple[str, int] | None = LOCAL_PEER,
    host: str = "127.0.0.1:8501",
) -> list[Message]:
    """Open a websocket and return what the application said to it."""
    return asyncio.run(_talk(app, websocket_scope(headers, peer=peer, host=host)))


def request_scope(
    path: str,
    headers: dict[str, str] | None = None,
    *,
    peer: tuple[str, int] | None = LOCAL_PEER,
    host: str = "127.0.0.1:8501",
    method: str = "GET",
) -> Scope:
    """Describe a request."""
    return {**_scope("http", path, {"host": host, **(headers or {})}, peer), "method": method}


def websocket_scope(
    headers: dict[str, str] | None = None,
    *,
    peer: tuple[str, int] | None = LOCAL_PEER,
    host: str = "127.0.0.1:8501",
) -> Scope:
    """Describe a websocket that asks to be opened."""
    return _scope("websocket", "/_stcore/stream", {"host": host, **(headers or {})}, peer)


def _scope(kind: str, path: str, headers: dict[str, str], peer: tuple[str, int] | None) -> Scope:
    path, _, query = path.partition("?")
    return {
        "type": kind,
        "path": unquote(path),
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
        "client": peer,
        "server": ("127.0.0.1", 8501),
        "scheme": "http",
        "http_version": "1.1",
    }


async def _talk(app: ASGIApp, scope: Scope, body: bytes = b"") -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        if scope["type"] == "websocket":
            return {"type": "websocket.connect"}
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent
