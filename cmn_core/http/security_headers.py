"""Headers that keep a browser from leaving the application or lending it to another site."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cmn_core.http.visitor import known_visitor

_YEAR_S = 365 * 24 * 60 * 60
_HSTS = f"max-age={_YEAR_S}; includeSubDomains"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=()"
    ),
    # Whoever answers without a word on caching (own pages, files of one district) is kept by nobody.
    "Cache-Control": "no-store",
}
# A websocket's refusal is an http answer; its acceptance carries no page to guard.
_HEADS = frozenset({"http.response.start", "websocket.http.response.start"})
_HOST = re.compile(r"[a-z0-9.-]+(:\d+)?|\[[0-9a-f:.]+\](:\d+)?", re.IGNORECASE)

_EVERYWHERE = (
    "default-src 'none'",
    # Styles: the frame's libraries (emotion, DOMPurify, react) write <style> and style="" as they draw, and so do the
    # tables of the pages; tried without: a page of bare text. Nothing may be fetched by a style from elsewhere.
    "style-src 'self' 'unsafe-inline'",
    # Images and fonts as data: the frame's icon and its icon font; tried without: both missing.
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)


def frame_policy(script_hashes: tuple[str, ...], host: str) -> str:
    """Write the policy of the page that carries the application: inline scripts only by their hash («sha256-…»).

    No 'unsafe-eval': Streamlit draws charts with Vega's expression interpreter.
    """
    # The 64-bit numbers of the frame's messages are counted in WebAssembly; without the word each page reports a
    # violation. It allows no JavaScript to be made from text.
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *(f"'{script_hash}'" for script_hash in script_hashes)])
    return "; ".join([*_EVERYWHERE, f"script-src {scripts}", f"connect-src {_own_addresses(host)}"])


def bare_policy() -> str:
    """Write the policy of every other answer: no scripts at all."""
    return "; ".join(_EVERYWHERE)


def _own_addresses(host: str) -> str:
    # CSP 3 counts the websocket of the same host as 'self'; browsers of CSP 2 do not.
    return f"'self' ws://{host} wss://{host}" if _HOST.fullmatch(host) else "'self'"


class SecurityHeaders:
    """Add the headers to every answer that does not carry them yet."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._headers = {**_HEADERS, "Content-Security-Policy": bare_policy()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the head of its answer."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] in _HEADS:
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                visitor = known_visitor(scope)
                # Over http browsers ignore it; who comes over https is told by the proxy that the settings trust.
                if visitor and visitor.is_secure:
                    headers.setdefault("Strict-Transport-Security", _HSTS)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def host_of(scope: Scope) -> str:
    """Return the host that was asked for, empty where it is not said or said twice."""
    hosts = Headers(scope=scope).getlist("host")
    return hosts[0] if len(hosts) == 1 else ""
