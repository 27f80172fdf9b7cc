"""What holds for any sheet whatever stands on it: no exception, no lost row, problems at cells that exist."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmn_core.intake.cells.grid import Area, CellValue, Grid, Sheet
from cmn_core.intake.counts import parse_count
from cmn_core.intake.read_report import Expectation, read_grid
from cmn_core.intake.reading import Reading
from cmn_core.reference import shipped_reference
from tests.intake.expansion_sheets import FIRST, HEADING, HEADING_MERGES, PAIR, form_sheet, read_sheets

WORDS = (
    "МБОУ «Лесная СОШ»", "Городские школы", "ИТОГО", "Всего по району:", "Исполнитель: Петрова А.И., тел. 2-15-43",
    "ученик – ученик", "уч.-уч.", "-", "—", "нет", "12 чел.", "1\u00a0234", "4,5", "-3", "10-15", "01.10.2020", "#REF!",
    "=1+1", "@", "+", "'", "\u200b", " ", "", "1", "6", "* примечание", "УТВЕРЖДАЮ", "на 23.11.2020",
    "«15» мая 2020 г.", "Наименование образовательной организации", "Форма наставничества", "наставников",
    "наставляемых", "Программа",
    "Привлечено на 01.10.2020", "Тарский муниципальный район", "Муниципалитет", "Год", "Детей 10–19", "Тарский", "<b>",
    "в том числе", "____", "чел.", "С\u0306ОШ", "COШ", "\x00", "\ud7ff", "к" * 300, "№ 5", "{value}", "%s", "A1:B2",
)  # fmt: skip
CELLS: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.sampled_from(WORDS), st.text(max_size=12), st.integers(-10, 20), st.integers(), st.booleans(),
    st.floats(), st.dates(), st.datetimes(), st.times(), st.timedeltas(),
)  # fmt: skip
TABLES = st.lists(st.lists(CELLS, max_size=9), max_size=14)
POSITIONS = st.tuples(st.integers(1, 18), st.integers(1, 9))
AREAS = st.builds(
    lambda top, left, height, width: Area(top, left, top + height, left + width),
    st.integers(1, 18), st.integers(1, 9), st.integers(0, 6), st.integers(0, 6),
)  # fmt: skip
HEADINGS = st.sampled_from([
    [], HEADING, HEADING[2:],
    [["Муниципалитет", "ОКТМО", "Год", "Детей 10–19", "Молодёжи 15–19", "Молодых педагогов", "Предприятий",
      "Источник"]],
])  # fmt: skip
LOOSE = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw a sheet of anything, often with a heading of ours above it."""
    rows: list[list[CellValue]] = [list(row) for row in (*draw(HEADINGS), *draw(TABLES))]
    return Sheet(
        draw(st.sampled_from(["Лист1", "Лист2", None, "Тарский район"])),
        rows,
        hidden=draw(st.sampled_from([False, False, False, True])),
        hidden_rows=draw(st.frozensets(st.integers(1, 18), max_size=3)),
        merged=(*draw(st.sampled_from([(), HEADING_MERGES])), *draw(st.lists(AREAS, max_size=3))),
        formulas=draw(st.dictionaries(POSITIONS, st.sampled_from(["A1", "[1]Лист1!B7", "1/0"]), max_size=3)),
        error_cells=draw(st.dictionaries(POSITIONS, st.just("#REF!"), max_size=2)),
        unvalued_formulas=draw(st.frozensets(POSITIONS, max_size=2)),
    )


@LOOSE
@given(st.lists(sheets(), max_size=3))
def test_anything_is_read_without_an_exception(drawn: list[Sheet]) -> None:
    reference = shipped_reference()
    reading = read_grid(Grid("xlsx", drawn), Expectation(), reference)
    assert reading.rows or reading.population or reading.problems
    for problem in reading.problems:
        assert problem.code in reference.problem_texts
        assert problem.sheet in {None, *(sheet.name for sheet in drawn)}
        if problem.cell:
            assert any(_lies_on(problem.cell, sheet) for sheet in drawn if sheet.name == problem.sheet)
    for row in reading.rows:
        counts = (row.involved_before, row.added_mentors, row.added_mentees)
        assert all(count is None or count >= 0 for count in counts)


def _lies_on(cell: str, sheet: Sheet) -> bool:
    letters = cell.rstrip("0123456789")
    column = sum((ord(letter) - 64) * 26**power for power, letter in enumerate(reversed(letters)))
    width = max((len(row) for row in sheet.rows), default=0)
    return 1 <= int(cell[len(letters) :]) <= max(len(sheet.rows), 18) and column <= max(width, 9)


NAMES = st.integers(1, 999).map(lambda number: f"МБОУ «Школа № {number}»")
GOOD_ROWS = st.tuples(
    NAMES, st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 5000),
    st.sampled_from(["Вектор", "Итоговый проект", "Всего лишь шаг", "Исполнители мечты", "Директор будущего", None]),
    st.sampled_from([PAIR, "Студент-ученик", "работодатель – команда"]),
)  # fmt: skip
LINES = st.sampled_from([
    [], [None, "  "], ["Городские школы"], ["ИТОГО", 1, 2, 3], ["Всего по району:"], [1, 2, 3, 4, 5, 6],
    list(HEADING[2]), list(HEADING[3]), ["* сноска"], ["Исполнитель: Петрова А.И.", 21543], ["М.П."],
    [None, "чел.", "чел.", "чел."], [None, None, None, None, "Петрова Анна Ивановна"], ["-", "-", "-", "-", "-", "-"],
    ["в том числе девочек", 1, 1, 1], ["Сельские школы", 10, 20, 30], ["24.11.2020"],
    [None, "Директор", None, "______"],
])  # fmt: skip


@LOOSE
@given(st.lists(st.one_of(GOOD_ROWS, LINES), max_size=15))
def test_no_row_of_data_is_lost_among_other_lines(drawn: list[Any]) -> None:
    reading = read_sheets(form_sheet([list(line) for line in drawn]))
    expected = [(FIRST + place, *line) for place, line in enumerate(drawn) if isinstance(line, tuple)]
    assert [_flat(reading, index) for index in range(len(reading.rows))] == expected
    assert all(problem.code != "missing_count" for problem in reading.problems)


def _flat(reading: Reading, index: int) -> tuple[Any, ...]:
    row = reading.rows[index]
    counts = (row.involved_before, row.added_mentors, row.added_mentees)
    return (row.row, row.organisation, *counts, row.programme, row.mentoring_form)


BAD_COUNTS = st.one_of(
    st.sampled_from(["много", "10-15", "4,5", "-3", "01.10.2020", "#REF!", "х", "12/8", " ", None, "5 6", True]),
    st.integers(max_value=-1), st.floats(0.01, 0.99), st.dates(date(2000, 1, 1)), st.times(),
    st.datetimes(datetime(2000, 1, 1)), st.timedeltas(timedelta(minutes=1), timedelta(days=9)), st.just(time(0, 0)),
)  # fmt: skip


@LOOSE
@given(st.lists(GOOD_ROWS, min_size=1, max_size=6), st.data())
def test_a_bad_count_is_told_at_its_cell_and_its_row_is_kept(drawn: list[Any], data: st.DataObject) -> None:
    rows = [list(row) for row in drawn]
    place, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(1, 3))
    rows[place][column] = data.draw(BAD_COUNTS)
    reading = read_sheets(form_sheet(rows))
    assert [row.row for row in reading.rows] == [FIRST + index for index in range(len(rows))]
    told = [problem for problem in reading.problems if problem.cell == f"{'ABCD'[column]}{FIRST + place}"]
    assert [problem.severity for problem in told] == ["error"]


@LOOSE
@given(st.text())
def test_a_count_is_a_number_of_people_or_has_a_reason(text: str) -> None:
    reading = parse_count(text)
    assert (reading.count is None) or (reading.count >= 0)
    assert reading.code in {None, "dash_as_zero", "not_a_number", "negative_count", "not_integer", "date_in_count",
                            "formula_error"}  # fmt: skip
