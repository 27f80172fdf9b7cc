"""How many requests and live pages are answered at once; whoever is one too many is told so, those inside go on."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from cmn_core.http.host_guard import refuse_websocket

MOST_AT_ONCE = 1000
"""Five times the people that one process serves without waiting; a live page and its requests count each by itself."""
_WORDS = "Сейчас открыто слишком много страниц приложения. Подождите минуту и обновите страницу."
_WAIT_S = "60"


class CrowdLimit:
    """Answer no more than so many at once."""

    def __init__(self, app: ASGIApp, most: int = MOST_AT_ONCE) -> None:
        self.app = app
        self._most = most
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on while there is room; refuse it in words otherwise."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
        elif self._inside < self._most:
            self._inside += 1
            try:
                await self.app(scope, receive, send)
            finally:
                self._inside -= 1
        elif scope["type"] == "websocket":
            await refuse_websocket(receive, send)
        else:
            await PlainTextResponse(_WORDS, status_code=503, headers={"Retry-After": _WAIT_S})(scope, receive, send)
