"""`cmn check`: what a file says and what is wrong with it; needs no database and makes none."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cmn_core.commands.console import FAULTY, say
from cmn_core.commands.files import check_output, read_input, write_output
from cmn_core.commands.options import (
    DatabaseOption,
    DistrictOption,
    FileArgument,
    JsonFlag,
    PeriodOption,
    read_period,
    read_sender,
)
from cmn_core.reference import shipped_reference

if TYPE_CHECKING:
    from cmn_core.intake.reading import Reading

_ROW_FIELDS = (
    "sheet", "row", "organisation", "involved_before", "added_mentors", "added_mentees", "programme", "mentoring_form",
)  # fmt: skip
AnnotatedOption = Annotated[
    Path | None,
    typer.Option("--annotated", metavar="OUT.xlsx", help="Записать копию файла с отмеченными ячейками."),
]


def check(
    file: FileArgument,
    district: DistrictOption = None,
    period: PeriodOption = None,
    as_json: JsonFlag = False,
    annotated: AnnotatedOption = None,
    database: DatabaseOption = None,
) -> None:
    """Проверить файл отчёта: что прочитано и что исправить. База данных не нужна."""
    from cmn_core.commands.reading_words import describe_problems, describe_reading, describe_verdict
    from cmn_core.intake.apart.read_apart import read_report_apart
    from cmn_core.intake.read_report import Expectation

    reference = shipped_reference()
    asked = read_sender(district, reference.region)
    expected = Expectation(asked.oktmo if asked else None, read_period(period))
    content = read_input(file)
    if annotated:
        check_output(annotated, source=file)
    reading = read_report_apart(content, file.name, expected, one_shot=True)
    if annotated:
        write_output(annotated, _annotate(content, reading))
    if as_json:
        say(json.dumps(as_object(reading, expected.district), ensure_ascii=False, indent=2))
    else:
        for line in (*describe_reading(reading, reference), *describe_problems(reading), describe_verdict(reading)):
            say(line)
        if annotated:
            say(f"Файл с отметками: {annotated}")
    if not reading.can_be_saved:
        raise typer.Exit(FAULTY)


def as_object(reading: "Reading", asked_district: str | None = None) -> dict[str, Any]:
    """Return the object of the contract; the municipality asked for stands in where the file names none."""
    return {
        "file": reading.file,
        "layout": reading.layout,
        "scope": reading.scope,
        "district": reading.district or asked_district,
        "period": str(reading.period) if reading.period else None,
        "as_of": reading.as_of.isoformat() if reading.as_of else None,
        "dates": [day.isoformat() for day in reading.dates],
        "rows": _rows(reading),
        "problems": [asdict(problem) for problem in reading.problems],
        "totals": asdict(reading.totals),
        "seconds": reading.seconds,
    }


def _rows(reading: "Reading") -> list[dict[str, Any]]:
    if reading.layout == "population":
        return [asdict(row) for row in reading.population]
    return [{field: getattr(row, field) for field in _ROW_FIELDS} for row in reading.rows]


def _annotate(content: bytes, reading: "Reading") -> bytes:
    """Mark the copy apart too: openpyxl reads what a stranger made."""
    from cmn_core.intake.annotation.annotate import annotate_workbook
    from cmn_core.intake.apart.workers import run_in_new_worker
    from cmn_core.intake.cells.grid import UnreadableFile

    reference = shipped_reference()
    try:
        return run_in_new_worker(annotate_workbook, content, reading, reference)
    except UnreadableFile:
        # Too large to be marked: the list of what to mend is made without the file.
        return annotate_workbook(b"", reading, reference)
