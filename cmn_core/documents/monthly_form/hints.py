"""What the template shows while it is filled in: cells still empty, and numbers that cannot stand together."""

from xlsxwriter import Workbook

from cmn_core.documents.monthly_form.form_table import DATE_FIELDS, TEXT_FIELDS, FormTable
from cmn_core.documents.monthly_form.lists_sheet import ORGANISATIONS
from cmn_core.documents.xlsx_sheets import SheetFormats
from cmn_core.reference.layouts import Layout, MonthlyLayout

_AT_MOST = {"mentees": "pupils_10_19", "young_mentees": "young_teachers"}
"""A number that is a part of another column's people, beside those whose caption says «из них»."""
_AT_MOST_PARTICIPATIONS = {
    "mentees": "mentees_10_19",
    "surveyed_mentees": "mentees",
    "surveyed_mentors": "mentors",
}
"""People of an organisation → the participations in its programmes that they are among."""
_NAMES = {
    "organisation": "ЦМН_организации_программ",
    "mentors": "ЦМН_наставников",
    "mentees": "ЦМН_наставляемых",
    "mentees_10_19": "ЦМН_наставляемых_10_19",
}


def add_hints(
    workbook: Workbook,
    formats: SheetFormats,
    layout: MonthlyLayout,
    organisations: FormTable,
    programmes: FormTable,
) -> None:
    """Let cells that need a look turn amber and cells still to be filled pale blue."""
    doubt, blank = formats.fill(formats.palette.below[0]), formats.fill(formats.palette.above[0])
    for field, name in _NAMES.items():
        # Excel 2007 takes a name where it refuses another sheet's cells in a conditional format.
        workbook.define_name(name, f"={programmes.whole(field)}")
    parts = _parts_of(layout.organisations) | _AT_MOST
    for part, whole in parts.items():
        organisations.mark(part, _exceeds(organisations, part, whole), doubt)
    organisations.mark("involved", _is_out_of_range(organisations), doubt)
    for field, participations in _AT_MOST_PARTICIPATIONS.items():
        organisations.mark(field, _exceeds_participations(organisations, field, participations), doubt)
    for part, whole in _parts_of(layout.programmes).items():
        programmes.mark(part, _exceeds(programmes, part, whole), doubt)
    named = programmes.cell("organisation")
    programmes.mark("organisation", f'AND({named}<>"",COUNTIF({ORGANISATIONS},{named})=0)', doubt)
    for table in (organisations, programmes):
        for field in table.fields:
            if field == "kind" or field not in TEXT_FIELDS | DATE_FIELDS:
                table.mark(field, f'AND({table.cell("organisation")}<>"",{table.cell(field)}="")', blank)


def _parts_of(layout: Layout) -> dict[str, str]:
    return {column.field: column.of for column in layout.columns if column.of}


def _exceeds(table: FormTable, part: str, whole: str) -> str:
    part, whole = table.cell(part), table.cell(whole)
    return f"AND(ISNUMBER({part}),ISNUMBER({whole}),{part}>{whole})"


def _is_out_of_range(table: FormTable) -> str:
    involved, mentees, mentors = (table.cell(field) for field in ("involved", "mentees", "mentors"))
    outside = f"OR({involved}<MAX({mentees},{mentors}),{involved}>{mentees}+{mentors})"
    return f"AND(ISNUMBER({involved}),ISNUMBER({mentees}),ISNUMBER({mentors}),{outside})"


def _exceeds_participations(table: FormTable, field: str, participations: str) -> str:
    """Compare only where the organisation has programmes: the second sheet is filled in after the first."""
    cell, named = table.cell(field), table.cell("organisation")
    among = f"SUMIF({_NAMES['organisation']},{named},{_NAMES[participations]})"
    return f"AND(ISNUMBER({cell}),{among}>0,{cell}>{among})"
