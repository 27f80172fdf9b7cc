"""Values of xlsx files and what stands beside them, on files as different programs write them."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from openpyxl.packaging.custom import StringProperty

from cmn_core.intake.cells.grid import Area, UnreadableFile
from cmn_core.intake.cells.open_grid import open_grid
from tests.intake.handmade import STRICT, make_xlsx

XLSX_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read_sheet(content):
    return open_grid(content, "a.xlsx").sheets[0]


def written(fill, **options):
    """Write by xlsxwriter; `fill` gets the workbook and its first sheet."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **options}) as workbook:
        fill(workbook, workbook.add_worksheet("Лист1"))
    return buffer.getvalue()


def saved(workbook):
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def test_values_keep_their_kinds():
    def fill(workbook, sheet):
        sheet.write_row(0, 0, [17, 17.5, -3, "17", "  с краями ", True])
        sheet.write_number(1, 1, 0.17, workbook.add_format({"num_format": "0%"}))
        sheet.write_string(1, 2, "'007", workbook.add_format({"quote_prefix": True}))
        sheet.write_rich_string(1, 3, "часть ", workbook.add_format({"bold": True}), "жирная")

    sheet = read_sheet(written(fill))
    assert sheet.rows[0] == [17, 17.5, -3, "17", "  с краями ", True]
    assert sheet.rows[1] == [None, 0.17, "'007", "часть жирная", None, None]
    assert [type(value) for value in sheet.rows[0][:3]] == [int, float, int]


@pytest.mark.parametrize("epoch_1904", [False, True])
def test_dates_fall_on_their_day_in_both_calendars(epoch_1904):
    def fill(workbook, sheet):
        day, moment = (workbook.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "dd.mm.yyyy hh:mm"))
        sheet.write_datetime(0, 0, date(2020, 11, 23), day)
        sheet.write_datetime(0, 1, datetime(2020, 11, 23, 14, 30), moment)
        sheet.write_datetime(0, 2, time(9, 15), workbook.add_format({"num_format": "hh:mm"}))
        sheet.write_datetime(0, 3, timedelta(hours=30), workbook.add_format({"num_format": "[h]:mm"}))

    sheet = read_sheet(written(fill, date_1904=epoch_1904))
    assert sheet.rows == [[date(2020, 11, 23), datetime(2020, 11, 23, 14, 30), time(9, 15), timedelta(hours=30)]]
    assert type(sheet.rows[0][0]) is date


def test_addresses_begin_at_a1_whatever_is_empty():
    sheet = read_sheet(written(lambda workbook, sheet: sheet.write(4, 3, "D5")))
    assert (len(sheet.rows), sheet.value(5, 4), sheet.value(1, 1), sheet.value(99, 99)) == (5, "D5", None, None)


def test_hidden_rows_of_every_sort_that_hold_something():
    def fill(workbook, sheet):
        for row in range(8):
            sheet.write(row, 0, row)
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(3, 0)
        sheet.set_row(4, None, None, {"level": 1, "hidden": True})
        sheet.set_row(5, None, None, {"collapsed": True})
        sheet.set_row(20, None, None, {"hidden": True})
        sheet.autofilter(0, 0, 7, 0)
        sheet.filter_column(0, "x < 7")
        sheet.set_row(7, None, None, {"hidden": True})

    assert read_sheet(written(fill)).hidden_rows == {2, 4, 5, 8}


def test_merged_areas():
    def fill(workbook, sheet):
        sheet.merge_range("A1:C1", "Заголовок")
        sheet.merge_range("B3:B5", 12)

    sheet = read_sheet(written(fill))
    assert set(sheet.merged) == {Area(1, 1, 1, 3), Area(3, 2, 5, 2)}
    assert sheet.value(3, 2) == 12


def test_sheets_in_order_with_their_visibility_charts_left_out():
    def fill(workbook, sheet):
        sheet.write(0, 0, 1)
        workbook.add_chartsheet("Диаграмма")
        workbook.add_worksheet("Скрытый").hide()
        workbook.add_worksheet("Глубоко").very_hidden()
        workbook.add_worksheet("Последний").write(0, 0, 2)

    sheets = open_grid(written(fill), "a.xlsx").sheets
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [
        ("Лист1", False), ("Скрытый", True), ("Глубоко", True), ("Последний", False),
    ]  # fmt: skip
    assert sheets[3].rows == [[2]]


def test_formulas_with_values_without_them_and_shared_ones():
    sheet = read_sheet(
        make_xlsx(
            '<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>17</v></c><c r="B1"><f>A1*2</f></c>'
            '<c r="C1"><f>A1*3</f><v></v></c><c r="D1"><f>A1*4</f><v/></c>'
            '<c r="E1" t="str"><f>IF(A1,"","x")</f><v></v></c><c r="F1" t="str"><f>"да"</f><v>да</v></c></row>'
            '<row r="2"><c r="A2"><f t="shared" ref="A2:A4" si="0">B2+1</f><v>5</v></c></row>'
            '<row r="3"><c r="A3"><f t="shared" si="0"/><v>6</v></c></row>'
            '<row r="4"><c r="A4"><f t="shared" si="0"/></c></row>'
        )
    )
    assert sheet.rows == [[17, None, None, None, None, "да"], [5, *[None] * 5], [6, *[None] * 5], []]
    assert sheet.formulas == {
        (1, 1): "SUM(B1:B9)", (1, 2): "A1*2", (1, 3): "A1*3", (1, 4): "A1*4", (1, 5): 'IF(A1,"","x")', (1, 6): '"да"',
        (2, 1): "B2+1", (3, 1): "B2+1", (4, 1): "B2+1",
    }  # fmt: skip
    assert sheet.unvalued_formulas == {(1, 2), (1, 3), (1, 4), (4, 1)}


def test_formulas_written_by_openpyxl_have_no_values():
    workbook = openpyxl.Workbook()
    workbook.active["B3"] = "=1+1"
    sheet = read_sheet(saved(workbook))
    assert (sheet.unvalued_formulas, sheet.value(3, 2), len(sheet.rows)) == ({(3, 2)}, None, 3)


def test_errors_stand_as_their_text_whether_typed_or_computed():
    sheet = read_sheet(
        make_xlsx(
            '<row r="2"><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
            '<c r="D2"><v>4</v></c></row><row r="3"><c r="F3" t="e"><f>#REF!</f><v>#REF!</v></c></row>'
        )
    )
    assert sheet.error_cells == {(2, 2): "#REF!", (2, 3): "#DIV/0!", (3, 6): "#REF!"}
    assert [sheet.value(*place) for place in sheet.error_cells] == ["#REF!", "#DIV/0!", "#REF!"]
    assert sheet.formulas == {(2, 3): "1/0", (3, 6): "#REF!"}
    assert not sheet.unvalued_formulas


def test_macros_and_links_to_other_files_are_told_and_left_alone():
    plain = open_grid(make_xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'), "a.xlsx")
    assert (plain.kind, plain.has_macros, plain.has_external_links) == ("xlsx", False, False)
    grid = open_grid(
        make_xlsx(
            '<row r="1"><c r="A1"><f>[1]Свод!A1</f><v>17</v></c></row>',
            parts={"xl/vbaProject.bin": b"\1", "xl/externalLinks/externalLink1.xml": "<externalLink/>"},
        ),
        "a.xlsx",
    )
    assert (grid.kind, grid.has_macros, grid.has_external_links) == ("xlsm", True, True)
    assert (grid.sheets[0].rows, grid.sheets[0].formulas) == ([[17]], {(1, 1): "[1]Свод!A1"})


def test_custom_properties_become_marks():
    workbook = openpyxl.Workbook()
    workbook.custom_doc_props.append(StringProperty(name="cmn_oktmo", value="52654000"))
    workbook.custom_doc_props.append(StringProperty(name="cmn_period", value="2020-11"))
    assert open_grid(saved(workbook), "a.xlsx").marks == {"cmn_oktmo": "52654000", "cmn_period": "2020-11"}


def test_addresses_may_be_left_out():
    sheet = read_sheet(
        make_xlsx(
            '<row><c><v>1</v></c><c/><c t="e"><v>#N/A</v></c></row><row/><row><c><f>1+1</f></c></row>'
            '<row r="6" hidden="true"><c r="C6"><v>7</v></c><c><f>2+2</f></c></row>'
        )
    )
    assert sheet.rows[0][:3] == [1, None, "#N/A"]
    assert (sheet.value(6, 3), sheet.hidden_rows) == (7, {6})
    assert sheet.unvalued_formulas == {(3, 1), (6, 4)}


@pytest.mark.parametrize("prefix", ["x:", "ooo:"])
def test_prefixed_names(prefix):
    name = prefix[:-1]
    rows = (
        f'<{prefix}worksheet xmlns:{name}="{XLSX_SPACE}"><{prefix}sheetData>'
        f'<{prefix}row r="2" hidden="1">'
        f'<{prefix}c r="A2"><{prefix}f>1+1</{prefix}f><{prefix}v>2</{prefix}v></{prefix}c>'
        f'<{prefix}c r="B2" t="s"><{prefix}v>0</{prefix}v></{prefix}c></{prefix}row></{prefix}sheetData>'
        f'<{prefix}mergeCells><{prefix}mergeCell ref="A2:A3"/></{prefix}mergeCells></{prefix}worksheet>'
    )
    content = make_xlsx("", strings="<si><t>слово</t></si>", parts={"xl/worksheets/sheet1.xml": rows})
    sheet = read_sheet(content)
    assert sheet.rows == [[], [2, "слово"]]
    assert (sheet.formulas, sheet.hidden_rows, sheet.merged) == ({(2, 1): "1+1"}, {2}, (Area(2, 1, 3, 1),))


def test_strict_workbook():
    sheet = read_sheet(
        make_xlsx(
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="d"><v>2020-11-23T00:00:00</v></c>'
            '<c r="C1"><f>1+1</f><v>2</v></c></row>',
            space=STRICT,
            strings="<si><t>слово</t></si>",
        )
    )
    assert (sheet.rows, sheet.formulas) == ([["слово", date(2020, 11, 23), 2]], {(1, 3): "1+1"})


def test_strings_inline_rich_phonetic_and_escaped():
    sheet = read_sheet(
        make_xlsx(
            '<row r="1"><c r="A1" t="inlineStr"><is><r><t>раз</t></r><r><t xml:space="preserve"> два</t></r></is></c>'
            '<c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>',
            strings="<si><r><t>три</t></r><rPh><t>фон</t></rPh></si><si><t>строка_x000D_\nдва</t></si>"
            "<si><t>не_x005F_x000D_знак</t></si>",
        )
    )
    assert sheet.rows == [["раз два", "три", "строка\r\nдва", "не_x000D_знак"]]


def test_book_of_1904_by_hand():
    rows = '<row r="1"><c r="A1" s="1"><v>42696</v></c></row>'
    assert read_sheet(make_xlsx(rows, settings='<workbookPr date1904="1"/>')).rows == [[date(2020, 11, 23)]]
    assert read_sheet(make_xlsx(rows)).rows == [[date(2016, 11, 22)]]


def test_second_reader_is_tried_where_the_first_fails():
    """A sheet in UTF-16 is empty for calamine."""
    xml = (
        f'<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="{XLSX_SPACE}"><sheetData><row r="2"><c r="B2" s="1">'
        '<v>44158</v></c><c r="C2" t="inlineStr"><is><t>a_x000D_b</t></is></c><c r="D2" t="e"><v>#N/A</v></c></row>'
        "</sheetData></worksheet>"
    )
    sheet = read_sheet(make_xlsx("", parts={"xl/worksheets/sheet1.xml": xml.encode("utf-16")}))
    assert sheet.rows == [[], [None, date(2020, 11, 23), "a\rb", "#N/A"]]


def test_word_stored_as_a_number_comes_out_as_the_word():
    """calamine gives the whole book up; the cell's own fault is for the reader of the form to tell."""
    content = make_xlsx('<row r="1"><c r="A1"><v>семь</v></c><c r="B1"><v>8</v></c></row>')
    assert read_sheet(content).rows == [["семь", 8]]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (make_xlsx('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'), "values"),
        (make_xlsx('<row r="1"><c r="A1"><v>1</v></row>'), "xml"),
        (make_xlsx('<row r="1"><c r="1A"><f>1</f></c></row>'), "xml"),
        (make_xlsx("", parts={"xl/workbook.xml": "<workbook><sheets/></workbook>"}), "no_sheets"),
    ],
    ids=["lost string", "open tag", "no address", "no sheets"],
)
def test_broken_workbook_is_told_in_what_it_is_broken(content, fault):
    with pytest.raises(UnreadableFile) as raised:
        open_grid(content, "a.xlsx")
    assert (raised.value.code, raised.value.details["fault"]) == ("corrupt_file", fault)


def test_filled_cells_are_counted_the_same_however_they_are_thinned():
    """Runs of plain and empty cells are searched, not parsed: no cell may get lost on the way."""
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c><c r="B{row}" s="1"/><c r="C{row}"><v>{row}</v></c>'
        f'<c r="D{row}" t="e"><v>#N/A</v></c><c r="E{row}"/><c r="F{row}"/></row><row r="{row + 1}" hidden="1"/>'
        for row in range(1, 4000, 2)
    )
    sheet = read_sheet(make_xlsx(rows, strings="<si><t>слово</t></si>"))
    assert len(sheet.rows) == 3999
    assert sheet.rows[3998][:4] == ["слово", None, 3999, "#N/A"]
    assert len(sheet.error_cells) == 2000
    assert not sheet.hidden_rows
