"""A stranger's file checked in a worker: its faults with their pieces, or a sentence."""

from cmn_core.intake.checked_file import check_file, check_file_apart
from cmn_core.intake.read_report import Expectation
from cmn_core.reference import shipped_reference

CSV = (
    "Наименование муниципальной образовательной организации;Привлечено в программы наставничества на 01.10.2020, чел.;"
    "Привлечено дополнительно на 23.11.2020 наставников;Привлечено дополнительно наставляемых;"
    "Наименование программы наставничества;Форма наставничества\n"
    "МБОУ «СОШ № 1»;5;1;-2;Путь;ученик – ученик\n"
).encode()


def test_a_file_is_read_apart_with_the_pieces_around_its_faults() -> None:
    checked = check_file_apart(CSV, "отчёт.csv", Expectation(), shipped_reference())
    assert [(item.cell, item.code) for item in checked.reading.problems] == [("D2", "negative_count")]
    assert checked.fragments[0].rows[2][3] == "-2"
    assert (checked.reading.file, len(checked.reading.sha256)) == ("отчёт.csv", 64)
    assert checked.reading.rows == check_file(CSV, "отчёт.csv", Expectation(), shipped_reference()).reading.rows


def test_what_is_no_table_comes_back_as_a_problem() -> None:
    checked = check_file_apart(b"", "пусто.xlsx", Expectation(), shipped_reference())
    (problem,) = checked.reading.problems
    assert (problem.code, problem.severity, checked.reading.layout) == ("not_a_spreadsheet", "error", None)
    assert checked.fragments == ()
