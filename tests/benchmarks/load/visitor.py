"""One person's walk over the pages: a filter is changed every few seconds, now and then another page is opened."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from random import Random
from urllib.parse import parse_qsl, urlencode

from cmn_core.access import RIGHTS
from pages._parts.page_list import HOME, PAGES
from pages._parts.scope import PARTS
from tests.benchmarks.load.choices import choose_other
from tests.benchmarks.load.conversation import Conversation, Run, converse
from tests.browser.running_server import RunningServer
from tests.people import Someone

PAUSE_S = 5.0
_LOOKS_A_PAGE = 4
_PAGES = [entry for entry in PAGES if entry.deed is None or entry.deed in RIGHTS["centre"]]


@dataclass(frozen=True, slots=True)
class Look:
    """One page that a visitor waited for."""

    ended: float
    """By `time.perf_counter()`."""
    page: str
    seconds: float
    faults: tuple[str, ...]


async def visit(server: RunningServer, number: int, until: float, tell: Callable[[Look], None]) -> None:
    """Walk until that moment of `time.perf_counter()`; each page that was waited for is told.

    Each is signed in for themselves. A visitor whose session breaks says so and opens another one, as a person would
    reload.
    """
    someone = Someone("centre", login=f"visitor{number}")
    rng = Random(number)
    await asyncio.sleep(rng.uniform(0, PAUSE_S))
    while time.perf_counter() < until:
        page = rng.choice(_PAGES).path
        try:
            async with converse(server, someone) as session:
                await _walk(session, page, rng, until, tell)
        except Exception as broken:  # noqa: BLE001 - whatever breaks a session is a fault of the server's
            tell(Look(time.perf_counter(), page, 0.0, (f"session broken: {broken!r}",)))
            await asyncio.sleep(PAUSE_S)


async def _walk(session: Conversation, first: str, rng: Random, until: float, tell: Callable[[Look], None]) -> None:
    order = cycle(rng.sample(_PAGES, len(_PAGES)))
    page, run = first, await session.open("" if first == HOME else first)
    looks = 0
    due = time.perf_counter()
    while True:
        tell(Look(time.perf_counter(), page, run.seconds, run.faults))
        due = max(due + PAUSE_S, time.perf_counter())
        if due > until:
            return
        await asyncio.sleep(due - time.perf_counter())
        looks += 1
        choice = choose_other(run.elements, rng) if looks % _LOOKS_A_PAGE else None
        if choice is not None:
            run = await session.change(choice)
        else:
            page = next(order).path
            run = await _follow_link(session, page)


async def _follow_link(session: Conversation, page: str) -> Run:
    scope = {name: value for name, value in parse_qsl(session.query) if name in PARTS}
    return await session.go_to("" if page == HOME else page, urlencode(scope))
