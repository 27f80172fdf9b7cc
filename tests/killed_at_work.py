"""Processes that are ended by `kill -9` in the middle of their work."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event

import pytest

from tests.store.together import CONTEXT

needs_sigkill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL to send")


def kill_at_work(
    work: Callable[..., None], *arguments: object, kills: int, within_s: float, seed: int
) -> Iterator[None]:
    """Start `work(*arguments, kill, busy)` so many times and kill it once it is busy; yield after each kill.

    `work` never ends and sets the event `busy` with each piece that is done; the kill comes within so many seconds.
    """
    moments = random.Random(seed)
    for kill in range(kills):
        busy: Event = CONTEXT.Event()
        process = CONTEXT.Process(target=work, args=(*arguments, kill, busy))
        process.start()
        assert busy.wait(timeout=60)
        time.sleep(moments.random() * within_s)
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        yield
