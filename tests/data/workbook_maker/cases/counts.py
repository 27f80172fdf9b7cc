"""Counts: what is an integer however it is written, what is 0 and says so, and what is an error at its cell."""

from datetime import date, datetime, time

from tests.data.workbook_maker.book import Cell, ExcelError, Percent, Quoted
from tests.data.workbook_maker.form_cells import FIRST, PUPILS, ROW_A, P, book
from tests.data.workbook_maker.truth import Case, DataRow, Fault, Truth, at, cases_in, fault

NOT_NUMBERS: list[Cell] = ["двенадцать", "10-15", "10–15", "от 5 до 7", "12/8", "х", "н/д", "?", "около 10", "12 5",
                           "5+3", "1 234 567 8", "12345678901234567890", "10 (из них 3)", True]  # fmt: skip
READABLE: list[tuple[Cell, int]] = [
    ("1 234", 1234),
    ("1\u00a0234", 1234),
    ("1\u2009234", 1234),
    ("1\u202f234", 1234),
    ("\u200b45\u200b", 45),
    ("\ufeff46", 46),
    ("4\u00ad7", 47),
    ("'12", 12),
    (Quoted("13"), 13),
    ("14 чел.", 14),
    ("15 человек", 15),
    ("16чел", 16),
    ("22 человека", 22),
    ("17,0", 17),
    ("18.0", 18),
    (19.0, 19),
    (" 45 ", 45),
    ("20\n", 20),
    ("0", 0),
    ("1 234,00", 1234),
    ("21 ЧЕЛ", 21),
]


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    return [*_readable(), *_wrong(), *_large()]


def _column(cells: list[Cell], counts: list[int | None]) -> tuple[list[list[Cell]], list[DataRow]]:
    """Lay cells down the column C, an organisation a row."""
    names = [f"МБОУ «Школа № {number}»" for number in range(1, len(cells) + 1)]
    rows: list[list[Cell]] = [[name, 1, cell, 2, P, PUPILS] for name, cell in zip(names, cells, strict=True)]
    truth = [
        at(FIRST + index, name, 1, count, 2, P, PUPILS)
        for index, (name, count) in enumerate(zip(names, counts, strict=True))
    ]
    return rows, truth


def _all_of(code: str, count: int) -> list[Fault]:
    return [fault(code, f"C{FIRST + index}") for index in range(count)]


def _refused(formats: str, stem: str, rule: str, code: str, cells: list[Cell]) -> list[Case]:
    rows, truth = _column(cells, [None] * len(cells))
    return cases_in(formats, stem, rule, book(rows), Truth(truth, _all_of(code, len(cells))))


def _readable() -> list[Case]:
    rows, truth = _column([cell for cell, _ in READABLE], [count for _, count in READABLE])
    dashes: list[Cell] = ["-", "–", "—", "нет", "Нет", " - ", "НЕТ", "−"]
    dashed, zeros = _column(dashes, [0] * len(dashes))
    return [
        *cases_in("xlsx xls ods csv", "counts_as_text", "Numbers however they are written", book(rows), Truth(truth)),
        *cases_in("xlsx xls ods csv", "counts_dashes", "Dashes and «нет» are 0 and say so", book(dashed),
                  Truth(zeros, _all_of("dash_as_zero", len(dashes)))),
    ]  # fmt: skip


def _wrong() -> list[Case]:
    spaces: list[Cell] = [None, "   ", "\u00a0", "\u200b"]
    dates: list[Cell] = [date(2020, 10, 1), datetime(2020, 10, 1, 12, 30), time(12, 30), "01.10.2020", "1.10.20"]
    errors: list[Cell] = [ExcelError("#REF!"), ExcelError("#DIV/0!"), ExcelError("#N/A"), "#ЗНАЧ!", "#ССЫЛКА!"]
    typed: list[Cell] = ["#ДЕЛ/0!", "#Н/Д", "#ИМЯ?", "#ЧИСЛО!", "#REF!", "#VALUE!"]
    return [
        *_refused("xlsx xls ods csv", "counts_empty", "An empty count is an error, not 0", "missing_count", spaces),
        *_refused("xlsx xls ods csv", "counts_negative", "Negative counts", "negative_count",
                  [-3, "-3", "−3", "– 4", -1.0]),
        *_refused("xlsx xls ods csv", "counts_fraction", "Fractions", "not_integer",
                  [4.5, "4,5", "4.5", "1.234", "1,234", 0.5]),
        *_refused("xlsx", "counts_percent", "Per cent", "not_integer", [Percent(0.1), Percent(0.335)]),
        *_refused("xlsx ods csv", "counts_words", "Words, ranges and sums", "not_a_number", NOT_NUMBERS),
        *_refused("xlsx xls ods", "counts_dates", "Dates and hours", "date_in_count", dates),
        *_refused("csv", "counts_dates", "Dates as text", "date_in_count",
                  [date(2020, 10, 1), "1.10.2020", "01.10.20"]),
        *_refused("xlsx xls", "counts_errors", "Excel errors", "formula_error", errors),
        *_refused("csv", "counts_errors", "Excel errors as text", "formula_error", typed),
        *_negative_fraction(),
    ]  # fmt: skip


def _negative_fraction() -> list[Case]:
    rows, truth = _column([-2.5], [None])
    return cases_in("xlsx", "counts_negative_fraction", "Negative before fractional: one problem a cell", book(rows),
                    Truth(truth, [fault("negative_count", "C5")]))  # fmt: skip


def _large() -> list[Case]:
    cells: list[Cell] = [5000, 5001, 100000, "1 000 000"]
    rows, truth = _column(cells, [5000, 5001, 100000, 1000000])
    everywhere = [["МБОУ «Школа № 1»", -1, "нет", None, P, PUPILS], ROW_A]
    return [
        *cases_in("xlsx xls ods csv", "counts_implausible", "Over 5 000 is doubted and kept", book(rows),
                  Truth(truth, [fault("implausible_count", f"C{row}") for row in (6, 7, 8)])),
        *cases_in("xlsx", "counts_all_wrong_in_row", "Each cell of a row says its own",
                  book(everywhere),
                  Truth([at(5, "МБОУ «Школа № 1»", None, 0, None, P, PUPILS), at(6, *ROW_A)],
                        [fault("negative_count", "B5"), fault("dash_as_zero", "C5"), fault("missing_count", "D5")])),
    ]  # fmt: skip
