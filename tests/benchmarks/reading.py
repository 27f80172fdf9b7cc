"""From a workbook's bytes to its problems, in a warm worker."""

import os

import psutil

from cmn_core.intake.apart.read_apart import read_report_apart
from cmn_core.intake.apart.workers import warm_workers
from tests.benchmarks.measures import Measure, median, time_calls
from tests.benchmarks.workbooks import make_workbook

_SIZES = ((1_000, 0.5, 7), (50_000, 5.0, 2))
_MEMORY_SLACK_MB = 40


def measure_reading() -> list[Measure]:
    """Time 1 000 and 50 000 rows, and what they leave in the memory of the process that asked."""
    warm_workers()
    files = {rows: make_workbook(rows) for rows, _, _ in _SIZES}
    small = files[_SIZES[0][0]]
    for _ in range(4):
        read_report_apart(small, "warm.xlsx")
    before = _memory_mb()
    measures = []
    for rows, allowed, times in _SIZES:
        reading = read_report_apart(files[rows], "rows.xlsx")
        taken = time_calls(lambda content=files[rows]: read_report_apart(content, "rows.xlsx"), times)
        remark = f"{len(reading.rows)} rows read, {len(reading.problems)} problems"
        del reading
        measures.append(Measure(f"{rows} rows, bytes to problems, warm", median(taken), "s", allowed, remark))
    grown = _memory_mb() - before
    return [*measures, Measure("memory of the asking process afterwards", max(grown, 0.0), "MB", _MEMORY_SLACK_MB)]


def _memory_mb() -> float:
    return psutil.Process(os.getpid()).memory_info().rss / 1e6
