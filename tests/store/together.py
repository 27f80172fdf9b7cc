"""Run a function in several processes at the same moment."""

import multiprocessing
import sys
from collections.abc import Callable, Sequence
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from typing import Any

# A forked child has everything imported already; Windows can only start anew.
CONTEXT = multiprocessing.get_context("spawn" if sys.platform == "win32" else "fork")


def run_together(deed: Callable[..., Any], arguments: Sequence[tuple[Any, ...]]) -> list[Any]:
    """Return what each process came to, in order; an exception comes back as its name."""
    barrier, results = CONTEXT.Barrier(len(arguments)), CONTEXT.Queue()
    processes = [
        CONTEXT.Process(target=_run, args=(deed, given, place, barrier, results))
        for place, given in enumerate(arguments)
    ]
    for process in processes:
        process.start()
    found = dict(results.get(timeout=60) for _ in processes)
    for process in processes:
        process.join(timeout=10)
    return [found[place] for place in range(len(processes))]


def _run(deed: Callable[..., Any], given: tuple[Any, ...], place: int, barrier: Barrier, results: "Queue[Any]") -> None:
    barrier.wait(timeout=60)
    try:
        results.put((place, deed(*given)))
    except Exception as error:  # noqa: BLE001 - told to the test as it is
        results.put((place, f"{type(error).__name__}: {error}"))
