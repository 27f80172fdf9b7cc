"""The cross-checks of the monthly form: each with the numbers just in order and just out of it, at its cell."""

import pytest

from cmn_core.intake.cells.grid import Area, CellValue
from cmn_core.reference.monthly_rules import ORGANISATION_RULES, PARTICIPATION_RULES, PROGRAMME_RULES
from tests.intake.monthly_sheets import (
    CENTRE,
    FIRST,
    MONTHLY,
    PROGRAMME,
    SCHOOL,
    A,
    B,
    at,
    changed,
    faults,
    organisations_sheet,
    programmes_sheet,
    read_month,
    read_sheets,
)

Changes = dict[str, CellValue]
PROGRAMMES = MONTHLY.programmes


@pytest.mark.parametrize(
    ("field", "fits", "breaks", "told"),
    [
        ("pupils_15_19", 300, 301, ("300", "301", "«из обучающихся 15–19»", "«Обучающихся 10–19»")),
        ("mentors_15_19", 12, 13, ("12", "13", "«из наставников 15–19»", "«Наставников 10–19»")),
        ("young_mentees", 4, 5, ("4", "5", "«Молодых специалистов-наставляемых»", "«Молодых специалистов»")),
        ("satisfied_mentees", 20, 21, ("20", "21", "«Удовлетворены, наставляемые»", "«Опрошено наставляемых»")),
        ("satisfied_mentors", 10, 11, ("10", "11", "«Удовлетворены, наставники»", "«Опрошено наставников»")),
        ("surveyed_mentees", 40, 41, ("40", "41", "«Опрошено наставляемых»", "«Наставляемых» во всех программах")),
        ("surveyed_mentors", 14, 15, ("14", "15", "«Опрошено наставников»", "«Наставников» во всех программах")),
        ("mentees", 38, 39, ("38", "39", "«Наставляемых 10–19»", "«из наставляемых 10–19» во всех программах")),
        ("involved", 47, 48, ("47", "48", "«Вовлечено»", "«Наставляемых 10–19» и «Наставников 10–19» вместе")),
        ("involved", 35, 34, ("35", "34", "«Вовлечено»", "меньше, чем «Наставляемых 10–19»")),
    ],
)  # fmt: skip
def test_number_of_an_organisation(field: str, fits: int, breaks: int, told: tuple[str, ...]) -> None:
    assert faults(read_month([{**SCHOOL, field: fits}])) == []
    reading = read_month([{**SCHOOL, field: breaks}])
    assert faults(reading) == [("Организации", at(field), "cross_check")]
    assert not reading.can_be_saved
    assert all(words in reading.problems[0].message for words in told)


def test_mentees_and_mentors_are_among_the_pupils() -> None:
    small: Changes = {"pupils_10_19": 34, "pupils_15_19": 20, "involved": 35}
    reading = read_month([{**SCHOOL, **small}], [{**PROGRAMME, "mentees_10_19": 34}])
    assert faults(reading) == [
        ("Организации", at("involved"), "implausible_count"),
        ("Организации", at("mentees"), "cross_check"),
        ("Организации", at("mentees"), "cross_check"),
    ]
    assert "«Обучающихся 10–19» (34)" in reading.problems[1].message
    mentors: Changes = {"pupils_10_19": 11, "pupils_15_19": 7, "mentees": 0, "involved": 12}
    reading = read_month([{**SCHOOL, **mentors}], [{**PROGRAMME, "mentees_10_19": 0}])
    assert ("Организации", at("mentors"), "cross_check") in faults(reading)


def test_part_of_a_programme_is_not_over_its_whole() -> None:
    reading = read_month(programmes=[{**PROGRAMME, "mentees_10_19": 41}])
    (problem,) = reading.problems
    assert (problem.sheet, problem.cell, problem.code) == (
        "Программы", at("mentees_10_19", layout=PROGRAMMES), "cross_check",
    )  # fmt: skip
    assert "«из наставляемых 10–19» 41" in problem.message
    assert "«Наставляемых» (40)" in problem.message


def test_participations_are_summed_over_all_rows_of_the_organisation_however_it_is_spelled() -> None:
    parts = [
        {**PROGRAMME, "mentees": 15, "mentees_10_19": 15, "mentors": 6},
        {**PROGRAMME, "programme": "Шаг", "mentees": 20, "mentees_10_19": 20, "mentors": 4,
         "organisation": "муниципальное бюджетное общеобразовательное учреждение «Первая СОШ»"},
    ]  # fmt: skip
    assert faults(read_month([SCHOOL], parts)) == []
    assert faults(read_month([{**SCHOOL, "surveyed_mentors": 11}], parts)) == [
        ("Организации", at("surveyed_mentors"), "cross_check")
    ]


@pytest.mark.parametrize("cell", [None, "много", -1])
def test_a_rule_with_an_unreadable_number_is_passed_over(cell: CellValue) -> None:
    within = read_month([{**SCHOOL, "mentees": cell}])
    assert {fault[1] for fault in faults(within)} == {at("mentees")}
    assert "cross_check" not in {fault[2] for fault in faults(within)}
    between = read_month(programmes=[{**PROGRAMME, "mentees_10_19": cell}])
    assert {fault[1] for fault in faults(between)} == {at("mentees_10_19", layout=PROGRAMMES)}


def test_a_count_merged_over_two_programmes_stands_once_in_the_sum() -> None:
    rows = [PROGRAMME, {**PROGRAMME, "programme": "Шаг", "mentors": None, "mentees": None, "mentees_10_19": None}]
    merged = [Area(FIRST, column, FIRST + 1, column) for column in (1, 5, 6, 7)]
    programmes = changed(programmes_sheet(rows), merged=tuple(merged))
    reading = read_sheets(organisations_sheet([{**SCHOOL, "surveyed_mentees": 41}]), programmes)
    assert faults(reading) == [("Организации", at("surveyed_mentees"), "cross_check")]
    assert "(40)" in reading.problems[0].message
    assert [(row.organisation, row.mentees) for row in reading.programmes] == [(A, 40), (A, None)]


def test_an_organisation_with_programmes_only_is_told_with_the_likest_name() -> None:
    reading = read_month([SCHOOL], [{**PROGRAMME, "organisation": "МБОУ «Перавя СОШ»"}])
    assert faults(reading) == [("Программы", at("organisation", layout=PROGRAMMES), "cross_check")]
    assert "Похожа на «МБОУ «Первая СОШ»." in reading.problems[0].message
    stranger = read_month([CENTRE], [{**PROGRAMME, "organisation": "МКОУ «Дальняя ООШ»"}])
    (problem,) = stranger.problems
    assert (problem.code, problem.value) == ("cross_check", "МКОУ «Дальняя ООШ»")
    assert "Похожа" not in problem.message


def test_programmes_without_a_name_do_not_make_the_row_above_wrong() -> None:
    rows = [{**PROGRAMME, "mentees": 15, "mentees_10_19": 15}, {**PROGRAMME, "organisation": None, "programme": "Шаг"}]
    assert faults(read_month([SCHOOL], rows)) == [
        ("Программы", at("organisation", FIRST + 1, PROGRAMMES), "missing_org")
    ]


def test_an_organisation_stands_once() -> None:
    twice = {**SCHOOL, "organisation": "МБОУ Первая средняя общеобразовательная школа"}
    reading = read_month([SCHOOL, CENTRE, twice])
    assert faults(reading) == [("Организации", at("organisation", FIRST + 2), "duplicate_org")]
    assert f"уже есть в строке {FIRST}" in reading.problems[0].message


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, ["duplicate_org"]),
        ({"mentors": 1}, ["duplicate_org"]),
        ({"role_model": "равный – равному"}, []),
        ({"partner": "АО «Завод»"}, []),
        ({"mentoring_form": "студент – ученик"}, []),
        ({"programme": "Шаг"}, []),
        ({"organisation": B}, []),
    ],
)
def test_a_programme_stands_once_under_its_form_role_model_and_partner(changes: Changes, codes: list[str]) -> None:
    reading = read_month([SCHOOL, CENTRE], [PROGRAMME, {**PROGRAMME, "mentees": 10, "mentees_10_19": 9, **changes}])
    cell = at("organisation", FIRST + 1, PROGRAMMES)
    assert faults(reading) == [("Программы", cell, code) for code in codes]


def test_every_rule_speaks_of_columns_of_the_form() -> None:
    organisations = {column.field for column in MONTHLY.organisations.columns}
    programmes = {column.field for column in PROGRAMMES.columns}
    for rule in ORGANISATION_RULES:
        assert {rule.field, *rule.others} <= organisations
    for rule in PROGRAMME_RULES:
        assert {rule.field, *rule.others} <= programmes
    for rule in PARTICIPATION_RULES:
        assert rule.field in organisations
        assert set(rule.others) <= programmes
