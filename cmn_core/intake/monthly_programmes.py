"""Read the monthly form's table «Программы»: participations, one row a programme."""

from collections.abc import Iterator
from datetime import date

from cmn_core.intake.cell_dates import parse_day
from cmn_core.intake.found_tables import FoundTable
from cmn_core.intake.practice_rows import PracticeCells, PracticeWalk, take_practice
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import MonthlyProgramme
from cmn_core.intake.table_cells import TableCells
from cmn_core.intake.table_walk import check_table, walk_table
from cmn_core.reference import Reference


def parse_programmes(found: FoundTable, reference: Reference) -> tuple[list[MonthlyProgramme], list[Problem]]:
    """Return the table's rows and its problems; reading goes on past every bad row."""
    table = TableCells(found.sheet, found.heading, reference.layouts.monthly.programmes)
    walk = PracticeWalk(own_counts=True)
    rows: list[MonthlyProgramme] = []
    walk_table(table, walk, lambda row: rows.append(_take_row(table, row, walk, reference)))
    return rows, check_table(table, walk, reference)


def _take_row(table: TableCells, row: int, walk: PracticeWalk, reference: Reference) -> MonthlyProgramme:
    """Read one row with its problems."""
    cells = take_practice(table, row, walk, reference)
    role_model = _stated(table, row, "role_model")
    model = reference.forms.find_role_model(cells.form.code, role_model) if role_model else None
    started = table.sheet.value(*table.position(table.merged_from(row, "start_date") or row, "start_date"))
    start_date = parse_day(started)
    if role_model and model is None and cells.form.kind == "known" and table.merged_from(row, "role_model") is None:
        walk.problems.append(_own_role_model(table, row, cells, reference))
    walk.problems.extend(_check_day(table, row, start_date, reference))
    return MonthlyProgramme(
        sheet=table.sheet.name,
        row=row,
        organisation=cells.organisation,
        programme=cells.programme,
        mentoring_form=cells.form_text,
        form_code=cells.form.code,
        role_model=role_model,
        mentors=cells.count("mentors"),
        mentees=cells.count("mentees"),
        mentees_10_19=cells.count("mentees_10_19"),
        partner=_stated(table, row, "partner"),
        start_date=start_date,
        organisation_cell=table.address(table.merged_from(row, "organisation") or row, "organisation"),
        role_model_label=model.label if model else None,
    )


def _stated(table: TableCells, row: int, field: str) -> str | None:
    """Return a text that may be left out; a dash in its place is none."""
    text = table.read_text(row, field)
    return text if any(sign.isalnum() for sign in text) else None


def _own_role_model(table: TableCells, row: int, cells: PracticeCells, reference: Reference) -> Problem:
    return make_problem(
        reference.problem_texts,
        "own_role_model",
        sheet=table.sheet.name,
        cell=table.address(row, "role_model"),
        value=table.read_text(row, "role_model"),
        form=reference.forms.label(cells.form.code),
    )


def _check_day(table: TableCells, row: int, day: date | None, reference: Reference) -> Iterator[Problem]:
    """Report a date of beginning that cannot be read; it feeds no figure."""
    if day is None and _stated(table, row, "start_date"):
        yield make_problem(
            reference.problem_texts,
            "unknown_form",
            variant="day",
            sheet=table.sheet.name,
            cell=table.address(row, "start_date"),
            value=table.read_text(row, "start_date"),
            column=table.layout.column("start_date").short,
        )
