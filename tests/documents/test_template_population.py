"""The template of «Численность»: every municipality with its ОКТМО as text, and groups left to be filled in."""

from io import BytesIO

from openpyxl import load_workbook

from cmn_core.documents.template_population import write_population_template
from cmn_core.reference import shipped_reference

REFERENCE = shipped_reference()


def test_every_municipality_stands_with_its_oktmo_as_text_and_the_year():
    sheet = load_workbook(BytesIO(write_population_template(REFERENCE, year=2020))).worksheets[0]
    assert [cell.value for cell in sheet[3]] == [
        "Муниципалитет", "ОКТМО", "Год", "Детей 10–19", "Молодёжи 15–19", "Молодых педагогов (0–3 года)",
        "Предприятий", "Источник",
    ]  # fmt: skip
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[:3] for row in rows] == [[d.name, d.oktmo, 2020] for d in REFERENCE.region.districts]
    assert {value for row in rows for value in row[3:]} == {None}


def test_groups_take_whole_numbers_only():
    sheet = load_workbook(BytesIO(write_population_template(REFERENCE, year=2020))).worksheets[0]
    (rule,) = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.type, rule.operator, rule.formula1) == ("D4:G36", "whole", "greaterThanOrEqual", "0")


def test_one_municipality_alone_is_marked_with_its_oktmo():
    omsk = REFERENCE.region.find_district("Омск")
    workbook = load_workbook(BytesIO(write_population_template(REFERENCE, year=2021, district=omsk)))
    assert [cell.value for cell in workbook.worksheets[0][4]][:3] == [omsk.name, "52701000", 2021]
    assert workbook.worksheets[0].max_row == 4
    marks = {item.name: item.value for item in workbook.custom_doc_props.props}
    assert (marks["cmn_layout"], marks["cmn_oktmo"]) == ("population", "52701000")
