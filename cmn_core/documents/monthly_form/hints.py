"""What the template shows while it is filled in: cells still empty, and numbers that cannot stand together."""

from xlsxwriter import Workbook

from cmn_core.documents.monthly_form.form_table import DATE_FIELDS, TEXT_FIELDS, FormTable
from cmn_core.documents.monthly_form.lists_sheet import ORGANISATIONS
from cmn_core.documents.xlsx_sheets import SheetFormats
from cmn_core.reference.monthly_rules import ORGANISATION_RULES, PARTICIPATION_RULES, PROGRAMME_RULES, CountRule

_PROGRAMMES = "ЦМН_программы_"
"""Begins the names of the columns of «Программы»; a field's name follows."""


def add_hints(workbook: Workbook, formats: SheetFormats, organisations: FormTable, programmes: FormTable) -> None:
    """Let cells that need a look turn amber and cells still to be filled pale blue."""
    doubt, blank = formats.fill(formats.palette.below[0]), formats.fill(formats.palette.above[0])
    for field in ("organisation", *(rule.others[0] for rule in PARTICIPATION_RULES)):
        # Excel 2007 takes a name where it refuses another sheet's cells in a conditional format.
        workbook.define_name(_PROGRAMMES + field, f"={programmes.whole(field)}")
    for table, rules in ((organisations, ORGANISATION_RULES), (programmes, PROGRAMME_RULES)):
        for rule in rules:
            table.mark(rule.field, _breaks(table, rule), doubt)
    for rule in PARTICIPATION_RULES:
        organisations.mark(rule.field, _breaks_participations(organisations, rule), doubt)
    named = programmes.cell("organisation")
    programmes.mark("organisation", f'AND({named}<>"",COUNTIF({ORGANISATIONS},{named})=0)', doubt)
    for table in (organisations, programmes):
        for field in table.fields:
            if field == "kind" or field not in TEXT_FIELDS | DATE_FIELDS:
                table.mark(field, f'AND({table.cell("organisation")}<>"",{table.cell(field)}="")', blank)


def _breaks(table: FormTable, rule: CountRule) -> str:
    """Hold only where all the numbers of a rule stand there."""
    cell, others = table.cell(rule.field), [table.cell(field) for field in rule.others]
    are_numbers = ",".join(f"ISNUMBER({each})" for each in (cell, *others))
    broken = f"{cell}>{'+'.join(others)}" if rule.relation == "at_most" else f"{cell}<MAX({','.join(others)})"
    return f"AND({are_numbers},{broken})"


def _breaks_participations(table: FormTable, rule: CountRule) -> str:
    """Compare only where the organisation has participations: the second sheet is filled in after the first."""
    cell, named = table.cell(rule.field), table.cell("organisation")
    among = f"SUMIF({_PROGRAMMES}organisation,{named},{_PROGRAMMES}{rule.others[0]})"
    return f"AND(ISNUMBER({cell}),{among}>0,{cell}>{among})"
