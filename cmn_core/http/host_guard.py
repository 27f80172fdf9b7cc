"""Whom the server answers at all: this very computer, and others only under the names that its settings list."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from cmn_core.http.settings import HttpSettings
from cmn_core.http.visitor import find_visitor, keep_visitor

REFUSAL_ELSEWHERE = (
    "Приложение открывается только на том компьютере, где оно запущено: имена, под которыми его открывают "
    "с других, не настроены (CMN_HOSTS). "
    "Откройте на этом компьютере адрес http://127.0.0.1 с портом, который приложение напечатало при запуске."
)
REFUSAL_NAME = "Под этим именем приложение не открывается. Возьмите адрес, который дал администратор."
POLICY_VIOLATION = 1008


class HostGuard:
    """Refuse http and websocket under a foreign host name; note who asks for those behind."""

    def __init__(self, app: ASGIApp, settings: HttpSettings) -> None:
        self.app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request for this server through; answer any other in words."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        visitor = find_visitor(scope, self._settings)
        if visitor is not None:
            keep_visitor(scope, visitor)
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await refuse_websocket(receive, send)
        else:
            words = REFUSAL_NAME if self._settings.hosts else REFUSAL_ELSEWHERE
            await PlainTextResponse(words, status_code=403)(scope, receive, send)


async def refuse_websocket(receive: Receive, send: Send) -> None:
    """Close a websocket before it was accepted: the browser gets 403."""
    await receive()
    await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": ""})
