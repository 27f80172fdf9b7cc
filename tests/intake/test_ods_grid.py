"""OpenDocument sheets: addresses, repeats, what stands beside the values; calamine as the second witness."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

from cmn_core.intake.cells.grid import Area, UnreadableFile
from cmn_core.intake.cells.levelled_values import level_rows
from cmn_core.intake.cells.open_grid import open_grid
from tests.documents.office import convert, needs_office
from tests.intake.handmade import make_ods
from tests.intake.test_xlsx_grid import written

HIDDEN_STYLE = (
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def table(rows, name="Лист1", style=""):
    return f'<table:table table:name="{name}" table:style-name="{style}">{rows}</table:table>'


def row(cells, attributes=""):
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def cell(attributes="", inside="", name="table-cell"):
    return f"<table:{name} {attributes}>{inside}</table:{name}>"


def number(value, attributes=""):
    return cell(f'office:value-type="float" office:value="{value}" {attributes}')


def text(inside, attributes=""):
    return cell(f'office:value-type="string" {attributes}', f"<text:p>{inside}</text:p>")


def empty(repeat):
    return cell(f'table:number-columns-repeated="{repeat}"')


def read_sheet(*rows):
    return open_grid(make_ods(table("".join(rows))), "a.ods").sheets[0]


def by_calamine(content):
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return level_rows(book.get_sheet_by_index(0).to_python(skip_empty_area=False))


def values(rows):
    """Rows without their empty ends."""
    return [row[: max((at for at, value in enumerate(row, 1) if value is not None), default=0)] for row in rows]


def test_values_by_their_types():
    sheet = read_sheet(
        row(
            number(17)
            + number(17.5)
            + cell('office:value-type="percentage" office:value="0.17"', "<text:p>17%</text:p>")
            + cell('office:value-type="boolean" office:boolean-value="true"')
            + cell('office:value-type="date" office:date-value="2020-11-23"')
            + cell('office:value-type="date" office:date-value="2020-11-23T14:30:00"')
            + cell('office:value-type="time" office:time-value="PT09H15M00S"')
            + cell('office:value-type="time" office:time-value="PT30H00M00S"')
        )
    )
    assert sheet.rows == [
        [17, 17.5, 0.17, True, date(2020, 11, 23), datetime(2020, 11, 23, 14, 30), time(9, 15), timedelta(hours=30)]
    ]


def test_text_of_a_cell_is_its_paragraphs_without_notes_and_shapes():
    note = "<office:annotation><text:p>примечание</text:p></office:annotation>"
    inside = 'раз<text:s text:c="2"/><text:span>два<text:tab/>три</text:span><text:line-break/>четыре'
    sheet = read_sheet(row(cell('office:value-type="string"', f"{note}<text:p>{inside}</text:p><text:p>пять</text:p>")))
    assert sheet.rows == [["раз  два\tтри\nчетыре\nпять"]]


def test_addresses_after_leading_empties_and_repeats_agree_with_calamine():
    content = make_ods(
        table(
            row(empty(16384), 'table:number-rows-repeated="2"')
            + row(empty(2) + text("C3") + empty(1) + number(5, 'table:number-columns-repeated="3"'))
            + row(text("дважды"), 'table:number-rows-repeated="2"')
            + row(empty(16384), 'table:number-rows-repeated="1048000"')
        )
    )
    sheet = open_grid(content, "a.ods").sheets[0]
    assert sheet.rows == [[], [], [None, None, "C3", None, 5, 5, 5], ["дважды"], ["дважды"]]
    assert values(by_calamine(content)) == sheet.rows


def test_million_repeated_rows_of_nothing_cost_nothing():
    sheet = read_sheet(row(number(1)), row(empty(3), 'table:number-rows-repeated="1048574"'), row(number(2)))
    assert (sheet.value(1, 1), sheet.value(1048576, 1), sheet.rows[5] is sheet.rows[500000]) == (1, 2, True)


@pytest.mark.parametrize(
    ("rows", "budget"),
    [
        (row(number(1), 'table:number-rows-repeated="1048576"'), "rows"),
        (row(number(1), 'table:number-rows-repeated="99999999999"'), "rows"),
        (row(number(1, 'table:number-columns-repeated="99999999999"')), "cells"),
        (row(number(1, 'table:number-columns-repeated="16000"'), 'table:number-rows-repeated="200"'), "cells"),
    ],
    ids=["rows", "rows of no sheet", "columns of no sheet", "cells"],
)
def test_repeated_values_are_refused_before_they_are_laid_out(rows, budget):
    with pytest.raises(UnreadableFile) as raised:
        read_sheet(rows)
    assert (raised.value.code, raised.value.details["budget"]) == ("too_large", budget)


def test_hidden_rows_merged_areas_and_hidden_sheets():
    merged = 'table:number-columns-spanned="2" table:number-rows-spanned="3"'
    covered = cell('table:number-columns-repeated="2"', name="covered-table-cell")
    rows = (
        row(number(1))
        + row(number(2), 'table:visibility="collapse"')
        + row(number(3), 'table:visibility="filter"')
        + row(empty(1), 'table:visibility="collapse"')
        + row(empty(1) + text("вместе", merged))
        + row(empty(1) + covered) * 2
    )
    grid = open_grid(make_ods(table(rows) + table(row(number(9)), "Скрытый", "ta2"), styles=HIDDEN_STYLE), "a.ods")
    first, second = grid.sheets
    assert (first.hidden_rows, first.merged) == ({2, 3}, (Area(5, 2, 7, 3),))
    assert [(sheet.name, sheet.hidden) for sheet in grid.sheets] == [("Лист1", False), ("Скрытый", True)]
    assert second.rows == [[9]]


def test_rows_in_groups_and_headers_are_rows_and_stored_links_are_no_sheets():
    rows = f"<table:table-header-rows>{row(number(1))}</table:table-header-rows>"
    inner = f"<table:table-row-group>{row(number(2))}</table:table-row-group>"
    rows += f"<table:table-row-group>{inner}</table:table-row-group>"
    links = f"<table:dde-links><table:dde-link>{table(row(number(3)))}</table:dde-link></table:dde-links>"
    grid = open_grid(make_ods(table(rows) + links), "a.ods")
    assert [sheet.rows for sheet in grid.sheets] == [[[1], [2]]]


def test_formulas_with_values_without_them_and_errors():
    formula = 'table:formula="of:=[.A1]*2"'
    sheet = read_sheet(
        row(
            number(4, formula)
            + cell(formula)
            + cell(f'{formula} office:value-type="float"')
            + cell(formula, "<text:p/>")
            + cell(f'{formula} office:value-type="string" office:string-value=""', "<text:p>#REF!</text:p>")
            + cell(f'{formula} office:value-type="float" office:value="0"', "<text:p>Err:502</text:p>")
        )
    )
    assert sheet.rows == [[4, None, None, None, "#REF!", "Err:502"]]
    assert sheet.formulas == dict.fromkeys([(1, column) for column in range(1, 7)], "[.A1]*2")
    assert sheet.unvalued_formulas == {(1, 2), (1, 3)}
    assert sheet.error_cells == {(1, 5): "#REF!", (1, 6): "Err:502"}


def test_marks_macros_and_links():
    meta = '<meta xmlns:m="m"><m:user-defined m:name="cmn_oktmo">52654000</m:user-defined></meta>'
    link = number(1, "table:formula=\"of:=['file:///C:/a.xlsx'#$Лист1.A1]\"")
    grid = open_grid(
        make_ods(table(row(link)), parts={"meta.xml": meta, "Basic/Standard/Module1.xml": "<x/>"}), "a.ods"
    )
    assert (grid.marks, grid.has_macros, grid.has_external_links) == ({"cmn_oktmo": "52654000"}, True, True)
    plain = open_grid(make_ods(table(row(number(1))), parts={"Basic/script-lc.xml": "<x/>"}), "a.ods")
    assert (plain.marks, plain.has_macros, plain.has_external_links) == ({}, False, False)


def test_hidden_sheet_beyond_the_budget_leaves_the_visible_one_readable():
    huge = table(row(number(1), 'table:number-rows-repeated="60000"'), "Скрытый", "ta2")
    grid = open_grid(make_ods(huge + table(row(number(7))), styles=HIDDEN_STYLE), "a.ods")
    assert [(sheet.hidden, sheet.rows) for sheet in grid.sheets] == [(True, []), (False, [[7]])]


def test_workbook_of_odfpy_agrees_with_calamine():
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="Лист1")
    line = TableRow()
    line.addElement(TableCell())
    written_text = TableCell(valuetype="string")
    written_text.addElement(P(text="МБОУ «СОШ № 1»"))
    line.addElement(written_text)
    line.addElement(TableCell(valuetype="float", value=12))
    sheet.addElement(TableRow())
    sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    buffer = BytesIO()
    document.write(buffer)
    rows = open_grid(buffer.getvalue(), "a.ods").sheets[0].rows
    assert rows == [[], [None, "МБОУ «СОШ № 1»", 12]] == values(by_calamine(buffer.getvalue()))


@pytest.mark.office
@needs_office
def test_workbook_of_libreoffice_agrees_with_the_xlsx_and_with_calamine(tmp_path):
    def fill(workbook, sheet):
        day = workbook.add_format({"num_format": "dd.mm.yyyy"})
        sheet.merge_range("B2:D2", "Заголовок")
        sheet.write_row(3, 1, ["МБОУ «СОШ № 1»", 12, 3.5])
        sheet.write_datetime(3, 4, date(2020, 11, 23), day)
        sheet.write_formula(4, 2, "=C4*2", None, 24)
        sheet.write_formula(4, 3, "=1/0", None, "#DIV/0!")
        sheet.set_row(4, None, None, {"hidden": True})

    made = written(fill)
    xlsx = open_grid(made, "a.xlsx").sheets[0]
    content = convert(made, "made.xlsx", "ods", tmp_path)
    ods = open_grid(content, "a.ods").sheets[0]
    assert values(ods.rows) == values(xlsx.rows)
    assert values(by_calamine(content))[:4] == values(ods.rows)[:4]
    for name in ("hidden_rows", "merged", "error_cells", "unvalued_formulas"):
        assert getattr(ods, name) == getattr(xlsx, name), name
    assert ods.formulas.keys() == xlsx.formulas.keys()
