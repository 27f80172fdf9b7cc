"""Read a report in a worker process: what ends the process is a problem of the file like any other."""

import hashlib
from time import perf_counter

from cmn_core.intake.apart.workers import run_in_new_worker, run_in_worker
from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.problems import make_problem
from cmn_core.intake.read_report import Expectation, read_report
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference, shipped_reference


def read_report_apart(
    content: bytes,
    file_name: str,
    expected: Expectation | None = None,
    reference: Reference | None = None,
    *,
    one_shot: bool = False,
) -> Reading:
    """Read a stranger's workbook under the budgets of memory and time; never raise for what is in the file.

    `one_shot`: a process of its own instead of a shared warm one, for a command that reads one file and ends.
    """
    started = perf_counter()
    run = run_in_new_worker if one_shot else run_in_worker
    try:
        return run(read_report, content, file_name, expected, reference)
    except UnreadableFile as fault:
        texts = (reference or shipped_reference()).problem_texts
        return Reading(
            file=file_name,
            layout=None,
            scope=None,
            district=None,
            period=None,
            as_of=None,
            dates=(),
            problems=(make_problem(texts, fault.code, **fault.details),),
            sha256=hashlib.sha256(content).hexdigest(),
            seconds=round(perf_counter() - started, 3),
        )
