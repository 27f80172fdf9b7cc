"""The reading rules of the expansion form, each by a sheet of its own: (cell, code) and counts."""

from datetime import datetime

import pytest

from cmn_core.intake.cells.grid import Area, CellValue, Sheet
from cmn_core.intake.read_report import Expectation
from cmn_core.period import Period
from tests.intake.expansion_sheets import (
    FIRST,
    FIRST_DATE,
    HEADING,
    PAIR,
    SECOND_DATE,
    A,
    B,
    faults,
    form_sheet,
    read_rows,
    read_sheets,
)

GOOD = [A, 10, 2, 5, "Вектор", PAIR]


def test_clean_form_has_rows_dates_scope_and_no_problem() -> None:
    reading = read_rows([GOOD, [B, 0, 0, 0, None, None]])
    assert faults(reading) == []
    assert (reading.dates, reading.as_of, str(reading.period)) == ((FIRST_DATE, SECOND_DATE), SECOND_DATE, "2020-11")
    assert reading.scope == "municipal"
    assert (reading.totals.organisations, reading.totals.programmes, reading.totals.involved_before) == (2, 1, 10)


@pytest.mark.parametrize(
    ("cell", "count", "code"),
    [
        ("1\u00a0234", 1234, None),
        ("1\u2009234", 1234, None),
        ("\u200b45\u200b", 45, None),
        ("'12", 12, None),
        ("12 чел.", 12, None),
        ("12 человек", 12, None),
        ("17,0", 17, None),
        (17.0, 17, None),
        ("5", 5, None),
        ("-", 0, "dash_as_zero"),
        ("–", 0, "dash_as_zero"),
        ("—", 0, "dash_as_zero"),
        ("нет", 0, "dash_as_zero"),
        (None, None, "missing_count"),
        ("   ", None, "missing_count"),
        (-3, None, "negative_count"),
        ("−3", None, "negative_count"),
        (4.5, None, "not_integer"),
        ("4,5", None, "not_integer"),
        ("двенадцать", None, "not_a_number"),
        ("10-15", None, "not_a_number"),
        ("12/8", None, "not_a_number"),
        ("х", None, "not_a_number"),
        (True, None, "not_a_number"),
        (1e300, None, "not_a_number"),
        (datetime(2020, 10, 1), None, "date_in_count"),
        ("01.10.2020", None, "date_in_count"),
        ("#REF!", None, "formula_error"),
        ("#ДЕЛ/0!", None, "formula_error"),
        (5000, 5000, None),
        (5001, 5001, "implausible_count"),
    ],
)
def test_count_cell(cell: CellValue, count: int | None, code: str | None) -> None:
    reading = read_rows([[A, 1, cell, 3, "Вектор", PAIR]])
    assert faults(reading) == ([(f"C{FIRST}", code)] if code else [])
    assert reading.rows[0].added_mentors == count


def test_formulas_without_value_and_with_error_are_told_at_their_cells() -> None:
    reading = read_rows(
        [[A, None, "#REF!", 3, "Вектор", PAIR]],
        unvalued_formulas=frozenset({(FIRST, 2)}),
        error_cells={(FIRST, 3): "#REF!"},
    )
    assert faults(reading) == [(f"B{FIRST}", "formula_no_cached_value"), (f"C{FIRST}", "formula_error")]


def test_titles_captions_numbers_totals_and_signatures_are_no_data() -> None:
    reading = read_rows(
        [
            ["1", "2", "3", "4", "5", "6"],
            ["Городские школы"],
            GOOD,
            ["Итого по городу", 10, 2, 5],
            [],
            [*HEADING[2]],
            [*HEADING[3]],
            ["Сельские школы"],
            [B, 4, 0, 1, "Вектор", PAIR],
            ["ВСЕГО ПО РАЙОНУ:", 14, 2, 6],
            ["* обучающийся учитывается один раз"],
            ["Директор", None, None, None, "И. И. Сидорова"],
            ["Исполнитель: методист, тел. 8 (38155) 00-000"],
        ]
    )
    assert [row.row for row in reading.rows] == [FIRST + 2, FIRST + 8]
    assert faults(reading, infos=False) == []


def test_a_person_under_the_table_is_told_of_and_not_kept() -> None:
    reading = read_rows([GOOD, ["Исполнитель: Сидорова Анна Петровна, тел. 8 900 000-00-00"]])
    assert faults(reading) == [(f"A{FIRST + 1}", "personal_data")]
    assert "Сидорова" not in repr(reading)


def test_totals_are_compared_with_their_rows() -> None:
    reading = read_rows(
        [
            ["Городские школы"],
            GOOD,
            ["Итого", 10, 3, 5],
            ["Сельские школы"],
            [B, 4, 1, 1, "Вектор", PAIR],
            ["Итого", 4, 1, 1],
            ["Всего", 14, 3, 7],
        ]
    )
    assert faults(reading) == [(f"C{FIRST + 2}", "total_mismatch"), (f"D{FIRST + 6}", "total_mismatch")]


def test_blank_unreadable_or_uncomparable_totals_are_silent() -> None:
    reading = read_rows(
        [[A, "x", 2, 5, "Вектор", PAIR], ["Итого", 99, "много", None]], unvalued_formulas=frozenset({(FIRST + 1, 4)})
    )
    assert faults(reading) == [(f"B{FIRST}", "not_a_number")]


def test_merged_counts_stand_once_and_merged_names_are_repeated() -> None:
    reading = read_rows(
        [[A, 10, 2, 5, "Вектор", PAIR], [None, None, None, None, "Старт", "учитель – учитель"]],
        merged=[Area(FIRST, column, FIRST + 1, column) for column in (1, 2, 3, 4)],
    )
    assert faults(reading) == []
    assert [(row.organisation, row.involved_before) for row in reading.rows] == [(A, 10), (A, None)]
    assert reading.totals.involved_before == 10


def test_a_count_merged_over_two_organisations_is_missing_for_the_second() -> None:
    reading = read_rows(
        [[A, 10, 2, 5, "Вектор", PAIR], [B, None, 1, 1, "Старт", PAIR]], merged=[Area(FIRST, 2, FIRST + 1, 2)]
    )
    assert faults(reading) == [(f"B{FIRST + 1}", "missing_count")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([None, None, None, None, "Старт", PAIR], [(f"A{FIRST + 1}", "continued_row")]),
        ([A, None, None, None, "Старт", PAIR], [(f"A{FIRST + 1}", "continued_row")]),
        ([A, None, None, None, "Вектор", PAIR], [(f"{letter}{FIRST + 1}", "missing_count") for letter in "BCD"]),
        ([B, None, None, None, "Старт", PAIR], [(f"{letter}{FIRST + 1}", "missing_count") for letter in "BCD"]),
        ([A, None, 1, 1, "Старт", PAIR], [
            (f"A{FIRST + 1}", "same_org_other_programme"), (f"B{FIRST + 1}", "missing_count")]),
        ([None, 1, 2, 3, "Старт", PAIR], [(f"A{FIRST + 1}", "missing_org")]),
    ],
)  # fmt: skip
def test_continued_rows(row: list[CellValue], expected: list[tuple[str, str]]) -> None:
    assert faults(read_rows([GOOD, row])) == expected


def test_blank_rows_inside_do_not_end_the_table() -> None:
    assert [row.row for row in read_rows([GOOD, [], [], [B, 1, 1, 1, "Вектор", PAIR]]).rows] == [FIRST, FIRST + 3]


@pytest.mark.parametrize(
    ("row", "code", "involved"),
    [
        (GOOD, "duplicate_org", 20),
        ([A, 11, 2, 5, "Вектор", PAIR], "duplicate_org", 21),
        ([A, 3, 2, 5, "Старт", PAIR], "same_org_other_programme", 13),
        ([A, 10, 2, 5, "Старт", PAIR], "same_org_other_programme", 10),
        (["муниципальное бюджетное общеобразовательное учреждение «Первая СОШ»", 3, 2, 5, "Старт", PAIR],
         "same_org_other_programme", 13),
    ],
)  # fmt: skip
def test_the_same_organisation_twice(row: list[CellValue], code: str, involved: int) -> None:
    reading = read_rows([GOOD, row])
    assert faults(reading) == [(f"A{FIRST + 1}", code)]
    assert reading.totals.involved_before == involved


def test_another_legal_form_is_another_organisation() -> None:
    assert faults(read_rows([GOOD, ["МКОУ «Первая СОШ»", 10, 2, 5, "Вектор", PAIR]])) == []


@pytest.mark.parametrize(
    ("form", "code", "kind"),
    [
        ("Ученик-ученик", None, "pupil_pupil"),
        ("обучающийся — обучающийся", None, "pupil_pupil"),
        ("педагог – педагог", None, "teacher_teacher"),
        ("студент – студент", "own_form", "own"),
        ("работодатель – команда", "own_form", "own"),
        ("уч.-уч.", "unknown_form", "own"),
        (None, "unknown_form", "unnamed"),
        ("-", "unknown_form", "unnamed"),
    ],
)
def test_forms(form: str | None, code: str | None, kind: str) -> None:
    reading = read_rows([[A, 1, 1, 1, "Вектор", form]])
    assert faults(reading) == ([(f"F{FIRST}", code)] if code else [])
    assert reading.rows[0].form_code == kind


def test_suspicious_texts_are_told_and_kept() -> None:
    reading = read_rows([["МБОУ «Первaя СОШ»", 1, 1, 1, "=HYPERLINK(1)", PAIR]])
    assert faults(reading) == [(f"A{FIRST}", "mixed_script"), (f"E{FIRST}", "formula_injection_text")]
    assert reading.rows[0].programme == "=HYPERLINK(1)"


def test_a_dash_is_no_programme() -> None:
    reading = read_rows([[A, 0, 0, 0, "-", "нет"], [B, 1, 1, 1, "–", PAIR]])
    assert faults(reading) == []
    assert [(row.programme, row.form_code) for row in reading.rows] == [(None, "unnamed"), (None, "pupil_pupil")]
    assert reading.totals.programmes == 0


def test_a_column_of_people_is_told_of_and_not_read() -> None:
    heading = [*HEADING[:2], [*HEADING[2], "ФИО наставника"], HEADING[3]]
    reading = read_sheets(form_sheet([[*GOOD, "Петрова Анна Ивановна"]], heading=heading))
    assert faults(reading) == [("G3", "personal_data")]
    assert "Петрова" not in repr(reading)


def test_hidden_rows_are_read_and_told_once() -> None:
    reading = read_rows([GOOD, [B, 1, 1, 1, "Вектор", PAIR]], hidden_rows=frozenset({FIRST + 1}))
    assert faults(reading) == [(f"A{FIRST + 1}", "hidden_rows")]
    assert len(reading.rows) == 2


def test_hidden_sheets_are_not_read() -> None:
    hidden = form_sheet([[B, 1, 1, 1, "Вектор", PAIR]], name="Черновик", hidden=True)
    reading = read_sheets(form_sheet([GOOD]), hidden)
    assert [(item.sheet, item.cell, item.code) for item in reading.problems] == [("Черновик", None, "hidden_sheet")]
    assert len(reading.rows) == 1


def test_the_form_on_two_sheets_is_read_from_both_and_may_be_left_out() -> None:
    second = form_sheet([[B, 1, 1, 1, "Вектор", PAIR]], name="Лист2")
    assert faults(read_sheets(form_sheet([GOOD]), second)) == [(None, "ambiguous_sheet")]
    left_out = Expectation(left_out_sheets=frozenset({"Лист2"}))
    assert faults(read_sheets(form_sheet([GOOD]), second, expected=left_out)) == []


def test_external_links_are_told_at_the_formula() -> None:
    reading = read_rows([GOOD], formulas={(FIRST, 2): "[1]Лист1!B7"})
    assert faults(reading) == [(f"B{FIRST}", "external_link")]


def test_empty_form_and_wrong_form() -> None:
    empty = read_rows([])
    assert [(item.sheet, item.cell, item.code) for item in empty.problems] == [("Лист1", None, "empty_form")]
    heading: list[list[CellValue]] = [
        ["Приказ"],
        ["Организация", "Программа", "Форма", "Наставников"],
        ["МБОУ", 1, 2, 3],
    ]
    wrong = read_sheets(Sheet("Лист1", heading))
    assert faults(wrong) == [("A2", "wrong_form")]
    assert faults(read_sheets(Sheet("Лист1", [["Прайс-лист"]]))) == [(None, "wrong_form")]


def test_asked_district_and_period_are_compared() -> None:
    title: list[list[CellValue]] = [
        ["Комитет по образованию администрации Калачинского муниципального района"],
        *HEADING[1:],
    ]
    asked = Expectation(district="52654000", period=Period(2020, 10))
    reading = read_sheets(form_sheet([GOOD], heading=title), expected=asked)
    assert reading.district == "52618000"
    assert [item.code for item in reading.problems] == ["wrong_district", "period_mismatch"]


@pytest.mark.parametrize(
    ("above", "before", "added", "dates"),
    [
        ([], "на 1 октября 2020 года", "на 23 ноября 2020 г.", ["2020-10-01", "2020-11-23"]),
        ([["Утверждаю"], ["Директор"], ["15.11.2020"], []], "", "", []),
        ([["на дату"], [datetime(2020, 10, 1)], [datetime(2020, 11, 23)]], "", "", ["2020-10-01", "2020-11-23"]),
        ([["Приложение к письму от 12.11.2020 № 5"], ["на 23.11.2020"]], "", "", ["2020-11-23"]),
        ([], "на 01.10.20", "на 23.11.20", ["2020-10-01", "2020-11-23"]),
    ],
)  # fmt: skip
def test_dates(above: list[list[CellValue]], before: str, added: str, dates: list[str]) -> None:
    heading: list[list[CellValue]] = [
        *above,
        ["Наименование организации", f"Привлечено в программы {before}, чел.", f"Привлечено дополнительно {added}",
         None, "Программа", None],
        [None, None, "наставников", "наставляемых", "Наименование программы", "Форма"],
    ]  # fmt: skip
    reading = read_sheets(Sheet("Лист1", [*heading, GOOD]))
    assert [day.isoformat() for day in reading.dates] == dates
    assert reading.as_of == (reading.dates[-1] if dates else None)
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("caption", "scope"),
    [
        ("Наименование государственной образовательной организации", "state"),
        ("Наименование муниципальной образовательной организации", "municipal"),
        ("Наименование образовательной организации", "all"),
    ],
)
def test_scope_comes_from_the_heading(caption: str, scope: str) -> None:
    heading = [["Комитет образования Тарского муниципального района"], [], [caption, *HEADING[2][1:]], HEADING[3]]
    assert read_sheets(form_sheet([GOOD], heading=heading)).scope == scope
