"""The expansion template: the seed's words, what is filled in, what may be typed, and the marks inside."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from cmn_core.documents.template_expansion import SPARE_ROWS, write_expansion_template
from cmn_core.intake.marks import GUIDE_SHEET, MARKS_SHEET
from cmn_core.period import Period
from cmn_core.reference import shipped_reference

REFERENCE = shipped_reference()
DATES = (date(2020, 10, 1), date(2020, 11, 23))


def write(organisations=(), scope="state", district="Тарский"):
    content = write_expansion_template(
        REFERENCE,
        district=REFERENCE.region.find_district(district) if district else None,
        organisations=organisations,
        scope=scope,
        dates=DATES,
        period=Period(2020, 11),
    )
    return load_workbook(BytesIO(content))


def test_state_form_has_the_seeds_exact_wording():
    sheet = write().worksheets[0]
    assert sheet["A1"].value == (
        "Данные о расширении практик наставничества среди обучающихся в государственные образовательные организации "
        "Омской области в возрасте от 10 до 19 лет"
    )
    header = {cell.coordinate: cell.value for row in sheet["A4:F5"] for cell in row if cell.value}
    assert header == {
        "A4": "Наименование государственной образовательной организации",
        "B4": "Привлечено в программы наставничества на 01.10.2020, чел.",
        "C4": "Привлечено дополнительно на 23.11.2020 г.",
        "C5": "Количество вовлеченных обучающихся в возрасте от 10 до 19 лет – наставников, чел.",
        "D5": "Количество вовлеченных обучающихся в возрасте от 10 до 19 лет – наставляемых, чел.",
        "E4": "Программа наставничества",
        "E5": "Наименование программы наставничества",
        "F5": "Форма наставничества",
    }
    assert {str(area) for area in sheet.merged_cells.ranges} >= {"A4:A5", "B4:B5", "C4:D4", "E4:F4"}


@pytest.mark.parametrize(
    ("scope", "heading"),
    [
        ("municipal", "Наименование муниципальной образовательной организации"),
        ("all", "Наименование образовательной организации"),
    ],
)
def test_scope_stands_in_the_heading(scope, heading):
    assert write(scope=scope).worksheets[0]["A4"].value == heading


def test_organisations_stand_as_text_and_nothing_else_is_filled():
    names = ["МБОУ «Школа № 1»", "=1+1", "@СУММ(A1)", "<b>МБОУ</b>"]
    sheet = write(names).worksheets[0]
    rows = list(sheet.iter_rows(min_row=6))
    assert len(rows) == len(names) + SPARE_ROWS
    assert [(row[0].value, row[0].data_type) for row in rows[:4]] == [(name, "s") for name in names]
    assert not [cell.coordinate for row in rows for cell in row[1:] if cell.value is not None]
    assert not [cell.coordinate for row in rows[4:] for cell in row if cell.value is not None]


def test_cells_take_whole_numbers_and_forms_with_own_text_allowed():
    sheet = write(["МБОУ «Школа № 1»"]).worksheets[0]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    last = 5 + 1 + SPARE_ROWS
    counts, forms = rules[f"B6:D{last}"], rules[f"F6:F{last}"]
    assert (counts.type, counts.operator, counts.formula1, counts.errorStyle) == (
        "whole",
        "greaterThanOrEqual",
        "0",
        None,
    )
    assert forms.errorStyle == "information"
    assert forms.formula1.strip('"').split(",") == [form.label for form in REFERENCE.forms.federal]


def test_prints_on_a4_landscape_one_page_wide_with_the_header_on_every_page():
    sheet = write().worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$4:$5"
    assert sheet.freeze_panes == "B6"


def test_marks_stand_in_the_properties_and_on_the_hidden_sheet():
    workbook = write(scope="municipal")
    marks = {
        "cmn_layout": "expansion",
        "cmn_version": REFERENCE.layouts.expansion.version,
        "cmn_oktmo": "52654000",
        "cmn_period": "2020-11",
        "cmn_scope": "municipal",
    }
    assert {item.name: item.value for item in workbook.custom_doc_props.props} == marks
    hidden = workbook[MARKS_SHEET]
    assert hidden.sheet_state == "hidden"
    assert {row[0].value: row[1].value for row in hidden.iter_rows()} == marks
    assert workbook.sheetnames == [REFERENCE.layouts.expansion.sheet, GUIDE_SHEET, MARKS_SHEET]


def test_regions_form_names_the_region_and_no_municipality():
    workbook = write(district=None)
    assert workbook.worksheets[0]["A2"].value == REFERENCE.region.facts.name
    assert "cmn_oktmo" not in {item.name for item in workbook.custom_doc_props.props}
