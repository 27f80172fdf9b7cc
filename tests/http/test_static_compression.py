"""Static files come compressed, once made."""

import asyncio
import gzip
from collections import Counter
from pathlib import Path

import pytest
from starlette.responses import FileResponse, Response
from starlette.types import Message, Receive, Scope, Send

from cmn_core.http.russian_frame import RussianFrame
from cmn_core.http.static_compression import StaticCompression
from tests.http.asgi import get, request_scope

SCRIPT = b"const word = 'word';\n" * 500
GZIP = {"Accept-Encoding": "gzip, br"}


class Files:
    """An application that counts what it is asked for."""

    def __init__(self, cache_control: str = "public, immutable, max-age=31536000", status: int = 200) -> None:
        self.asked: Counter[str] = Counter()
        self._response = Response(
            SCRIPT, status, headers={"Cache-Control": cache_control, "ETag": '"tag"'}, media_type="text/javascript"
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked[scope["path"]] += 1
        await self._response(scope, receive, send)


def test_a_script_is_compressed_once_and_kept() -> None:
    files = Files()
    app = StaticCompression(files)
    answers = [get(app, "/static/js/index.abc.js", GZIP) for _ in range(3)]
    assert files.asked == {"/static/js/index.abc.js": 1}
    for answer in answers:
        assert gzip.decompress(answer.body) == SCRIPT
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["content-length"] == str(len(answer.body))
        assert answer.headers["vary"] == "Accept-Encoding"
        assert "immutable" in answer.headers["cache-control"]
    assert len(answers[0].body) * 3 < len(SCRIPT)


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/static/js/index.js", {}),
        ("/static/js/index.js", {"Accept-Encoding": "br"}),
        ("/static/js/index.js", GZIP | {"Range": "bytes=0-10"}),
        ("/static/js/index.js", GZIP | {"If-None-Match": '"tag"'}),
        ("/static/media/font.woff2", GZIP),
        ("/media/report.json", GZIP),
    ],
)
def test_other_requests_pass_untouched(path: str, headers: dict[str, str]) -> None:
    answer = get(StaticCompression(Files()), path, headers)
    assert answer.body == SCRIPT
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("files", [Files("no-cache"), Files(status=404)])
def test_an_answer_that_may_change_is_not_kept(files: Files) -> None:
    app = StaticCompression(files)
    for _ in range(2):
        assert get(app, "/static/js/nothing.js", GZIP).body == SCRIPT
    assert files.asked["/static/js/nothing.js"] == 2


@pytest.mark.parametrize(
    ("make", "path", "headers"),
    [
        (StaticCompression, "/static/js/index.abc.js", GZIP),
        (lambda files: RussianFrame(files, "Наставничество"), "/district", {"Accept": "text/html"}),
    ],
)
def test_a_visitor_who_leaves_spoils_nothing_for_the_next(
    tmp_path: Path, make: type[StaticCompression], path: str, headers: dict[str, str]
) -> None:
    file = tmp_path / "file"
    file.write_bytes(SCRIPT)
    app = make(FileResponse(file, headers={"Cache-Control": "public, immutable"}, media_type="text/html"))
    sent = asyncio.run(_leave(app, request_scope(path, headers)))
    assert sent == []
    answer = _stay(app, path, headers)
    assert (gzip.decompress(answer) if headers is GZIP else answer) == SCRIPT


async def _leave(app: StaticCompression, scope: Scope) -> list[Message]:
    """Ask and be gone before the answer, as a browser that opens another page."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    await app(scope, gone, send)
    return sent


def _stay(app: StaticCompression, path: str, headers: dict[str, str]) -> bytes:
    """Ask and wait for the whole answer; return its body."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def stay() -> Message:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    asyncio.run(app(request_scope(path, headers), stay, send))
    return b"".join(message.get("body", b"") for message in sent)
