"""Times and sizes beside what the project allows them."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured number and the number it should not pass."""

    name: str
    value: float
    unit: str
    allowed: float
    remark: str = ""

    @property
    def ratio(self) -> float:
        """What was measured in parts of what is allowed; over 1 is too much."""
        if self.allowed:
            return self.value / self.allowed
        return 0.0 if self.value <= 0 else float("inf")


def time_calls(call: Callable[[], object], times: int) -> list[float]:
    """Return the seconds of each call, sorted."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return sorted(taken)


def median(taken: list[float]) -> float:
    """Return the middle of the times."""
    return statistics.median(taken)


def p95(taken: list[float]) -> float:
    """Return the time that 95 of 100 calls stay within."""
    ordered = sorted(taken)
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]


def print_measures(title: str, measures: list[Measure]) -> None:
    """Print a table of ratios."""
    print(f"\n{title}")
    for measure in measures:
        verdict = "ok" if measure.ratio <= 1 else "OVER"
        print(
            f"  {measure.name:<58} {measure.value:>9.3f} {measure.unit:<4} of {measure.allowed:>7.3f}"
            f"  ×{measure.ratio:<6.2f} {verdict:<4} {measure.remark}",
            flush=True,
        )
