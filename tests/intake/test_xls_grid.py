"""Old Excel files: values and what stands beside them, from the records themselves."""

import struct
from datetime import date, datetime, time
from io import BytesIO

import pytest
import xlwt
from xlwt.CompoundDoc import XlsDoc

from cmn_core.intake.cells.grid import Area, UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from tests.documents.office import convert, needs_office
from tests.intake.handmade import make_xls, make_xlsx
from tests.intake.test_xlsx_grid import written


def read_sheet(content):
    return open_grid(content, "a.xls").sheets[0]


def style(number_format):
    made = xlwt.XFStyle()
    made.num_format_str = number_format
    return made


@pytest.mark.parametrize("is_1904", [False, True])
def test_values_and_days_in_both_calendars(is_1904):
    def fill(book, sheet):
        book.dates_1904 = is_1904
        for column, value in enumerate([17, 17.5, " слово ", True]):
            sheet.write(0, column, value)
        sheet.write(2, 1, date(2020, 11, 23), style("DD.MM.YYYY"))
        sheet.write(2, 2, datetime(2020, 11, 23, 14, 30), style("DD.MM.YYYY HH:MM"))
        sheet.write(2, 3, time(9, 15), style("HH:MM"))

    rows = read_sheet(make_xls(fill)).rows
    assert rows == [
        [17, 17.5, " слово ", True],
        [],
        [None, date(2020, 11, 23), datetime(2020, 11, 23, 14, 30), time(9, 15)],
    ]
    assert (type(rows[0][0]), type(rows[2][1])) == (int, date)


def test_hidden_rows_merged_areas_errors_and_sheets():
    def fill(book, sheet):
        for row in range(5):
            sheet.write(row, 0, row)
        sheet.row(1).hidden = True
        sheet.row(3).height = 0
        sheet.row(3).height_mismatch = True
        sheet.row(9).hidden = True
        sheet.write_merge(5, 6, 1, 3, "вместе")
        sheet.row(7).set_cell_error(2, "#REF!")
        book.add_sheet("Скрытый").visibility = 1
        book.add_sheet("Глубоко").visibility = 2

    grid = open_grid(make_xls(fill), "a.xls")
    sheet = grid.sheets[0]
    assert sheet.hidden_rows == {2, 4}
    assert sheet.merged == (Area(6, 2, 7, 4),)
    assert (sheet.error_cells, sheet.value(8, 3)) == ({(8, 3): "#REF!"}, "#REF!")
    assert [(sheet.name, sheet.hidden) for sheet in grid.sheets] == [
        ("Лист1", False), ("Скрытый", True), ("Глубоко", True),
    ]  # fmt: skip


def test_formulas_that_nobody_calculated_have_no_values():
    def fill(book, sheet):
        sheet.write(0, 0, 2)
        sheet.write(5, 1, xlwt.Formula("SUM(A1:A2)"))

    sheet = read_sheet(make_xls(fill))
    assert (sheet.formulas, sheet.unvalued_formulas) == ({(6, 2): "SUM(A1:A2)"}, {(6, 2)})
    assert (sheet.value(6, 2), len(sheet.rows)) == (None, 6)


def test_workbook_without_a_container():
    book = xlwt.Workbook()
    book.add_sheet("Лист1").write(1, 1, "слово")
    assert read_sheet(book.get_biff_data()).rows == [[], [None, "слово"]]


def test_password_record_is_told():
    book = xlwt.Workbook()
    book.add_sheet("Лист1").write(0, 0, 1)
    stream = book.get_biff_data()
    first_record = 4 + struct.unpack_from("<H", stream, 2)[0]
    locked = stream[:first_record] + struct.pack("<HHH", 0x2F, 2, 0) + stream[first_record:]
    buffer = BytesIO()
    XlsDoc().save(buffer, locked)
    with pytest.raises(UnreadableFile) as raised:
        open_grid(buffer.getvalue(), "a.xls")
    assert raised.value.code == "password_protected"


def test_sectors_that_run_in_a_circle_end_in_a_refusal():
    """The reader of containers inside xlrd follows such a chain for ever."""
    content = bytearray(make_xls(lambda book, sheet: sheet.write(0, 0, "слово" * 500)))
    table = 512 * (1 + struct.unpack_from("<I", content, 76)[0])
    content[table : table + 8] = struct.pack("<II", 1, 0)
    with pytest.raises(UnreadableFile) as raised:
        open_grid(bytes(content), "a.xls")
    assert raised.value.code == "corrupt_file"


def test_one_far_cell_costs_nothing():
    sheet = read_sheet(make_xls(lambda book, sheet: (sheet.write(0, 0, 1), sheet.write(65535, 255, 2))))
    assert (sheet.value(1, 1), sheet.value(65536, 256), sheet.rows[1] is sheet.rows[60000]) == (1, 2, True)


@pytest.mark.office
@needs_office
def test_formulas_calculated_by_an_office(tmp_path):
    def fill(workbook, sheet):
        sheet.write_row(0, 0, [2, 3])
        sheet.write_formula(0, 2, "=A1+B1", None, 5)
        sheet.write_formula(0, 3, '=IF(A1=2,"","x")', None, "")
        sheet.write_formula(0, 4, "=1/0", None, "#DIV/0!")
        sheet.set_row(0, None, None, {"hidden": True})

    sheet = read_sheet(convert(written(fill), "made.xlsx", "xls", tmp_path))
    assert sheet.rows == [[2, 3, 5, None, "#DIV/0!"]]
    assert set(sheet.formulas) == {(1, 3), (1, 4), (1, 5)}
    assert (sheet.formulas[(1, 3)], sheet.unvalued_formulas) == ("A1+B1", frozenset())
    assert (sheet.error_cells, sheet.hidden_rows) == ({(1, 5): "#DIV/0!"}, {1})


@pytest.mark.office
@needs_office
def test_links_to_other_files_in_all_offices_kinds(tmp_path):
    book = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{links}">'
        f'<Relationship Id="rId1" Type="{book}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{book}/externalLink" Target="externalLinks/externalLink1.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{book}"><sheets><sheet name="Лист1" sheetId="1" '
        'r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId2"/></externalReferences></workbook>',
        "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{space}"><externalBook xmlns:r="{book}" '
        'r:id="rId1"><sheetNames><sheetName val="Svod"/></sheetNames><sheetDataSet><sheetData sheetId="0">'
        '<row r="1"><cell r="A1"><v>17</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{links}"><Relationship Id="rId1" '
        f'Type="{book}/externalLinkPath" Target="file:///C:/svod.xlsx" TargetMode="External"/></Relationships>',
    }
    made = make_xlsx('<row r="1"><c r="A1"><f>[1]Svod!A1</f><v>17</v></c></row>', parts=parts)
    for extension, sign in (("xls", "[1]"), ("ods", "file:///C:/svod.xlsx")):
        grid = open_grid(convert(made, "made.xlsx", extension, tmp_path), "a")
        assert (grid.has_external_links, grid.sheets[0].rows) == (True, [[17]])
        assert sign in grid.sheets[0].formulas[(1, 1)]
