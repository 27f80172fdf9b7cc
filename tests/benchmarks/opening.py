"""The first opening of the dashboard over a slow line, with nothing kept in the browser, and the second one."""

import time
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.benchmarks.measures import Measure
from tests.benchmarks.served import serve
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.screen import sign_in_as, wait_until_built

_MBIT_S, _LATENCY_MS = 2, 100
_LINE = f"{_MBIT_S} Mbit/s, {_LATENCY_MS} ms"
_ALLOWED_FIRST_S = 20.0
_ALLOWED_AGAIN_S = 5.0
_ALLOWED_MB = 2.5


def measure_opening(demonstration: Path, folder: Path) -> list[Measure]:
    """Time the home page from the address to its charts; nothing where Chromium is absent."""
    executable = find_chromium()
    if executable is None:
        return []
    expect.set_options(timeout=120_000)
    with sync_playwright() as playwright, serve(demonstration, folder) as server:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        page = browser.new_page(locale="ru-RU", viewport={"width": 1280, "height": 720})
        sign_in_as(page, server)
        loaded = _slow_down(page)
        first = _open(page, server.address)
        megabytes = sum(loaded) / 1e6
        again = _open(page, server.address)
        browser.close()
    return [
        Measure(f"first opening at {_LINE}", first, "s", _ALLOWED_FIRST_S),
        Measure("loaded for it, without the page's own messages", megabytes, "MB", _ALLOWED_MB),
        Measure(f"opened again at {_LINE}", again, "s", _ALLOWED_AGAIN_S),
    ]


def _slow_down(page: Page) -> list[float]:
    """Make the page's line slow; return a list that gets the bytes of each file that came."""
    loaded: list[float] = []
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    speed = _MBIT_S * 1e6 / 8
    devtools.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": _LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    return loaded


def _open(page: Page, address: str) -> float:
    started = time.perf_counter()
    page.goto(address, timeout=120_000)
    wait_until_built(page)
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()
    return time.perf_counter() - started
