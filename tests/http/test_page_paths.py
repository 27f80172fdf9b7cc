"""Addresses of pages."""

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse

from cmn_core.http.page_paths import PagePaths
from tests.http.asgi import get

APP = PagePaths(PlainTextResponse("inside"), home="overview", pages=frozenset({"overview", "district"}))


@pytest.mark.parametrize(
    "path",
    ["/", "/district", "/district/", "/district?period=2020-11", "/_stcore/health", "/static/js/a.js", "/favicon.png"],
)
def test_pages_and_files_pass(path: str) -> None:
    assert get(APP, path).text == "inside"


@pytest.mark.parametrize(
    ("path", "target"), [("/overview", "/"), ("/overview/?period=2020-11&x=1", "/?period=2020-11&x=1")]
)
def test_the_home_page_has_one_address(path: str, target: str) -> None:
    answer = get(APP, path)
    assert (answer.status, answer.headers["location"]) == (307, target)


@pytest.mark.parametrize("path", ["/nothing", "/district/more", "//evil", "/<script>alert(1)</script>"])
def test_an_unknown_address_is_answered_in_russian(path: str) -> None:
    answer = get(APP, path)
    assert answer.status == 404
    assert "нет</h1>" in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("path", ["/robots.txt", "/static/js/none.js", "/.git/config.bak", "/x.php"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_file_that_does_not_exist_is_not_answered_with_the_frame(path: str, method: str) -> None:
    app = PagePaths(HTMLResponse("the frame"), home="overview", pages=frozenset({"overview"}))
    answer = get(app, path, method=method)
    assert answer.status == 404
    assert "the frame" not in answer.text


def test_other_methods_pass() -> None:
    assert get(APP, "/nothing", method="POST").text == "inside"
