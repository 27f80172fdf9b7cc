"""Pieces of the sheet around faults: the rows next to them, whole organisations, nobody's name."""

from datetime import date

from cmn_core.intake.cells.fragments import SheetFragment, column_number, letters_of, read_fragments, row_of
from cmn_core.intake.cells.grid import Area, Grid, Sheet
from cmn_core.intake.read_report import Expectation, read_grid
from cmn_core.reference import shipped_reference
from tests.intake.expansion_sheets import FIRST, A, B, form_sheet
from tests.intake.monthly_sheets import PROGRAMME, SCHOOL, organisations_sheet, programmes_sheet

GOOD = [1, 2, 3, "Путь", "ученик – ученик"]
C = "МБОУ «Третья СОШ»"


def cut(*sheets: Sheet) -> tuple[SheetFragment, ...]:
    grid = Grid("xlsx", list(sheets))
    reading = read_grid(grid, Expectation(), shipped_reference())
    return read_fragments(grid, reading, shipped_reference())


def test_a_fault_is_shown_between_its_neighbours() -> None:
    rows = [[A, *GOOD], [], [B, 1, -5, 3, "Путь", "ученик – ученик"], [C, *GOOD]]
    (fragment,) = cut(form_sheet(rows))
    faulty = FIRST + 2
    # The blank row is no neighbour: the data rows above and below are.
    assert fragment.rows_around(faulty) == (FIRST, faulty, FIRST + 3)
    assert fragment.rows[faulty] == (B, "1", "-5", "3", "Путь", "ученик – ученик")
    assert [(column.letters, column.caption) for column in fragment.columns][:3] == [
        ("A", "Организация"), ("B", "Привлечено на первую дату"), ("C", "Дополнительно наставников"),
    ]  # fmt: skip


def test_the_first_and_last_rows_have_one_neighbour() -> None:
    (fragment,) = cut(form_sheet([[A, -1, 2, 3, "Путь", "ученик – ученик"], [B, -1, *GOOD[1:]]]))
    assert fragment.rows_around(FIRST) == (FIRST, FIRST + 1)
    assert fragment.rows_around(FIRST + 1) == (FIRST, FIRST + 1)


def test_values_are_shown_as_their_reader_sees_them() -> None:
    row = [A, date(2020, 10, 1), 4.5, None, "Путь", "ученик – ученик"]
    sheet = form_sheet([row], unvalued_formulas=frozenset({(FIRST, 4)}), formulas={(FIRST, 4): "SUM(D1:D2)"})
    (fragment,) = cut(sheet)
    assert fragment.rows[FIRST] == (A, "01.10.2020", "4,5", "=SUM(D1:D2)", "Путь", "ученик – ученик")


def test_a_merged_organisation_stands_on_each_of_its_rows() -> None:
    rows = [[A, *GOOD], [None, 1, 2, -3, "Шаг", "ученик – ученик"]]
    (fragment,) = cut(form_sheet(rows, merged=[Area(FIRST, 1, FIRST + 1, 1)]))
    assert fragment.rows[FIRST + 1][0] == A


def test_an_executors_row_is_never_cut_out() -> None:
    rows = [[A, -1, 2, 3, "Путь", "ученик – ученик"], [], ["Исполнитель: Петрова А. А., тел. 2-12-34"]]
    (fragment,) = cut(form_sheet(rows))
    assert set(fragment.rows) == {FIRST}
    assert not any("Петрова" in cell for cells in fragment.rows.values() for cell in cells)


def test_a_file_without_faulty_cells_has_no_pieces() -> None:
    assert cut(form_sheet([[A, *GOOD]])) == ()


def test_a_wrong_form_shows_what_was_taken_for_its_heading() -> None:
    (fragment,) = cut(
        Sheet("Лист1", [["Наименование организации", "Привлечено, чел.", "Программа"], ["МБОУ", 1, "Путь"]])
    )
    assert fragment.rows[1][:3] == ("Наименование организации", "Привлечено, чел.", "Программа")
    assert len(fragment.columns) == 6


def test_addresses_come_apart() -> None:
    assert (letters_of("AB12"), row_of("AB12"), column_number("AB")) == ("AB", 12, 28)


def test_two_tables_on_one_sheet_share_their_columns() -> None:
    upper = organisations_sheet([{**SCHOOL, "pupils_10_19": "много"}])
    lower = programmes_sheet([{**PROGRAMME, "mentors": "много"}])
    (fragment,) = cut(Sheet("Отчёт", [*upper.rows, [], *lower.rows[1:]]))
    shown = {column.letters: column.caption for column in fragment.columns}
    assert (shown["A"], shown["C"]) == ("Организация", "Обучающихся 10–19 / Форма")
    # Title, captions, a school; a blank row, captions, a programme.
    assert set(fragment.rows) == {3, 6}
