"""A browser, servers and pages.

A page that asked anything outside this computer or went against its content policy fails its test.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.running_server import RunningServer, start_server

_PATIENCE_MS = 30_000
_AGAINST_POLICY = "Content Security Policy"
_INSIDE = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright once a session."""
    expect.set_options(timeout=_PATIENCE_MS)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start Chromium once a session; skip where it is not installed."""
    executable = find_chromium()
    if executable is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    started = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
    yield started
    started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a Russian page of 1280×720 in a fresh context."""
    context = browser.new_context(locale="ru-RU", viewport={"width": 1280, "height": 720}, accept_downloads=True)
    context.set_default_timeout(_PATIENCE_MS)
    opened = context.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: None if request.url.startswith(_INSIDE) else asked.append(request.url))
    refused: list[str] = []
    context.on("console", lambda said: refused.append(said.text) if _AGAINST_POLICY in said.text else None)
    yield opened
    context.close()
    assert refused == [], "the page did what its content policy forbids"
    assert asked == [], "the page asked something outside this computer"


@pytest.fixture(scope="session")
def serve_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], RunningServer]]:
    """Return what starts a server on a database; all are stopped at the end."""
    started: list[RunningServer] = []

    def start(database: str) -> RunningServer:
        started.append(start_server(database, tmp_path_factory.mktemp("server")))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def demo_server(
    serve_database: Callable[[str], RunningServer], demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> RunningServer:
    """Serve a demonstration of this process's own; nothing but sign-ins is written to it."""
    return serve_database(f"sqlite:///{shutil.copy(demonstration_file, tmp_path_factory.mktemp('served'))}")
