"""What goes wrong behind an address: a Russian page with a number, never a trace; where it went wrong is in the log."""

from uuid import uuid4

import structlog
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cmn_core.access import NO_ACCESS, AccessDenied
from cmn_core.errors import CmnError
from cmn_core.http.database_away import tell_away
from cmn_core.http.visitor import known_visitor
from cmn_core.http.word_page import word_page
from cmn_core.logs.failures import log_failure, tell_number
from cmn_core.store.failures import DatabaseUnavailable

_SERVER_FAULT = 1011
_SIGNS = 12


class FailureAnswers:
    """Answer a failure of the inner application in words; every request has a name in the log meanwhile."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer what it raises."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        said = ""

        async def send_noted(message: Message) -> None:
            nonlocal said
            said = message["type"]
            await send(message)

        with structlog.contextvars.bound_contextvars(request=uuid4().hex[:_SIGNS]):
            try:
                await self.app(scope, receive, send_noted)
            except ClientDisconnect:
                return
            except Exception as error:  # noqa: BLE001 - the last door: told by its number, written in the log
                response = _put_in_words(error, scope)
                if scope["type"] == "websocket" and said != "websocket.close":
                    await send({"type": "websocket.close", "code": _SERVER_FAULT, "reason": ""})
                # An answer that was begun cannot be taken back: the server cuts the connection.
                elif not said:
                    await response(scope, receive, send)


def _put_in_words(error: Exception, scope: Scope) -> Response:
    if isinstance(error, AccessDenied):
        return word_page(NO_ACCESS, error.why, 403)
    if isinstance(error, DatabaseUnavailable):
        return word_page("База данных не отвечает", tell_away(error, known_visitor(scope)), 503)
    if isinstance(error, CmnError):
        return word_page("Действие не выполнено", error.message, 400)
    visitor = known_visitor(scope)
    actor = visitor.actor if visitor else None
    number = log_failure(error, person=actor.person.number if actor else None, kind=scope["type"])
    return word_page("Ошибка приложения", tell_number(number), 500)
