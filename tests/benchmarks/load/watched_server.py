"""What a server takes while it is looked at: memory and processor time of its process, not of its workers."""

import time

import psutil


class WatchedServer:
    """A server's process from now on."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self._started = time.perf_counter()
        self._spent = self._cpu_seconds()

    def memory_mb(self) -> float:
        """Return the memory that is held now."""
        return float(self._process.memory_info().rss / 1e6)

    def cores(self) -> float:
        """Return how many cores were busy since the last question."""
        now, spent = time.perf_counter(), self._cpu_seconds()
        busy = (spent - self._spent) / max(now - self._started, 1e-9)
        self._started, self._spent = now, spent
        return busy

    def _cpu_seconds(self) -> float:
        times = self._process.cpu_times()
        return float(times.user + times.system)
