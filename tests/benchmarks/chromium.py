"""A whole rerun in Chromium, from the choice to the new picture, beside an empty page with one chart."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil
from playwright.sync_api import Page, expect, sync_playwright

from tests.benchmarks.measures import Measure, median, time_calls
from tests.benchmarks.served import serve
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.screen import sign_in_as, wait_until_built

_EMPTY_PAGE = Path(__file__).with_name("empty_page.py")
_ALLOWED_RATIO = 1.5
_ALLOWED_MEMORY_MB = 450
_REPEATS = 8
_PERIODS = ("октябрь 2020", "ноябрь 2020")
_WITH_SCOPE = ("overview", "forms", "district", "practices", "widening")


def measure_chromium(demonstration: Path, folder: Path) -> list[Measure]:
    """Time the choice of another period on pages that have one; nothing where Chromium is absent."""
    executable = find_chromium()
    if executable is None:
        return []
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright, _empty_server(folder) as empty, serve(demonstration, folder) as server:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        page = browser.new_page(locale="ru-RU", viewport={"width": 1280, "height": 720})
        base = _time_choices(page, empty, ("октябрь", "ноябрь"))
        measures = [Measure("an empty page with one chart: rerun", base, "s", base, "the measure of the others")]
        sign_in_as(page, server)
        for path in _WITH_SCOPE:
            taken = _time_choices(page, f"{server.address}/{path}?district=52654000", _PERIODS)
            measures.append(Measure(f"{path}: rerun, to the empty page", taken / base, "×", _ALLOWED_RATIO,
                                    f"{taken:.3f} s"))  # fmt: skip
        memory = psutil.Process(server.process.pid).memory_info().rss / 1e6
        browser.close()
    return [*measures, Measure("memory of the server afterwards", memory, "MB", _ALLOWED_MEMORY_MB)]


def _time_choices(page: Page, address: str, options: tuple[str, str]) -> float:
    page.goto(address)
    wait_until_built(page)
    chosen = {"next": 0}

    def choose_other() -> None:
        option = options[chosen["next"] % 2]
        chosen["next"] += 1
        before = page.get_by_test_id("stMain").inner_text()
        box = page.get_by_role("combobox", name="Период", exact=True)
        box.click()
        page.get_by_role("option", name=option, exact=True).click()
        # A short run begins and ends between two looks: only what it drew tells that it was.
        page.wait_for_function(
            """before => document.querySelector('[data-testid=stMain]').innerText !== before
                && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'
                && !document.querySelector('[data-stale=true]')""",
            arg=before,
            polling=5,
        )

    choose_other()
    return median(time_calls(choose_other, _REPEATS))


@contextmanager
def _empty_server(folder: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(_EMPTY_PAGE), "--server.port", str(port),
         "--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"],
        cwd=folder, env=os.environ.copy(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urlopen(address, timeout=2).close()
        except URLError:
            time.sleep(0.25)
        else:
            return
    raise RuntimeError(f"{address} does not answer")
