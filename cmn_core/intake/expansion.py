"""Read the expansion form of one sheet: rows with their counts, and everything that is wrong with them."""

from cmn_core.intake.cells.grid import Sheet
from cmn_core.intake.headings import Heading
from cmn_core.intake.practice_rows import PracticeCells, PracticeWalk, take_practice
from cmn_core.intake.problems import Problem
from cmn_core.intake.reading import ExpansionRow
from cmn_core.intake.table_cells import TableCells
from cmn_core.intake.table_walk import check_table, walk_table
from cmn_core.reference import Reference


def parse_expansion_sheet(
    sheet: Sheet, heading: Heading, reference: Reference
) -> tuple[list[ExpansionRow], list[Problem]]:
    """Return the sheet's data rows and its problems; reading goes on past every bad row."""
    table = TableCells(sheet, heading, reference.layouts.expansion)
    walk = PracticeWalk()
    rows: list[ExpansionRow] = []
    walk_table(table, walk, lambda row: rows.append(_as_row(table, row, take_practice(table, row, walk, reference))))
    return rows, check_table(table, walk, reference)


def _as_row(table: TableCells, row: int, cells: PracticeCells) -> ExpansionRow:
    return ExpansionRow(
        sheet=table.sheet.name,
        row=row,
        organisation=cells.organisation,
        involved_before=cells.count("involved_before"),
        added_mentors=cells.count("added_mentors"),
        added_mentees=cells.count("added_mentees"),
        programme=cells.programme,
        mentoring_form=cells.form_text,
        form_code=cells.form.code,
        continued=cells.continues,
        organisation_cell=table.address(row, "organisation"),
    )
