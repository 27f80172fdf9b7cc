"""One worker process as its owner sees it: started, asked, watched, killed."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, cast

import psutil

from cmn_core.errors import CmnError
from cmn_core.intake.apart.worker_frames import read_frame, write_frame
from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.cells.refusals import corrupt_file, too_large
from cmn_core.reference.budgets import Budgets

_log = logging.getLogger(__name__)
_ENTRY = "cmn_core.intake.apart.worker_entry"
_CRASH_SIGNALS = {-getattr(signal, name) for name in ("SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE") if hasattr(signal, name)}
_START_SECONDS = 60.0
_LOOK_SECONDS = 0.1
_GOODBYE_SECONDS = 1.0
_BOUNDS_ITSELF = sys.platform == "linux"
"""Elsewhere a process cannot bound its own address space, and its owner looks at what it takes."""


class WorkerProcess:
    """A process that reads files for others; not thread-safe: one caller at a time."""

    def __init__(self, budgets: Budgets, modules: tuple[str, ...], *, watched_bytes: int | None = None) -> None:
        self.calls = 0
        self._budgets = budgets
        self._watched_bytes = watched_bytes if _BOUNDS_ITSELF else budgets.memory_bytes
        self._is_ready = False
        self._killed_for = ""
        limits = [str(budgets.memory_bytes), str(budgets.seconds)]
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _ENTRY, *limits, *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._requests = cast("IO[bytes]", self._process.stdin)
        self._replies = cast("IO[bytes]", self._process.stdout)

    @property
    def process_id(self) -> int:
        """The operating system's number of the process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Tell whether the process still runs."""
        return self._process.poll() is None

    def call(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        """Return what the function returns there; raise what it refuses, or UnreadableFile for what kills it."""
        self._wait_until_ready()
        self.calls += 1
        with self._watched(self._budgets.seconds):
            try:
                write_frame(self._requests, (function, arguments))
                kind, result = read_frame(self._replies)
            except (EOFError, OSError) as error:
                raise self._refuse_by_end() from error
        if kind == "done":
            return result
        if kind == "refused":
            raise result
        self.kill()
        if kind == "memory":
            raise too_large("memory", self._budgets)
        _log.error("A worker's call ended in %s", result)
        raise corrupt_file("crash")

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        self._close_pipes()

    def close(self) -> None:
        """Let the process end by itself, or end it."""
        with suppress(OSError):
            self._requests.close()
        try:
            self._process.wait(_GOODBYE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._close_pipes()

    def _wait_until_ready(self) -> None:
        if self._is_ready:
            return
        try:
            with self._watched(_START_SECONDS):
                answer = read_frame(self._replies)
        except (EOFError, OSError):
            answer = "the process ended"
        if answer != "ready":
            _log.error("A worker did not start: %s", answer)
            self.kill()
            raise CmnError("Чтение файлов не запустилось. Перезапустите программу; не поможет — установите её заново.")
        self._is_ready = True

    @contextmanager
    def _watched(self, seconds: float) -> Iterator[None]:
        """Bound what happens inside in time and memory; an interrupted talk ends the process."""
        done = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(done, time.monotonic() + seconds), daemon=True)
        watcher.start()
        try:
            yield
        except (UnreadableFile, EOFError, OSError):
            raise
        except BaseException:
            self._process.kill()
            raise
        finally:
            done.set()
            watcher.join()

    def _watch(self, done: threading.Event, deadline: float) -> None:
        while not done.wait(min(_LOOK_SECONDS, max(0.0, deadline - time.monotonic()))):
            if time.monotonic() >= deadline:
                self._kill_for("time")
            elif self._watched_bytes and self._memory_bytes() > self._watched_bytes:
                self._kill_for("memory")

    def _kill_for(self, reason: str) -> None:
        self._killed_for = self._killed_for or reason
        self._process.kill()

    def _memory_bytes(self) -> int:
        try:
            return int(psutil.Process(self._process.pid).memory_info().rss)
        except psutil.Error:
            return 0

    def _refuse_by_end(self) -> UnreadableFile:
        """Tell why the process is gone: out of memory, readers abort it without a word."""
        self.kill()
        if self._killed_for == "time":
            return too_large("time", self._budgets)
        if self._process.returncode in _CRASH_SIGNALS:
            return corrupt_file("crash")
        return too_large("memory", self._budgets)

    def _close_pipes(self) -> None:
        for pipe in (self._requests, self._replies):
            with suppress(OSError):
                pipe.close()


def _environment() -> dict[str, str]:
    """Let the process find the same modules; keep its libraries from reserving address space for threads."""
    paths = os.pathsep.join(path or str(Path.cwd()) for path in sys.path)
    return {**os.environ, "PYTHONPATH": paths, "MALLOC_ARENA_MAX": "1", "OPENBLAS_NUM_THREADS": "1"}
