"""Whose script runs now: one at a time, the others wait for their turn.

Python runs one thread at a time whatever happens. Scripts side by side take it from one another at every look at a
file or a lock, and from the thread that sends their pages out: a hundred people then wait for seconds where one after
another they wait for a tenth of one.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE_S = 3.0
"""A script that waits for something else holds the others up no longer than this."""


class Turns:
    """One turn, handed from script to script."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._free = threading.BoundedSemaphore(1)
        self._mine = threading.local()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn, but not for long; end it with the block."""
        self._take()
        try:
            yield
        finally:
            self._end()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let others run while this script waits for another process; then wait for the turn again."""
        had = self._end()
        try:
            yield
        finally:
            if had:
                self._take()

    def _take(self) -> None:
        self._mine.held = self._free.acquire(timeout=self._patience_s)

    def _end(self) -> bool:
        held: bool = getattr(self._mine, "held", False)
        self._mine.held = False
        if held:
            self._free.release()
        return held


TURNS = Turns()
"""Of all sessions of this process."""
