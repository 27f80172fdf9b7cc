"""From a workbook's bytes to its problems, in a warm worker."""

import os

import psutil

from cmn_core.intake.apart.read_apart import read_report_apart
from cmn_core.intake.apart.workers import warm_workers
from tests.benchmarks.measures import Measure, median, time_calls
from tests.benchmarks.workbooks import make_monthly_workbook, make_workbook

_SIZES = ((1_000, 0.5, 7), (50_000, 5.0, 2))
_MEMORY_SLACK_MB = 40


def measure_reading() -> list[Measure]:
    """Time 1 000 and 50 000 rows, and what they leave in the memory of the process that asked."""
    warm_workers()
    small = make_workbook(_SIZES[0][0])
    for _ in range(4):
        read_report_apart(small, "warm.xlsx")
    # Made first: what making them leaves in the memory is not the reading's.
    asked = [
        (form, make(rows), rows, allowed, times)
        for form, make in (("expansion", make_workbook), ("monthly", make_monthly_workbook))
        for rows, allowed, times in _SIZES
    ]
    before = _memory_mb()
    measures = [_measure(*each) for each in asked]
    grown = _memory_mb() - before
    return [*measures, Measure("memory of the asking process afterwards", max(grown, 0.0), "MB", _MEMORY_SLACK_MB)]


def _measure(form: str, content: bytes, rows: int, allowed: float, times: int) -> Measure:
    reading = read_report_apart(content, "rows.xlsx")
    remark = f"{len(reading.places)} rows read, {len(reading.problems)} problems"
    del reading
    taken = time_calls(lambda: read_report_apart(content, "rows.xlsx"), times)
    return Measure(f"{form}, {rows} rows, bytes to problems, warm", median(taken), "s", allowed, remark)


def _memory_mb() -> float:
    return psutil.Process(os.getpid()).memory_info().rss / 1e6
