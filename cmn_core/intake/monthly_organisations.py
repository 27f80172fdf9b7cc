"""Read the monthly form's table «Организации»: people, each once, one row an organisation."""

from collections.abc import Iterator

from cmn_core.intake.cell_checks import check_count, check_text
from cmn_core.intake.counts import BLANK, CountReading
from cmn_core.intake.found_tables import FoundTable
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import MonthlyOrganisation
from cmn_core.intake.table_cells import TableCells
from cmn_core.intake.table_walk import (
    TableWalk,
    check_table,
    has_broken_formula,
    missing_organisation,
    organisation_text,
    walk_table,
)
from cmn_core.reference import Reference


def parse_organisations(found: FoundTable, reference: Reference) -> tuple[list[MonthlyOrganisation], list[Problem]]:
    """Return the table's rows and its problems; reading goes on past every bad row."""
    table = TableCells(found.sheet, found.heading, reference.layouts.monthly.organisations)
    walk = TableWalk()
    rows: list[MonthlyOrganisation] = []
    walk_table(table, walk, lambda row: rows.append(_take_row(table, row, walk, reference)))
    return rows, check_table(table, walk, reference)


def _take_row(table: TableCells, row: int, walk: TableWalk, reference: Reference) -> MonthlyOrganisation:
    """Read one row with its problems."""
    organisation, kind = organisation_text(table, row), table.read_text(row, "kind")
    readings = {name: _read_count(table, row, name) for name in table.count_fields}
    walk.problems.extend(_check_row(table, row, organisation, readings, reference))
    counts = {name: reading.count for name, reading in readings.items()}
    walk.counts.append(counts)
    return MonthlyOrganisation(
        sheet=table.sheet.name,
        row=row,
        organisation=organisation,
        kind=reference.kinds.recognise(kind),
        organisation_cell=table.address(row, "organisation"),
        **counts,
    )


def _read_count(table: TableCells, row: int, name: str) -> CountReading:
    reading = table.count(row, name)
    return CountReading(None, "missing_count") if reading == BLANK else reading


def _check_row(
    table: TableCells, row: int, organisation: str | None, readings: dict[str, CountReading], reference: Reference
) -> Iterator[Problem]:
    """Report what is wrong with the row, cell by cell."""
    if organisation is None and not has_broken_formula(table, row, "organisation"):
        yield missing_organisation(table, row, reference)
    for name, reading in readings.items():
        yield from check_count(table, row, name, reading, reference)
    for name in table.text_fields:
        yield from check_text(table, row, name, reference)
    yield from _check_kind(table, row, reference)


def _check_kind(table: TableCells, row: int, reference: Reference) -> Iterator[Problem]:
    """Report a kind in unknown words; one that is left out is proposed by the name without a word."""
    kind = table.read_text(row, "kind")
    if kind and reference.kinds.recognise(kind) is None:
        yield make_problem(
            reference.problem_texts,
            "unknown_form",
            variant="kind",
            sheet=table.sheet.name,
            cell=table.address(row, "kind"),
            value=kind,
            kinds=", ".join(item.label for item in reference.kinds.kinds),
        )
