"""Addresses of pages: the first page's second name, and a Russian answer where there is no page.

Streamlit answers every unknown address with its frame and an English dialogue over it.
"""

import re

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cmn_core.http.word_page import word_page

_RESERVED = (
    "/_stcore",
    "/static",
    "/media",
    "/component",
    "/app/static",
    "/health",
    "/oauth2callback",
    "/files/",
)
_OWN_FORMS = re.compile(r"/(sign-in|sign-out|password|invitation/[^/]+)")


class PagePaths:
    """Let the addresses of pages through, lead the home page's name to «/», answer 404 for the rest."""

    def __init__(self, app: ASGIApp, home: str, pages: frozenset[str]) -> None:
        self.app = app
        self._home = f"/{home}"
        self._known = frozenset({"/", *(f"/{page}" for page in pages)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET of an address that is no page; pass everything else on."""
        if not asks_for_page(scope):
            await (self._answer_file(scope, receive, send) if _asks_for_file(scope) else self.app(scope, receive, send))
            return
        path = scope["path"].rstrip("/") or "/"
        if path == self._home:
            query = scope["query_string"].decode("latin-1")
            await RedirectResponse(f"/?{query}" if query else "/")(scope, receive, send)
        elif path in self._known or _OWN_FORMS.fullmatch(path):
            await self.app(scope, receive, send)
        else:
            await _no_page(path)(scope, receive, send)

    async def _answer_file(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 404 where the frame's page comes instead of a file that does not exist."""
        is_frame = False

        async def send_file(message: Message) -> None:
            nonlocal is_frame
            if message["type"] == "http.response.start":
                kind = Headers(raw=message["headers"]).get("content-type", "")
                is_frame = message["status"] == 200 and kind.startswith("text/html")
            if not is_frame:
                await send(message)

        await self.app(scope, receive, send_file)
        if is_frame:
            await _no_page(scope["path"])(scope, receive, send)


def asks_for_page(scope: Scope) -> bool:
    """Tell whether a request is a GET of a page's address, not of a file or of the frame's own routes."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return not scope["path"].startswith(_RESERVED) and not _names_file(scope)


def _asks_for_file(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and _names_file(scope)


def _names_file(scope: Scope) -> bool:
    return "." in scope["path"].rpartition("/")[2]


def _no_page(path: str) -> HTMLResponse:
    return word_page(f"Страницы «{path}» нет", "Проверьте адрес: возможно, в нём опечатка.", 404)
