"""Addresses of pages: the first page's second name, and a Russian answer where there is no page.

Streamlit answers every unknown address with its frame and an English dialogue over it.
"""

from html import escape

from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_RESERVED = ("/_stcore", "/static", "/media", "/component", "/app/static", "/health", "/oauth2callback")


class PagePaths:
    """Let the addresses of pages through, lead the home page's name to «/», answer 404 for the rest."""

    def __init__(self, app: ASGIApp, home: str, pages: frozenset[str]) -> None:
        self.app = app
        self._home = f"/{home}"
        self._known = frozenset({"/", *(f"/{page}" for page in pages)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET of an address that is no page; pass everything else on."""
        if not asks_for_page(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"].rstrip("/") or "/"
        if path == self._home:
            query = scope["query_string"].decode("latin-1")
            await RedirectResponse(f"/?{query}" if query else "/")(scope, receive, send)
        elif path in self._known:
            await self.app(scope, receive, send)
        else:
            await HTMLResponse(_no_page(path), status_code=404)(scope, receive, send)


def asks_for_page(scope: Scope) -> bool:
    """Tell whether a request is a GET of a page's address, not of a file or of the frame's own routes."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return not scope["path"].startswith(_RESERVED) and "." not in scope["path"].rpartition("/")[2]


def _no_page(path: str) -> str:
    return (
        '<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>Страницы нет</title></head>'
        f"<body><h1>Страницы «{escape(path)}» нет</h1>"
        '<p>Проверьте адрес или откройте <a href="/">начальную страницу</a>.</p></body></html>'
    )
