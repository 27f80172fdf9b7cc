"""A file as the page shows it: its reading, and the pieces of its sheets around the faults."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from cmn_core.intake.apart.workers import run_in_worker
from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.intake.cells.fragments import SheetFragment, read_fragments
from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from cmn_core.intake.corrected_grid import correct_grid
from cmn_core.intake.problems import make_problem
from cmn_core.intake.read_report import Expectation, read_grid
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What came of reading a file."""

    reading: Reading
    fragments: tuple[SheetFragment, ...] = ()

    def having(self, reading: Reading) -> "CheckedFile":
        """Return the same file with a reading that more was found out about."""
        return replace(self, reading=reading)


def check_file_apart(
    content: bytes,
    file_name: str,
    expected: Expectation,
    reference: Reference,
    corrections: Sequence[CellCorrection] = (),
) -> CheckedFile:
    """Check a stranger's file in a worker process under its budgets; never raise for what is in the file."""
    started = perf_counter()
    try:
        checked = run_in_worker(check_file, content, file_name, expected, reference, corrections)
    except UnreadableFile as fault:
        problem = make_problem(reference.problem_texts, fault.code, **fault.details)
        unread = Reading(file_name, None, None, None, None, None, (), problems=(problem,))
        checked = CheckedFile(unread)
    seconds = round(perf_counter() - started, 3)
    reading = replace(checked.reading, sha256=hashlib.sha256(content).hexdigest(), seconds=seconds)
    return replace(checked, reading=reading)


def check_file(
    content: bytes,
    file_name: str,
    expected: Expectation,
    reference: Reference,
    corrections: Sequence[CellCorrection] = (),
) -> CheckedFile:
    """Read a workbook once, as corrected, and cut out what is faulty; raise UnreadableFile for what is none."""
    grid, applied = correct_grid(open_grid(content, file_name), corrections)
    reading = replace(read_grid(grid, expected, reference), file=file_name, corrections=applied)
    return CheckedFile(reading, read_fragments(grid, reading, reference))
