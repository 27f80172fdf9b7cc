"""«Численность» as an empty workbook: the denominators of the indicators, a row a municipality."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from cmn_core.documents.input_rules import whole_number_rule
from cmn_core.documents.template_guide import population_guide, write_guide
from cmn_core.documents.template_marks import write_marks
from cmn_core.documents.xlsx_sheets import SheetFormats, prepare_page, write_workbook
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.reference import District, Reference

_WIDTHS = {"district": 68, "oktmo": 13, "year": 9, "source": 34}
_GROUP_WIDTH = 17
_ROW_POINTS = 18
_HEADER = 2
_TEXT_FIELDS = ("district", "oktmo", "source")


def write_population_template(reference: Reference, *, year: int, district: District | None = None) -> bytes:
    """Write «Численность» of a year with every municipality, or with one alone."""
    layout = reference.layouts.population
    districts = (district,) if district else reference.region.districts

    def fill(workbook: Workbook, formats: SheetFormats) -> None:
        sheet = workbook.add_worksheet(layout.sheet)
        _write_heading(sheet, formats, reference)
        _write_rows(sheet, formats, reference, districts, year)
        prepare_page(sheet, repeat=(_HEADER, _HEADER))
        sheet.freeze_panes(_HEADER + 1, 1)
        write_guide(workbook, formats, population_guide(reference))
        write_marks(workbook, layout=layout.code, version=layout.version, oktmo=district.oktmo if district else None)

    return write_workbook(reference.palette, fill)


def _write_heading(sheet: Worksheet, formats: SheetFormats, reference: Reference) -> None:
    layout = reference.layouts.population
    title = formats.look(bold=True, font_size=13, text_wrap=True, valign="vcenter")
    sheet.merge_range(0, 0, 0, len(layout.columns) - 1, layout.title, title)
    sheet.set_row(0, 24)
    for index, column in enumerate(layout.columns):
        sheet.set_column(index, index, _WIDTHS.get(column.field, _GROUP_WIDTH))
        sheet.write_string(_HEADER, index, column.caption, formats.heading())
    sheet.set_row(_HEADER, max(lines_height(column.caption, _GROUP_WIDTH, bold=True) for column in layout.columns) + 6)


def _write_rows(
    sheet: Worksheet, formats: SheetFormats, reference: Reference, districts: tuple[District, ...], year: int
) -> None:
    fields = [column.field for column in reference.layouts.population.columns]
    first, last = _HEADER + 1, _HEADER + len(districts)
    for row, district in enumerate(districts, start=first):
        sheet.set_row(row, _ROW_POINTS)
        known: dict[str, str | int] = {"district": district.name, "oktmo": district.oktmo, "year": year}
        for column, field in enumerate(fields):
            sheet.write(
                row, column, known.get(field), formats.form_text() if field in _TEXT_FIELDS else formats.form_count()
            )
    groups = [column for column, field in enumerate(fields) if field not in (*_TEXT_FIELDS, "year")]
    sheet.data_validation(first, groups[0], last, groups[-1], whole_number_rule())
    oktmo = fields.index("oktmo")
    sheet.ignore_errors({"number_stored_as_text": xl_range(first, oktmo, last, oktmo)})
