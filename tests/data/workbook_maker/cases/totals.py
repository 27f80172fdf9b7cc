"""Totals: never data; a subtotal against the rows since the caption or subtotal above, a grand total against all."""

from tests.data.workbook_maker.book import Book, ExcelError, Formula, Page
from tests.data.workbook_maker.form_cells import (
    CAPTIONS,
    FIRST,
    GOOD,
    PUPILS,
    ROW_A,
    ROW_B,
    ROW_C,
    TITLE,
    A,
    P,
    book,
)
from tests.data.workbook_maker.truth import Case, Truth, at, cases_in, data, fault


def _total(stem: str, rule: str, total: list[object], *problems, formats: str = "xlsx") -> list[Case]:
    return cases_in(formats, stem, rule, book([*GOOD, total]), Truth(data(FIRST, GOOD), problems))


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    return [*_grand(), *_not_compared(), *_sections(), *_odd_places()]


def _grand() -> list[Case]:
    return [
        *_total("total_right", "A grand total that is right", ["ИТОГО", 126, 17, 55], formats="xlsx xls ods csv"),
        *_total("total_wrong", "A grand total that is wrong in two columns", ["Всего по району:", 126, 18, 54],
                fault("total_mismatch", "C8"), fault("total_mismatch", "D8"), formats="xlsx xls ods csv"),
        *_total("total_as_text", "A total as text with blanks and «чел.»", ["Итого:", "126 чел.", "1 7", " 56,0 "],
                fault("total_mismatch", "D8")),
        *_total("total_formula", "A total by formula with its value",
                ["Итого", Formula("SUM(B5:B7)", 126), Formula("SUM(C5:C7)", 16), Formula("SUM(D5:D7)", 55)],
                fault("total_mismatch", "C8"), formats="xlsx ods"),
        *_total("total_counts_organisations", "«Итого: 3 организации»", ["Итого: 3 организации", 126, 17, 55]),
        *_total("total_zero", "A total of 0 where people stand", ["Итого", 0, 17, 55], fault("total_mismatch", "B8")),
        *_total("total_with_programmes", "A total that counts programmes and forms", ["Итого", 126, 17, 55, 3, 3]),
    ]  # fmt: skip


def _not_compared() -> list[Case]:
    unread = [[A, "много", 12, 31, P, PUPILS], ROW_B, ["Итого", 40, 17, 50]]
    return [
        *_total("total_blank", "A blank total", ["ИТОГО"], formats="xlsx xls ods csv"),
        *_total("total_partly_blank", "A total for one column", ["ИТОГО", None, 17, None]),
        *_total("total_unreadable", "Words and dashes in a total", ["ИТОГО", "сто", "х", "?"]),
        *_total("total_formula_no_value", "A total by formula without a stored value",
                ["Итого", Formula("SUM(B5:B7)"), Formula("SUM(C5:C7)"), Formula("SUM(D5:D7)")], formats="xlsx ods"),
        *_total("total_error", "An Excel error in a total", ["Итого", ExcelError("#REF!"), 17, 55]),
        *cases_in("xlsx", "total_of_unreadable_column", "A column with an unreadable count is not compared",
                  book(unread),
                  Truth([at(5, A, None, 12, 31, P, PUPILS), at(6, *ROW_B)],
                        [fault("not_a_number", "B5"), fault("total_mismatch", "D7")])),
    ]  # fmt: skip


def _sections() -> list[Case]:
    rows = [["Город"], ROW_A, ROW_B, ["Итого по городу", 104, 17, 49], ["Село"], ROW_C, ["Итого по селу", 22, 0, 6],
            ["ВСЕГО", 126, 17, 55]]  # fmt: skip
    wrong = [["Город"], ROW_A, ROW_B, ["Итого по городу", 104, 17, 48], ["Село"], ROW_C, ["Итого по селу", 126, 0, 6],
             ["ВСЕГО", 22, 17, 55]]  # fmt: skip
    uncaptioned = [ROW_A, ["Итого", 64, 12, 31], ROW_B, ROW_C, ["Итого", 62, 5, 24], ["Всего", 126, 17, 55]]
    no_grand = [["Город"], ROW_A, ["Итого", 64, 12, 31], ["Село"], ROW_B, ROW_C, ["Итого", 62, 5, 24]]
    town = [at(6, *ROW_A), at(7, *ROW_B), at(10, *ROW_C)]
    return [
        *cases_in("xlsx xls ods csv", "subtotals_right", "Subtotals of sections and a grand total", book(rows),
                  Truth(town)),
        *cases_in("xlsx", "subtotals_wrong", "Each wrong one at its own cell", book(wrong),
                  Truth(town, [fault("total_mismatch", "D8"), fault("total_mismatch", "B11"),
                               fault("total_mismatch", "B12")])),
        *cases_in("xlsx", "subtotals_without_captions", "Subtotals that only the subtotal above bounds",
                  book(uncaptioned), Truth([at(5, *ROW_A), at(7, *ROW_B), at(8, *ROW_C)])),
        *cases_in("xlsx", "subtotals_without_grand", "A subtotal a section and no grand total", book(no_grand),
                  Truth([at(6, *ROW_A), at(9, *ROW_B), at(10, *ROW_C)])),
        *cases_in("xlsx", "total_of_captioned_sections", "Captions without subtotals, a grand total at the end",
                  book([["Город"], ROW_A, ROW_B, ["Село"], ROW_C, ["Итого", 126, 17, 55]]),
                  Truth([at(6, *ROW_A), at(7, *ROW_B), at(9, *ROW_C)])),
    ]  # fmt: skip


def _odd_places() -> list[Case]:
    captions = [["№", *CAPTIONS[0]], [None, *CAPTIONS[1]]]
    numbered = [[1, *ROW_A], [2, *ROW_B], ["ИТОГО", None, 104, 17, 50]]
    return [
        *cases_in("xlsx", "total_in_number_column", "«ИТОГО» in the column of numbers",
                  Book([Page([[TITLE], [], *captions, *numbered], merges=("A7:B7",))]),
                  Truth(data(5, [ROW_A, ROW_B]), [fault("total_mismatch", "E7")])),
        *cases_in("xlsx", "total_first", "«Всего» stands above the organisations",
                  book([["Всего по району", 126, 17, 54], *GOOD]),
                  Truth(data(6, GOOD), [fault("total_mismatch", "D5")])),
        *cases_in("xlsx", "rows_after_total", "A row under the grand total is data; the total is of all rows",
                  book([ROW_A, ROW_B, ["ИТОГО", 104, 17, 49], ROW_C]),
                  Truth([at(5, *ROW_A), at(6, *ROW_B), at(8, *ROW_C)],
                        [fault("total_mismatch", "B7"), fault("total_mismatch", "D7")])),
        *cases_in("xlsx", "total_of_merged_counts", "A merged count enters the total once",
                  book([ROW_A, [None, None, None, None, "Старт", PUPILS], ["Итого", 64, 12, 31]],
                       merges=("A5:A6", "B5:B6", "C5:C6", "D5:D6")),
                  Truth([at(5, *ROW_A), at(6, A, None, None, None, "Старт", PUPILS)])),
    ]  # fmt: skip
