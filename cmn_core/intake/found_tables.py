"""Which of a workbook's visible sheets hold a form's table, and where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cmn_core.intake.cells.grid import Sheet
from cmn_core.intake.headings import Heading, find_heading
from cmn_core.intake.reading import MonthlyPart, SheetReading
from cmn_core.reference import Layout, MonthlyLayout


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table with the whole heading of a layout."""

    sheet: Sheet
    heading: Heading
    part: MonthlyPart | None = None

    def as_read(self) -> SheetReading:
        """Return what the reading tells of it."""
        return SheetReading(self.sheet.name, self.heading.bottom + 1, self.heading.columns, self.part)


def find_tables(sheets: Iterable[Sheet], layout: Layout, part: MonthlyPart | None = None) -> list[FoundTable]:
    """Return the sheets on which the whole heading of a layout stands."""
    found = ((sheet, find_heading(sheet, layout)) for sheet in sheets)
    return [FoundTable(sheet, heading, part) for sheet, heading in found if heading and not heading.missing]


def find_monthly_tables(sheets: Sequence[Sheet], layout: MonthlyLayout) -> tuple[list[FoundTable], list[FoundTable]]:
    """Return the tables of organisations and of programmes; on one sheet they stand under or beside each other."""
    organisations = find_tables(sheets, layout.organisations, "organisations")
    programmes = [
        _find_beside(table, organisations, layout) for table in find_tables(sheets, layout.programmes, "programmes")
    ]
    lower = {
        upper.sheet.name: max(upper.heading.top, under.heading.top)
        for upper in organisations
        for under in programmes
        if upper.sheet is under.sheet and upper.heading.bottom != under.heading.bottom
    }
    both = ([_cut_off(table, lower.get(table.sheet.name)) for table in found] for found in (organisations, programmes))
    return next(both), next(both)


def _find_beside(table: FoundTable, others: Sequence[FoundTable], layout: MonthlyLayout) -> FoundTable:
    """Find programmes once more without the columns of organisations whose heading stands in the same row."""
    for other in others:
        taken = other.heading.columns.values()
        if other.sheet is table.sheet and other.heading.bottom == table.heading.bottom:
            rows = [
                [None if min(taken) <= place <= max(taken) else value for place, value in enumerate(row, 1)]
                for row in table.sheet.rows
            ]
            found = find_heading(replace(table.sheet, rows=rows), layout.programmes)
            return replace(table, heading=found) if found and not found.missing else table
    return table


def _cut_off(table: FoundTable, lower_top: int | None) -> FoundTable:
    """Leave to a table what is its own where another one stands under it or over it on the same sheet."""
    if lower_top is None:
        return table
    sheet, is_upper = table.sheet, table.heading.top < lower_top
    own = {place: text for place, text in sheet.formulas.items() if (place[0] < lower_top) == is_upper}
    rows = sheet.rows[: lower_top - 1] if is_upper else sheet.rows
    return replace(table, sheet=replace(sheet, rows=rows, formulas=own))
