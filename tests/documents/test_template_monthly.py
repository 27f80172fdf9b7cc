"""The monthly template: what is filled in, what may be typed, what is locked, the hints, and the marks inside."""

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from cmn_core.documents.monthly_form.form_table import LAST_ROW
from cmn_core.documents.monthly_form.prefilled import Prefilled, PrefilledOrganisation, PrefilledProgramme
from cmn_core.documents.template_monthly import SPARE_ORGANISATIONS, SPARE_PROGRAMMES, write_monthly_template
from cmn_core.intake.marks import GUIDE_SHEET, LISTS_SHEET, MARKS_SHEET
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from tests.documents.office import convert, needs_office

REFERENCE = shipped_reference()
SCHOOL, CENTRE = "МБОУ «Тарская СОШ № 2»", "=МБУ ДО «Тарский центр»"
PREFILLED = Prefilled(
    (PrefilledOrganisation(SCHOOL, "ООО", 420, 150, 4), PrefilledOrganisation(CENTRE, "ОДО")),
    (
        PrefilledProgramme(
            SCHOOL, "Агрокласс", "Работодатель – ученик", "работодатель – будущий студент", "ООО «Нива»",
            date(2020, 9, 1),
        ),
    ),
)  # fmt: skip
PEOPLE, PROGRAMMES = "Организации", "Программы"


def write(prefilled=PREFILLED, district="Тарский"):
    return write_monthly_template(
        REFERENCE,
        period=Period(2020, 11),
        district=REFERENCE.region.find_district(district) if district else None,
        prefilled=prefilled,
    )


@pytest.fixture(scope="module")
def workbook():
    return load_workbook(BytesIO(write()))


def values(sheet, row):
    return [cell.value for cell in sheet[row]]


def test_sheets_stand_in_order_with_the_service_ones_last(workbook):
    assert workbook.sheetnames == [PEOPLE, PROGRAMMES, GUIDE_SHEET, LISTS_SHEET, MARKS_SHEET]
    assert [workbook[name].sheet_state for name in workbook.sheetnames] == [*["visible"] * 3, *["hidden"] * 2]


@pytest.mark.parametrize("name", [PEOPLE, PROGRAMMES])
def test_heading_says_what_where_and_when(workbook, name):
    sheet = workbook[name]
    assert sheet["A1"].value == "Ежемесячный отчёт о внедрении Целевой модели наставничества на 01.12.2020"
    assert sheet["A2"].value == "Тарский муниципальный район Омской области"


def test_captions_are_those_of_the_layout_with_the_threshold(workbook):
    assert values(workbook[PEOPLE], 4) == [
        "Организация", "Вид (ООО/ОДО/СПО)", "Обучающихся 10–19", "из них 15–19", "Молодых специалистов (0–3 года)",
        "Вовлечено 10–19 всего, каждый один раз", "Наставляемых 10–19", "Наставников 10–19", "из них 15–19",
        "Молодых специалистов-наставляемых", "Опрошено наставляемых", "из них удовлетворены (оценка 7 и выше)",
        "Опрошено наставников", "из них удовлетворены (оценка 7 и выше)",
    ]  # fmt: skip
    assert values(workbook[PROGRAMMES], 4) == [
        "Организация", "Программа", "Форма", "Ролевая модель", "Наставников", "Наставляемых", "из них 10–19",
        "Предприятие-партнёр", "Дата начала",
    ]  # fmt: skip


def test_what_is_known_stands_as_it_is_and_nothing_is_counted_yet(workbook):
    people, programmes = workbook[PEOPLE], workbook[PROGRAMMES]
    assert values(people, 5) == [SCHOOL, "ООО", 420, 150, 4, *[None] * 9]
    assert values(people, 6) == [CENTRE, "ОДО", *[None] * 12]
    assert people["A6"].data_type == "s"
    assert people.max_row == 4 + 2 + SPARE_ORGANISATIONS
    assert values(programmes, 5) == [
        SCHOOL, "Агрокласс", "Работодатель – ученик", "работодатель – будущий студент", None, None, None,
        "ООО «Нива»", datetime(2020, 9, 1),
    ]  # fmt: skip
    assert programmes.max_row == 4 + 1 + SPARE_PROGRAMMES


def test_heading_is_locked_and_every_other_cell_open(workbook):
    for name in (PEOPLE, PROGRAMMES):
        sheet = workbook[name]
        assert sheet.protection.sheet
        assert not sheet.protection.password
        # False: the protection does not forbid it.
        allowed = ("sort", "insertRows", "deleteRows", "formatColumns", "formatRows", "autoFilter")
        assert not [action for action in allowed if getattr(sheet.protection, action)]
        assert all(cell.protection.locked for cell in sheet[4])
        assert not [cell.coordinate for row in sheet.iter_rows(min_row=5) for cell in row if cell.protection.locked]
        # Below the drawn rows.
        assert not sheet.column_dimensions["A"].protection.locked
        assert sheet.freeze_panes == "B5"


def test_a_row_can_be_deleted_for_no_cell_right_of_the_table_is_locked():
    with ZipFile(BytesIO(write())) as package:
        styles = package.read("xl/styles.xml").decode()
    # What a cell without a style of its own has.
    first = re.search(r"<cellXfs.*?>(<xf .*?</xf>)", styles)
    assert first is not None
    assert '<protection locked="0"/>' in first[1]


def rules(sheet):
    return {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}


def test_cells_take_whole_numbers_kinds_and_dates(workbook):
    people, programmes = rules(workbook[PEOPLE]), rules(workbook[PROGRAMMES])
    for letter in "CDEFGHIJKLMN":
        rule = people[f"{letter}5:{letter}{LAST_ROW + 1}"]
        assert (rule.type, rule.operator, rule.formula1) == ("whole", "greaterThanOrEqual", "0")
        assert rule.error == "Впишите целое число, 0 или больше, без слов и дробей."
    assert people[f"B5:B{LAST_ROW + 1}"].formula1 == '"ООО,ОДО,СПО"'
    day = programmes[f"I5:I{LAST_ROW + 1}"]
    assert (day.type, day.errorStyle) == ("date", "warning")
    assert day.error == "Впишите день, месяц и год, например 01.09.2020, не позже 01.12.2020."


def test_marks_stand_in_the_properties_and_on_the_hidden_sheet(workbook):
    marks = {"cmn_layout": "monthly", "cmn_version": "1", "cmn_oktmo": "52654000", "cmn_period": "2020-11"}
    assert {item.name: item.value for item in workbook.custom_doc_props.props} == marks
    assert {row[0].value: row[1].value for row in workbook[MARKS_SHEET].iter_rows()} == marks


def test_prints_on_a4_landscape_one_page_wide_with_the_heading_on_every_page(workbook):
    for name in (PEOPLE, PROGRAMMES):
        sheet = workbook[name]
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$4:$4"


def test_without_a_municipality_nothing_is_filled_in():
    workbook = load_workbook(BytesIO(write(None, None)))
    assert workbook[PEOPLE]["A2"].value == REFERENCE.region.facts.name
    assert not [cell.value for row in workbook[PEOPLE].iter_rows(min_row=5) for cell in row if cell.value]
    assert "cmn_oktmo" not in {item.name for item in workbook.custom_doc_props.props}


ANSWERS = "AA"
"""A column that the template leaves free."""


def ask_office(content, formulas, folder):
    """Return what LibreOffice makes of formulas on the first sheet."""
    workbook = load_workbook(BytesIO(content))
    for row, formula in enumerate(formulas, start=1):
        workbook[PEOPLE][f"{ANSWERS}{row}"] = formula
    buffer = BytesIO()
    workbook.save(buffer)
    saved = convert(buffer.getvalue(), "шаблон.xlsx", "xlsx", folder)
    sheet = load_workbook(BytesIO(saved), data_only=True)[PEOPLE]
    return [sheet[f"{ANSWERS}{row}"].value for row in range(1, len(formulas) + 1)]


def drop_down(workbook, letter, form=None):
    """Return the list behind a cell of «Программы», with the cell of the form set to a form's words."""
    source = rules(workbook[PROGRAMMES])[f"{letter}5:{letter}{LAST_ROW + 1}"].formula1
    return source.replace("$C5", f'"{form}"') if form else source


@pytest.mark.office
@needs_office
def test_lists_offer_the_organisations_and_the_role_models_of_the_form(workbook, tmp_path):
    organisations = drop_down(workbook, "A")
    formulas = [f"=ROWS({organisations})", f"=INDEX({organisations},2)"]
    expected = [2, CENTRE]
    for form in REFERENCE.forms.federal:
        models = drop_down(workbook, "D", form.label)
        formulas += [f"=ROWS({models})", f"=INDEX({models},ROWS({models}))"]
        expected += [len(form.role_models), form.role_models[-1].label]
    other = drop_down(workbook, "D", "студент – команда")
    formulas.append(f"=ROWS({other})")
    expected.append(len({model.label for form in REFERENCE.forms.federal for model in form.role_models}))
    assert ask_office(write(), formulas, tmp_path) == expected


# Cell of «Организации» → what is typed there, and what of its neighbours; then whether the amber hint shows.
DOUBTS = [
    ("G5", {"G5": 421}, True),
    ("G5", {"G5": 420}, False),
    ("D5", {"D5": 421}, True),
    ("I5", {"H5": 10, "I5": 11}, True),
    ("J5", {"J5": 5}, True),
    ("L5", {"K5": 10, "L5": 11}, True),
    ("N5", {"M5": 10, "N5": 10}, False),
    ("F5", {"F5": 31, "G5": 20, "H5": 10}, True),
    ("F5", {"F5": 30, "G5": 20, "H5": 10}, False),
    ("F5", {"F5": 19, "G5": 20, "H5": 10}, True),
]


@pytest.mark.office
@needs_office
def test_hints_show_where_numbers_cannot_stand_together(workbook, tmp_path):
    sheet = workbook[PEOPLE]
    hints = {
        str(area.sqref)[0]: [rule.formula[0] for rule in area.rules if "ISNUMBER" in rule.formula[0]]
        for area in sheet.conditional_formatting
    }
    formulas = []
    for cell, typed, _ in DOUBTS:
        formula = f"OR({','.join(hints[cell[0]])})"
        given = {"A5": f'"{SCHOOL}"', "C5": 420, "E5": 4, **typed}
        for address, value in given.items():
            formula = formula.replace(f"${address}", str(value))
        formulas.append(f"={formula}")
    assert ask_office(write(), formulas, tmp_path) == [shown for _, _, shown in DOUBTS]
