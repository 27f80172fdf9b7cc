"""The page that carries the application, in Russian: its language, its own words, a connection that is blocked.

Streamlit has no setting for any of these, so its index page is rewritten on its way out.
"""

import base64
import hashlib
import json
import re
import tomllib
from functools import lru_cache
from html import escape
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from cmn_core.http.captured import capture_response
from cmn_core.http.page_paths import asks_for_page
from cmn_core.http.security_headers import frame_policy, host_of

_PIECES = Path(__file__).parent / "frame"
_NOSCRIPT = "<noscript><p>Для работы приложения включите в браузере JavaScript и обновите страницу.</p></noscript>"
_LOADING = '<div id="root"><p id="cmn-loading">Загрузка…</p></div>'
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class RussianFrame:
    """Rewrite Streamlit's index page wherever the inner application answers with it."""

    def __init__(self, app: ASGIApp, title: str) -> None:
        self.app = app
        self._title = title

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Rewrite an index page; pass everything else on untouched."""
        if not asks_for_page(scope):
            await self.app(scope, receive, send)
            return
        # The page is rewritten as text: it must not come compressed.
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        response = await capture_response(self.app, {**scope, "headers": headers}, receive)
        if response is None:
            return
        if response.status != 200 or b'<div id="root">' not in response.body:
            await response.send(send)
            return
        page = write_frame(response.body.decode(), self._title)
        hashes = tuple(_hash_of(script) for script in _INLINE_SCRIPT.findall(page))
        await response.send(
            send,
            body=page.encode(),
            # The file's own tag speaks of the unchanged page.
            headers={"Content-Security-Policy": frame_policy(hashes, host_of(scope)), "ETag": f'"{_hash_of(page)}"'},
        )


@lru_cache(maxsize=4)
def write_frame(page: str, title: str) -> str:
    """Turn Streamlit's index page into the application's."""
    head = [f"<title>{escape(title)}</title>", f"<style>\n{_read('frame.css')}</style>"]
    scripts = (_read("connection.js"), _write_words_script(), _read("narrow.js"))
    head += [f"<script>\n{script}</script>" for script in scripts]
    page = page.replace('<html lang="en">', '<html lang="ru">')
    page = page.replace("<title>Streamlit</title>", "\n".join(head))
    page = re.sub(r"<noscript>.*?</noscript>", _NOSCRIPT, page, flags=re.DOTALL)
    return page.replace('<div id="root"></div>', _LOADING)


def _write_words_script() -> str:
    words = tomllib.loads(_read("words.toml"))
    patterns = [[pattern["find"], pattern["put"]] for pattern in words["pattern"]]
    script = _read("words.js").replace('"CMN_WORDS"', json.dumps(words["exact"], ensure_ascii=False))
    return script.replace('"CMN_PATTERNS"', json.dumps(patterns, ensure_ascii=False))


def _read(name: str) -> str:
    return (_PIECES / name).read_text(encoding="utf-8")


def _hash_of(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
