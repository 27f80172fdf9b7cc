"""Read strangers' files in processes of their own: two warm ones for a server, one of one shot for a command."""

import atexit
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from cmn_core.intake.apart.worker_process import WorkerProcess
from cmn_core.reference.budgets import Budgets, read_budgets

_READERS = ("cmn_core.intake.read_report",)
"""Imported by a worker before its first file."""

Result = TypeVar("Result")


def run_in_worker(function: Callable[..., Result], *arguments: object) -> Result:
    """Call a function that pickles by name in a warm worker process; wait for a free one.

    Raise what the function refuses (UnreadableFile, CmnError) as it is; too_large for time and memory, corrupt_file for
    any other end. The time counts from the start of the work.
    """
    return _shared_pool().run(function, *arguments)


def run_in_new_worker(function: Callable[..., Result], *arguments: object) -> Result:
    """Call a function in a process of one shot: for a command that reads one file and ends."""
    worker = WorkerProcess(read_budgets(), ())
    try:
        result: Result = worker.call(function, arguments)
        return result
    finally:
        worker.close()


def warm_workers() -> None:
    """Start the shared workers before the first file asks for them."""
    _shared_pool()


class WorkerPool:
    """So many processes, one file at a time each, replaced when they die or have read their number of files."""

    def __init__(self, budgets: Budgets, modules: tuple[str, ...] = ()) -> None:
        self._budgets = budgets
        self._modules = modules
        self._is_closed = False
        self._free: queue.SimpleQueue[WorkerProcess] = queue.SimpleQueue()
        for _ in range(budgets.workers):
            self._free.put(self._start())

    def run(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Call a function in the next free worker."""
        worker = self._free.get()
        try:
            if not worker.is_alive:
                worker = self._replace(worker)
            result: Result = worker.call(function, arguments)
            return result
        finally:
            self._free.put(self._fit_for_next(worker))

    def close(self) -> None:
        """End the free workers; those that are reading end with their file, when their pipes close."""
        self._is_closed = True
        with suppress(queue.Empty):
            while True:
                self._free.get_nowait().close()

    def _start(self) -> WorkerProcess:
        return WorkerProcess(self._budgets, self._modules)

    def _fit_for_next(self, worker: WorkerProcess) -> WorkerProcess:
        """Replace a dead or worn worker at once, so that its successor is warm when it is needed."""
        if self._is_closed or (worker.is_alive and worker.calls < self._budgets.files_per_worker):
            return worker
        return self._replace(worker)

    def _replace(self, worker: WorkerProcess) -> WorkerProcess:
        worker.close()
        return self._start()


_pool: WorkerPool | None = None
_pool_lock = threading.Lock()


def _shared_pool() -> WorkerPool:
    """Make the pool when it is first needed; it ends with the program."""
    global _pool
    with _pool_lock:
        if _pool is None:
            _pool = WorkerPool(read_budgets(), _READERS)
            atexit.register(_pool.close)
        return _pool
