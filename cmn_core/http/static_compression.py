"""The frame's scripts and styles, compressed once: a first opening over a slow line is a third as long.

Streamlit sends them as they are (its own reason: a proxy compresses in front); an office computer has no proxy.
Their names carry a hash of their content and they are sent as immutable for a year, so a copy never grows old.
"""

import asyncio
import gzip
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from cmn_core.http.captured import CapturedResponse, capture_response

_PREFIX = "/static/"
_SUFFIXES = (".js", ".css", ".json", ".svg")
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class _Compressed:
    response: CapturedResponse
    body: bytes


class StaticCompression:
    """Answer for compressible static files from memory, gzipped."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: dict[str, _Compressed] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a compressed copy where the browser takes one, else pass the request on."""
        if not _wants_compressed(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self._kept:
            response = await capture_response(self.app, scope, receive)
            if response is None:
                return
            # A path that is no file is answered with the frame itself, which is not immutable: nothing to keep then.
            if response.status != 200 or "immutable" not in response.header("cache-control"):
                await response.send(send)
                return
            body = await asyncio.to_thread(gzip.compress, response.body, _LEVEL, mtime=0)
            self._kept[path] = _Compressed(response, body)
        kept = self._kept[path]
        await kept.response.send(send, body=kept.body, headers={"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})


def _wants_compressed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    if not scope["path"].startswith(_PREFIX) or not scope["path"].endswith(_SUFFIXES):
        return False
    headers = Headers(scope=scope)
    if "range" in headers or "if-none-match" in headers or "if-modified-since" in headers:
        return False
    return "gzip" in headers.get("accept-encoding", "")
