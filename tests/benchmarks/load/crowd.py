"""A hundred people at once: how long they wait, what goes wrong, what it costs the server."""

import asyncio
import os
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.benchmarks.load.visitor import Look, visit
from tests.benchmarks.load.watched_server import WatchedServer
from tests.benchmarks.measures import median, p95
from tests.browser.running_server import RunningServer

_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Minute:
    """How the server stood after a minute."""

    memory_mb: float
    cores: float


@dataclass(slots=True)
class CrowdLog:
    """What came of a crowd's visit."""

    looks: list[Look] = field(default_factory=list)
    minutes: list[Minute] = field(default_factory=list)
    """The first: before anyone came."""

    @property
    def seconds(self) -> list[float]:
        """How long each page took that came at all."""
        return [look.seconds for look in self.looks if look.seconds]

    @property
    def faults(self) -> Counter[str]:
        """What was broken and how often."""
        return Counter(f"{look.page}: {fault}" for look in self.looks for fault in look.faults)

    def memory_slope(self) -> float:
        """Return the megabytes that a minute adds, by least squares over the second half of the time."""
        settled = [minute.memory_mb for minute in self.minutes[len(self.minutes) // 2 :]]
        middle = (len(settled) - 1) / 2
        mean = sum(settled) / len(settled)
        spread = sum((place - middle) ** 2 for place in range(len(settled)))
        if not spread:
            return 0.0
        return sum((place - middle) * (value - mean) for place, value in enumerate(settled)) / spread


async def gather_crowd(running: RunningServer, people: int, minutes: float) -> CrowdLog:
    """Let so many people walk for so long; a line is printed each minute."""
    log, server = CrowdLog(), WatchedServer(running.process.pid)
    log.minutes.append(Minute(server.memory_mb(), 0.0))
    until = time.perf_counter() + minutes * _MINUTE_S
    watching = asyncio.create_task(_watch(log, server, until))
    await asyncio.gather(*(visit(running, number, until, log.looks.append) for number in range(people)))
    await watching
    return log


async def _watch(log: CrowdLog, server: WatchedServer, until: float) -> None:
    seen = 0
    while (left := until - time.perf_counter()) > 0:
        await asyncio.sleep(min(_MINUTE_S, left))
        log.minutes.append(Minute(server.memory_mb(), server.cores()))
        _print_minute(log, log.looks[seen:])
        seen = len(log.looks)


def _print_minute(log: CrowdLog, looks: list[Look]) -> None:
    minute, taken = log.minutes[-1], [look.seconds for look in looks if look.seconds]
    if not taken:
        return
    print(
        f"  minute {len(log.minutes) - 1:>2}: {len(taken):>5} pages, p50 {median(taken):.3f}, p95 {p95(taken):.3f}, "
        f"max {max(taken):.3f} s, {sum(bool(look.faults) for look in looks)} broken; "
        f"server {minute.cores:.2f} cores, {minute.memory_mb:.0f} MB; load of the machine {os.getloadavg()[0]:.1f}",
        flush=True,
    )
