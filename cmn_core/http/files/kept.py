"""Files of saved reports: as they came, and marked again by today's checks."""

from datetime import UTC, datetime

from starlette.responses import Response

from cmn_core.http.files.attachment import ANY, XLSX, attach
from cmn_core.http.word_page import word_page
from cmn_core.intake.annotation.annotate_apart import annotate_apart, name_annotated
from cmn_core.intake.checked_file import check_file_apart
from cmn_core.intake.read_report import Expectation
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.originals import KeptFile, take_original
from cmn_core.store.settings import current_reference

_GONE = "Файла этого отчёта в базе нет: он не хранился, либо срок его хранения истёк. Числа отчёта остались."


def answer_original(database: Database, report_id: int) -> Response:
    """Give a report's file as it was sent."""
    kept = take_original(database, report_id, by=_by(database))
    return attach(kept.file_name, kept.content, ANY) if kept else word_page("Файла нет", _GONE, 404)


def answer_annotated(database: Database, report_id: int) -> Response:
    """Give a report's file with its faults marked."""
    kept = take_original(database, report_id, by=_by(database), marked=True)
    if kept is None:
        return word_page("Файла нет", _GONE, 404)
    return attach(name_annotated(kept.file_name), _mark(kept, database), XLSX)


def _mark(kept: KeptFile, database: Database) -> bytes:
    reference = current_reference(database)
    expected = Expectation(kept.sender, kept.period, kept.left_out_sheets)
    checked = check_file_apart(kept.content, kept.file_name, expected, reference, kept.corrections)
    return annotate_apart(kept.content, checked.reading, reference)


def _by(database: Database) -> Author:
    return Author(database.actor.person.name, datetime.now(UTC))
