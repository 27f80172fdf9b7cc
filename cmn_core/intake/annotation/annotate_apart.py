"""A stranger's file marked in a worker process."""

from pathlib import PurePath

from cmn_core.intake.annotation.annotate import annotate_workbook
from cmn_core.intake.apart.workers import run_in_worker
from cmn_core.intake.cells.grid import UnreadableFile
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference


def annotate_apart(content: bytes, reading: Reading, reference: Reference) -> bytes:
    """Mark a file apart; of one that takes too much only the list of what to mend is made."""
    try:
        return run_in_worker(annotate_workbook, content, reading, reference)
    except UnreadableFile:
        return annotate_workbook(b"", reading, reference)


def name_annotated(file_name: str) -> str:
    """Name the marked copy of a file."""
    return f"{PurePath(file_name).stem} — что исправить.xlsx"
