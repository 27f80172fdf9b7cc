"""The index page speaks Russian; checked on the installed Streamlit's own page."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
import streamlit
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import Receive, Scope, Send

from cmn_core.http.russian_frame import RussianFrame
from tests.http.asgi import Answer, get

STATIC = Path(streamlit.__file__).parent / "static"
INDEX = (STATIC / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def answer() -> Answer:
    return get(RussianFrame(HTMLResponse(INDEX), "Регион & <центр>"), "/district")


def test_the_page_is_russian(answer: Answer) -> None:
    assert '<html lang="ru">' in answer.text
    assert "<title>Регион &amp; &lt;центр&gt;</title>" in answer.text
    assert "Для работы приложения включите в браузере JavaScript" in answer.text
    assert "You need to enable" not in answer.text
    assert "Загрузка…" in answer.text
    assert "CMN_" not in answer.text
    assert answer.headers["content-length"] == str(len(answer.body))


def test_every_inline_script_is_allowed_by_its_hash(answer: Answer) -> None:
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    assert len(scripts) == 4
    for script in scripts:
        written = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{written}'" in answer.headers["content-security-policy"]


def test_the_inner_page_is_asked_for_uncompressed() -> None:
    seen: list[list[bytes]] = []

    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append([name for name, _ in scope["headers"]])
        await HTMLResponse(INDEX)(scope, receive, send)

    get(RussianFrame(inner, "Т"), "/", {"Accept-Encoding": "gzip"})
    assert seen == [[b"host"]]


def test_other_answers_pass_untouched() -> None:
    assert get(RussianFrame(PlainTextResponse("ok"), "Т"), "/").text == "ok"
    assert get(RussianFrame(HTMLResponse(INDEX), "Т"), "/_stcore/health").text == INDEX


@pytest.mark.parametrize(
    ("word", "chunks"),
    [
        ("Upload", "FileUploader"),
        (" per file", "FileUploader"),
        ("No results", "Selectbox"),
        ("Choose an option", "*"),
        ("Streamlit server is not responding. Are you connected to the internet?", "index"),
        ("Skip to main content", "index"),
        ("Collapse sidebar", "index"),
    ],
)
def test_the_english_words_are_still_those_of_streamlit(word: str, chunks: str) -> None:
    scripts = (STATIC / "static" / "js").glob(f"{chunks}.*js" if chunks != "*" else "*.js")
    assert any(word in script.read_text(encoding="utf-8") for script in scripts)
