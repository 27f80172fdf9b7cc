"""The door: nobody passes without a sign-in, save to what is open; and who is in goes out when it ends."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cmn_core.http.host_guard import refuse_websocket
from cmn_core.http.open_paths import is_open
from cmn_core.http.own_origin import SAFE_METHODS, comes_from_us
from cmn_core.http.page_paths import asks_for_page
from cmn_core.http.sign_in_cookie import read_token
from cmn_core.http.sign_ins import SignIns
from cmn_core.http.visitor import keep_visitor, visitor_of

NOT_SIGNED_IN = "Вход не выполнен или завершён. Войдите в систему и повторите."
FOREIGN = "Запрос пришёл с чужой страницы и не выполнен. Откройте приложение и повторите действие в нём."
SIGN_IN_ENDED = 4401
"""The code of a live connection's end; the frame reads it (frame/connection.js)."""
SIGN_IN_HEADER = "x-cmn-sign-in"
"""Set by us alone. Streamlit compares it (`server.trustedUserHeaders`) before it hands a session to a connection that
names it: nobody gets a session that another sign-in began."""


class SignInGuard:
    """Let in who is signed in; answer others in words or with the way to the sign-in page."""

    def __init__(self, app: ASGIApp, sign_ins: SignIns) -> None:
        self.app = app
        self._sign_ins = sign_ins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Judge one request or one live connection."""
        if scope["type"] == "http":
            refusal = await self._judge(scope)
            await (refusal or self.app)(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._hold(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _judge(self, scope: Scope) -> Response | None:
        """Return why a request is refused; None: it passes, with who asks noted."""
        visitor, headers = visitor_of(scope), Headers(scope=scope)
        if scope["method"] not in SAFE_METHODS and not comes_from_us(visitor, headers):
            return _in_words(FOREIGN, 403)
        if is_open(scope["method"], scope["path"]):
            return None
        actor = await self._sign_ins.find(visitor, headers)
        if actor is not None:
            keep_visitor(scope, replace(visitor, actor=actor))
            return None
        is_opened = asks_for_page(scope) or (scope["method"] == "GET" and headers.get("sec-fetch-mode") == "navigate")
        return _lead_to_sign_in(scope) if is_opened else _in_words(NOT_SIGNED_IN, 401)

    async def _hold(self, scope: Scope, receive: Receive, send: Send) -> None:
        visitor, headers = visitor_of(scope), Headers(scope=scope)
        actor = await self._sign_ins.find(visitor, headers) if comes_from_us(visitor, headers) else None
        if actor is None or actor.sign_in_id is None:
            await refuse_websocket(receive, send)
            return
        keep_visitor(scope, replace(visitor, actor=actor))
        scope["headers"] = _with_sign_in(scope["headers"], actor.sign_in_id)
        token = read_token(headers, await self._sign_ins.key(), is_secure=visitor.is_secure) or ""
        with self._sign_ins.live.connected(actor.sign_in_id) as end:
            connection = _Connection(receive, send, end, lambda: self._sign_ins.still_stands(token))
            await self.app(scope, connection.receive, connection.send)


class _Connection:
    """A live connection that ends with its sign-in: at the next message, or at once where we are told."""

    def __init__(
        self, receive: Receive, send: Send, end: asyncio.Event, still_stands: Callable[[], Awaitable[bool]]
    ) -> None:
        self._receive = receive
        self._send = send
        self._end = end
        self._still_stands = still_stands
        self._is_closed = False

    async def receive(self) -> Message:
        """Return the next message of the person, or the end of the connection."""
        message = await self._wait()
        if message is None or (message["type"] == "websocket.receive" and not await self._still_stands()):
            await self._close()
            return {"type": "websocket.disconnect", "code": SIGN_IN_ENDED}
        return message

    async def send(self, message: Message) -> None:
        """Send what the application says, until the end."""
        # A script that was running when the sign-in ended goes on talking for a moment.
        if not self._is_closed:
            await self._send(message)

    async def _wait(self) -> Message | None:
        """Wait for a message; None: the sign-in ended first."""
        incoming = asyncio.ensure_future(self._receive())
        ended = asyncio.ensure_future(self._end.wait())
        try:
            await asyncio.wait({incoming, ended}, return_when=asyncio.FIRST_COMPLETED)
            return None if self._end.is_set() else incoming.result()
        finally:
            ended.cancel()
            if not incoming.done():
                incoming.cancel()

    async def _close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            await self._send({"type": "websocket.close", "code": SIGN_IN_ENDED, "reason": ""})


def _lead_to_sign_in(scope: Scope) -> Response:
    query = scope["query_string"].decode("latin-1")
    wanted = quote(scope["path"], safe="/") + (f"?{query}" if query else "")
    return RedirectResponse(f"/sign-in?next={quote(wanted, safe='')}", status_code=303, headers=_NO_STORE)


def _in_words(words: str, status: int) -> Response:
    return PlainTextResponse(words, status_code=status, headers=_NO_STORE)


_NO_STORE = {"Cache-Control": "no-store"}


def _with_sign_in(headers: list[tuple[bytes, bytes]], sign_in_id: int) -> list[tuple[bytes, bytes]]:
    name = SIGN_IN_HEADER.encode("ascii")
    # A name with «_» may be read as the same one further in.
    kept = [(key, value) for key, value in headers if key.replace(b"_", b"-") != name]
    return [*kept, (name, str(sign_in_id).encode("ascii"))]
