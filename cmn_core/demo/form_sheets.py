"""Demonstration reports as a sheet of cells and as the bytes of a csv that says the same."""

import csv
from collections.abc import Sequence
from io import StringIO

from cmn_core.demo.forms_of_month import DemoForm, FormRow
from cmn_core.demo.plan import DemoPlan
from cmn_core.documents.form_header import expansion_caption, expansion_title
from cmn_core.intake.cells.grid import CellValue, Grid, Sheet
from cmn_core.reference import Reference
from cmn_core.wording import format_date

FIELDS = ("organisation", "involved_before", "added_mentors", "added_mentees", "programme", "mentoring_form")
_CSV_SIGN = ";"

Cells = list[list[CellValue]]


def lay_form(form: DemoForm, reference: Reference) -> Cells:
    """Lay a filled form under the seed's heading, as it stands in a file without merged cells."""
    layouts = reference.layouts
    captions = {field: expansion_caption(layouts, field, form.scope, form.dates[0]) for field in FIELDS}
    added = layouts.added_caption.replace("{date}", format_date(form.dates[1]))
    place = reference.region.facts if form.sender is None else reference.region.district(form.sender)
    heading: Cells = [
        [expansion_title(reference, form.scope)],
        [place.name],
        [],
        [captions["organisation"], captions["involved_before"], added, None, layouts.programme_group_caption, None],
        [None, None, *(captions[field] for field in FIELDS[2:])],
    ]
    return heading + [row_cells(row) for row in form.rows]


def row_cells(row: FormRow) -> list[CellValue]:
    """Return a row's six cells; what the form leaves empty is None."""
    counts = row.counts
    numbers = (counts.involved_before, counts.added_mentors, counts.added_mentees) if counts else (None, None, None)
    return [row.organisation, *numbers, row.programme, row.written_form]


def lay_population(plan: DemoPlan, reference: Reference) -> Cells:
    """Lay «Численность» of the last report's year with every municipality."""
    layout = reference.layouts.population
    year = plan.story.last.period.year
    heading: Cells = [[layout.title], [], [column.caption for column in layout.columns]]
    groups = [group.code for group in reference.groups]
    rows: Cells = [
        [
            reference.region.district(item.oktmo).name,
            item.oktmo,
            year,
            *(None if plan.story.leaves_blank(item.oktmo, group) else getattr(item, group) for group in groups),
            plan.story.source,
        ]
        for item in plan.municipalities
    ]
    return heading + rows


def as_grid(cells: Cells) -> Grid:
    """Return cells as the reader of a csv would."""
    return Grid("csv", [Sheet(None, cells)])


def write_csv(cells: Sequence[Sequence[CellValue]]) -> bytes:
    """Write cells as Russian office programs save a csv."""
    text = StringIO()
    csv.writer(text, delimiter=_CSV_SIGN, lineterminator="\r\n").writerows(cells)
    return text.getvalue().encode("utf-8-sig")
