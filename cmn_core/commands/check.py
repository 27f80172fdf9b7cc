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
    from cmn_core.intake.reading import MonthlyProgramme, Reading

_ROW_FIELDS = (
    "sheet", "row", "organisation", "involved_before", "added_mentors", "added_mentees", "programme", "mentoring_form",
)  # fmt: skip
_PROGRAMME_FIELDS = (
    "sheet", "row", "organisation", "programme", "mentoring_form", "role_model", "mentors", "mentees", "mentees_10_19",
    "partner", "start_date",
)  # fmt: skip
_TOTAL_FIELDS = ("organisations", "programmes", "involved_before", "added_mentors", "added_mentees")
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
        **_organisations(reading),
        "problems": [asdict(problem) for problem in reading.problems],
        "totals": _totals(reading),
        "seconds": reading.seconds,
    }


def _rows(reading: "Reading") -> list[dict[str, Any]]:
    if reading.layout == "population":
        return [asdict(row) for row in reading.population]
    if reading.layout == "monthly":
        return [_programme(row) for row in reading.programmes]
    return [{field: getattr(row, field) for field in _ROW_FIELDS} for row in reading.rows]


def _programme(row: "MonthlyProgramme") -> dict[str, Any]:
    values = {field: getattr(row, field) for field in _PROGRAMME_FIELDS}
    return {**values, "start_date": row.start_date.isoformat() if row.start_date else None}


def _organisations(reading: "Reading") -> dict[str, Any]:
    """Return the other table of the monthly form; other layouts have none."""
    if reading.layout != "monthly":
        return {}
    rows = [asdict(row) for row in reading.organisations]
    return {"organisations": [{name: row[name] for name in row if name != "organisation_cell"} for row in rows]}


def _totals(reading: "Reading") -> dict[str, int]:
    """Return the sums; those of the monthly form are told for it alone."""
    sums = {field: getattr(reading.totals, field) for field in _TOTAL_FIELDS}
    if reading.layout != "monthly":
        return sums
    monthly = asdict(reading.totals.monthly)
    return {**sums, **{name: count for name, count in monthly.items() if name not in sums}}


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
