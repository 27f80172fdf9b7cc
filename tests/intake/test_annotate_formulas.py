"""Stored values of formulas survive annotation, errors and absent values included."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from cmn_core.intake.annotation.annotate_formulas import carry_formula
from tests.intake.annotate_files import PAIR, TABLE, make_xlsx, repack
from tests.intake.annotated import annotate, opened, places


def with_formulas():
    """Row 9 counts by formulas: a number, an Excel error, and a formula without a stored value; row 10 by texts."""

    def add(workbook, sheet):
        sheet.write_formula("A9", '="МБОУ «Пятая"&" СОШ»"', None, "МБОУ «Пятая СОШ»")
        sheet.write_formula("B9", "=SUM(B5:B8)", None, 100)
        sheet.write_formula("C9", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D9", "=B5+1", None, 77)
        sheet.write_string("E9", "Вместе")
        sheet.write_string("F9", PAIR)
        sheet.write_array_formula("H5:H6", "{=B5:B6*2}", None, 20)
        sheet.write_formula("H9", "=B5>1", None, True)

    content = make_xlsx(add)
    return repack(content, {"xl/worksheets/sheet1.xml": lambda xml: xml.replace("<f>B5+1</f><v>77</v>", "<f>B5+1</f>")})


def test_copy_shows_numbers_to_a_reader_of_stored_values():
    sheet = opened(annotate(with_formulas(), "a.xlsx"), data_only=True)["Лист1"]
    cells = ("A9", "B9", "C9", "D9", "H5", "H9")
    assert [sheet[cell].value for cell in cells] == ["МБОУ «Пятая СОШ»", 100, "#DIV/0!", None, 20, True]


def test_formulas_themselves_are_kept():
    sheet = opened(annotate(with_formulas(), "a.xlsx"))["Лист1"]
    assert [sheet[cell].value for cell in ("B9", "C9", "D9")] == ["=SUM(B5:B8)", "=1/0", "=B5+1"]
    assert (sheet["H5"].value.ref, sheet["H5"].value.text) == ("H5:H6", "=B5:B6*2")


def test_same_problems_before_and_after():
    content = with_formulas()
    found = places(content, "a.xlsx")
    assert {("formula_error", "Лист1", "C9"), ("formula_no_cached_value", "Лист1", "D9")} <= set(found)
    assert places(annotate(content, "a.xlsx"), "copy.xlsx") == found


def test_shared_formulas_keep_the_value_of_each_cell():
    def share(xml):
        first = '<c r="B9"><f t="shared" ref="B9:C9" si="0">B5+B6</f><v>30</v></c>'
        second = '<c r="C9"><f t="shared" si="0"/><v>2</v></c>'
        return xml.replace('<c r="B9"><v>1</v></c><c r="C9"><v>1</v></c>', first + second)

    rows = [*TABLE, ("МБОУ «Пятая СОШ»", 1, 1, 1, "Вместе", PAIR)]
    content = repack(make_xlsx(rows=rows), {"xl/worksheets/sheet1.xml": share})
    copy = annotate(content, "a.xlsx")
    stored, formulas = opened(copy, data_only=True)["Лист1"], opened(copy)["Лист1"]
    assert [stored[cell].value for cell in ("B9", "C9")] == [30, 2]
    assert [formulas[cell].value for cell in ("B9", "C9")] == ["=B5+B6", "=C5+C6"]


def test_stored_text_with_markup_and_shared_string_index_come_back():
    def index(xml):
        return xml.replace('<c r="H5" t="str"><f>A5</f><v>x</v></c>', '<c r="H5" t="s"><f>A5</f><v>0</v></c>')

    def add(workbook, sheet):
        sheet.write_formula("H5", "=A5", None, "x")
        sheet.write_formula("H6", '="<b>"&"&"', None, "<b>&")

    content = repack(make_xlsx(add), {"xl/worksheets/sheet1.xml": index})
    sheet = opened(annotate(content, "a.xlsx"), data_only=True)["Лист1"]
    assert sheet["H5"].value == TABLE[0][0]
    assert sheet["H6"].value == "<b>&"


def test_numbers_that_openpyxl_takes_for_dates_come_back_untouched():
    def add(workbook, sheet):
        sheet.write_number("C7", 44105.123456789, workbook.add_format({"num_format": "dd.mm.yyyy"}))
        sheet.write_number("D6", -5, workbook.add_format({"num_format": "dd.mm.yyyy"}))

    content = make_xlsx(add)
    copy = annotate(content, "a.xlsx")
    assert places(copy, "copy.xlsx") == places(content, "a.xlsx")
    with ZipFile(BytesIO(copy)) as package:
        xml = package.read("xl/worksheets/sheet2.xml").decode()
    assert "<v>44105.123456789</v>" in xml
    assert "<v>-5</v>" in xml


def test_dates_of_a_1904_workbook_stay_the_same_days():
    def add(workbook, sheet):
        sheet.write_datetime("C7", datetime(2020, 10, 1), workbook.add_format({"num_format": "dd.mm.yyyy"}))

    content = make_xlsx(add, options={"date_1904": True})
    copy = annotate(content, "a.xlsx")
    assert load_workbook(BytesIO(copy))["Лист1"]["C7"].value == datetime(2020, 10, 1)
    assert places(copy, "copy.xlsx") == places(content, "a.xlsx")


@pytest.mark.parametrize(
    ("formula", "value", "is_error", "expected"),
    [
        ("SUM(B5:B8)", 100, False, "=SUM(B5:B8)"),
        ("'Лист1'!B5*2", 20, False, "='Лист1'!B5*2"),
        ("Нет!B5", 20, False, '=IF(ISTEXT("Нет!B5"),20)'),
        ("[1]Лист1!B5", 20, False, '=IF(ISTEXT("[1]Лист1!B5"),20)'),
        ("of:=SUM([.B5:.B8])", 100, False, '=IF(ISTEXT("of:=SUM([.B5:.B8])"),100)'),
        ('of:="а"', 'кавычка "', False, '=IF(ISTEXT("of:=""а"""),"кавычка """)'),
        ("of:=[.#REF!]", "#REF!", True, '=IF(ISTEXT("of:=[.#REF!]"),NA())'),
        ("НЕТТАКОЙ(B5)", None, False, '=IF(ISTEXT("НЕТТАКОЙ(B5)"),NA())'),
    ],
)
def test_formula_is_carried_only_where_excel_reads_it(formula, value, is_error, expected):
    assert carry_formula(formula, value, is_error, {"Лист1"}) == expected
