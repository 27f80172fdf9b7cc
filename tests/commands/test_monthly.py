"""`cmn check` and `cmn import` of the monthly form: both tables in one object, its own key, last month beside it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.answers import Cmn, assert_one_line

FILES = Path(__file__).parents[1] / "data" / "monthly"
CLEAN, OCTOBER = FILES / "month_clean.xlsx", FILES / "month_marks.xlsx"
"""The same numbers: of November by the title's words, of October and Тарский by a template's marks."""


def test_check_prints_programmes_as_rows_and_organisations_beside(cmn: Cmn, database: Path) -> None:
    answer = cmn("check", OCTOBER, "--json")
    assert (answer.code, answer.err) == (0, "")
    told = answer.object
    assert list(told) == [
        "file", "layout", "scope", "district", "period", "as_of", "dates", "rows", "organisations", "problems",
        "totals", "seconds",
    ]  # fmt: skip
    assert (told["layout"], told["scope"], told["district"]) == ("monthly", "all", "52654000")
    assert (told["period"], told["as_of"], told["dates"]) == ("2020-10", "2020-11-01", [])
    assert told["rows"][3] == {
        "sheet": "Программы",
        "row": 5,
        "organisation": "БПОУ «Тарский колледж»",
        "programme": "Завод",
        "mentoring_form": "Работодатель – студент",
        "role_model": "коллега – будущий коллега",
        "mentors": 12,
        "mentees": 50,
        "mentees_10_19": 49,
        "partner": "АО «Омский завод»",
        "start_date": "2020-09-01",
    }
    assert told["organisations"][1] == {
        "sheet": "Организации",
        "row": 3,
        "organisation": "МБУ ДО «Дом творчества»",
        "kind": "supplementary",
        "pupils_10_19": 150,
        "pupils_15_19": 40,
        "young_teachers": 1,
        "involved": 18,
        "mentees": 15,
        "mentors": 3,
        "mentors_15_19": 2,
        "young_mentees": 0,
        "surveyed_mentees": 9,
        "satisfied_mentees": 9,
        "surveyed_mentors": 2,
        "satisfied_mentors": 2,
    }
    # Sums by hand: 320 + 150 + 400, 51 + 18 + 60, 42 + 3 + 15 + 50 …
    totals = told["totals"]
    assert (totals["organisations"], totals["programmes"], totals["involved_before"]) == (3, 4, 0)
    assert (totals["pupils_10_19"], totals["involved"], totals["programme_mentees"]) == (870, 129, 110)
    assert not database.parent.exists()


def test_check_says_in_words_what_was_read(cmn: Cmn) -> None:
    answer = cmn("check", CLEAN, "--district", "Тарский")
    assert answer.code == 0
    assert "Вид отчёта: Ежемесячный отчёт" in answer.out
    assert "Период: ноябрь 2020, на 01.12.2020" in answer.out
    assert "Вовлечено: 129\u00a0человек; наставляемых 103, наставников 29, из них 15–19: 20" in answer.out
    assert "Удовлетворены: 48 из 59 опрошенных наставляемых, 21 из 23 опрошенных наставников; оценка 7" in answer.out
    assert "Участий в программах: наставников 32, наставляемых 110" in answer.out


def test_cross_checks_are_errors_at_their_cells(cmn: Cmn) -> None:
    answer = cmn("check", FILES / "month_too_few_drawn_in.xlsx")
    assert answer.code == 1
    assert "Организации!F4  ошибка: В столбце «Вовлечено» 39: это меньше, чем «Наставляемых 10–19» (40)." in answer.out


def test_import_saves_by_the_marks_and_shows_last_month(cmn: Cmn) -> None:
    first = cmn("import", OCTOBER, "--yes")
    assert (first.code, first.err) == (0, "")
    assert "Сохранено: Тарский, все организации, октябрь 2020, на 01.11.2020, версия 1." in first.out
    copied = cmn("import", CLEAN, "--district", "Тарский")
    assert copied.code == 1
    assert "Все числа совпадают с отчётом за октябрь 2020." in copied.out
    assert "повторите с --yes" in copied.err
    confirmed = cmn("import", CLEAN, "--district", "Тарский", "--yes")
    assert confirmed.code == 0
    fewer = cmn("import", FILES / "month_too_few_drawn_in.xlsx", "--district", "Тарский", "--yes")
    assert fewer.code == 1
    assert_one_line(fewer.err)
    again = cmn("import", FILES / "month_wordings.xlsx", "--district", "Тарский", "--yes")
    assert (again.code, again.err) == (0, "")
    assert "ноябрь 2020, на 01.12.2020, версия 2." in again.out


def test_import_feeds_every_indicator(cmn: Cmn) -> None:
    assert cmn("import", CLEAN, "--district", "Тарский", "--yes").code == 0
    figures = cmn("indicators", "--period", "2020-11", "--json").object["figures"]
    numerators = {item["indicator"]: item["numerator"] for item in figures if item["district"] == "52654000"}
    assert numerators == {
        "coverage": 129, "mentee_share": 103, "mentor_share": 20, "young_teacher_share": 5, "enterprise_share": 1,
        "mentee_satisfaction": 48, "mentor_satisfaction": 21,
    }  # fmt: skip


def test_import_asks_whose_a_template_copied_from_a_neighbour_is(cmn: Cmn, tmp_path: Path) -> None:
    book = load_workbook(OCTOBER)
    book.custom_doc_props["cmn_oktmo"].value = "52656000"
    book.save(copied := tmp_path / "copied.xlsx")
    cmn("import", OCTOBER, "--yes")
    answer = cmn("import", copied, "--yes")
    assert answer.code == 2
    assert_one_line(answer.err)
    assert "В файле назван «Тюкалинский», а организации — «Тарский»: 3 из 3. Укажите --district." in answer.err
    assert cmn("import", copied, "--district", "Тюкалинский", "--yes").code == 0


def test_import_asks_for_a_month_that_the_file_does_not_tell(cmn: Cmn) -> None:
    bare = FILES / "month_no_marks.xlsx"
    asked = cmn("import", bare, "--district", "Тарский", "--yes")
    assert asked.code == 2
    assert "Укажите --period" in asked.err
    told = cmn("import", bare, "--district", "Тарский", "--period", "2020-11", "--yes")
    assert told.code == 0
    assert "ноябрь 2020, на 01.12.2020" in told.out


@pytest.mark.parametrize("layout", ["expansion", "population"])
def test_import_of_another_layout_than_stated_is_refused(cmn: Cmn, database: Path, layout: str) -> None:
    answer = cmn("import", OCTOBER, "--layout", layout, "--yes")
    assert answer.code == 1
    assert "это «Ежемесячный отчёт»" in answer.err
    assert not database.exists()


def test_annotated_copy_marks_both_tables(cmn: Cmn, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    out = tmp_path / "пометки.xlsx"
    assert cmn("check", FILES / "month_cross_checks.xlsx", "--annotated", out).code == 1
    book = load_workbook(out)
    assert book.sheetnames == ["Что исправить", "Организации", "Программы"]
    assert "Числа не сходятся" in book["Организации"]["N4"].comment.text
    assert "Числа не сходятся" in book["Программы"]["G4"].comment.text
    assert cmn("check", out).code == 1
