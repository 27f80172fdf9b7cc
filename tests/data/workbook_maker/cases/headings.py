"""Headings: captions, not positions, find the columns, however many rows they take."""

from tests.data.workbook_maker.book import Book, Page
from tests.data.workbook_maker.form_cells import (
    ADDED,
    BEFORE,
    CAPTIONS,
    FIRST,
    FORM,
    GOOD,
    GOOD_TOTALS,
    HEADING,
    HEADING_MERGES,
    MENTEES,
    MENTORS,
    ORGANISATION,
    PROGRAMME,
    PROGRAMME_GROUP,
    PUPILS,
    ROW_A,
    ROW_B,
    TITLE,
    A,
    B,
    P,
    book,
)
from tests.data.workbook_maker.truth import Case, Truth, at, cases_in, data, fault

_NUMBERED = [[1, *ROW_A], [2, *ROW_B]]


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    clean = Truth(data(FIRST, GOOD), totals=GOOD_TOTALS)
    return [
        *cases_in("xlsx xls ods csv", "heading_two_rows", "The seed's heading on two rows", book(GOOD), clean),
        *cases_in("xlsx xls ods csv", "heading_three_rows", "The seed's heading on three rows", _three_rows(),
                  Truth(data(6, GOOD), totals=GOOD_TOTALS)),
        *cases_in("xlsx csv", "heading_one_row", "All captions on one row, no merge", _one_row(),
                  Truth(data(2, GOOD))),
        *cases_in("xlsx ods", "heading_other_order", "Columns stand in another order", _other_order(),
                  Truth([at(5, A, 64, 12, 31, P, PUPILS)])),
        *cases_in("xlsx xls csv", "heading_number_column", "A column «№ п/п» before the organisation", _number_column(),
                  Truth(data(5, [ROW_A, ROW_B]))),
        *cases_in("xlsx", "heading_far_from_a1", "The table begins at C9", _far(), Truth(data(11, GOOD))),
        *cases_in("xlsx", "heading_odd_spelling", "Captions with breaks, NBSP, capitals, ё and short words",
                  _odd_spelling(), Truth(data(4, GOOD))),
        *cases_in("xlsx ods", "heading_repeated", "The heading stands again on the second printed page", _repeated(),
                  Truth([at(6, *ROW_A), at(10, *ROW_B)])),
        *cases_in("xlsx", "heading_other_columns", "Columns that the form does not know beside those it does",
                  _other_columns(), Truth([at(5, A, 64, 12, 31, P, PUPILS), at(6, B, 40, 5, 18, "Равный равному",
                                                                               "студент – ученик")])),
        *cases_in("xlsx", "heading_people_column", "A column of mentors' names is personal data and not read",
                  _people_column(), Truth([at(5, *ROW_A)], [fault("personal_data", "G3")])),
        *cases_in("xlsx", "heading_missing_column", "No column of forms: another form",
                  Book([Page([[TITLE], [], [ORGANISATION, BEFORE, MENTORS, MENTEES, PROGRAMME], [A, 1, 2, 3, P]])]),
                  Truth(problems=[fault("wrong_form", "A3")], layout=None, scope=None, dates=(), as_of=None,
                        period=None)),
    ]  # fmt: skip


def _three_rows() -> Book:
    captions = [
        [ORGANISATION, BEFORE, ADDED, None, PROGRAMME_GROUP, None],
        [None, None, None, None, PROGRAMME, FORM],
        [None, None, MENTORS, MENTEES, None, None],
    ]
    merges = ("A1:F1", "A3:A5", "B3:B5", "C3:D4", "E3:F3", "E4:E5", "F4:F5")
    return Book([Page([[TITLE], [], *captions, *GOOD], merges=merges)])


def _one_row() -> Book:
    captions = [
        "Наименование муниципальной образовательной организации",
        "Привлечено на 01.10.2020, чел.",
        "Привлечено дополнительно на 23.11.2020 наставников",
        "Привлечено дополнительно на 23.11.2020 наставляемых",
        "Программа",
        "Форма",
    ]
    return Book([Page([captions, *GOOD])])


def _other_order() -> Book:
    captions = [
        [PROGRAMME_GROUP, None, ADDED, None, BEFORE, ORGANISATION],
        [FORM, PROGRAMME, MENTEES, MENTORS, None, None],
    ]
    merges = ("A1:F1", "A3:B3", "C3:D3", "E3:E4", "F3:F4")
    return Book([Page([[TITLE], [], *captions, [PUPILS, P, 31, 12, 64, A]], merges=merges)])


def _number_column() -> Book:
    captions = [["№ п/п", *CAPTIONS[0]], [None, *CAPTIONS[1]]]
    merges = ("A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3")
    return Book([Page([[TITLE], [], *captions, *_NUMBERED], merges=merges)])


def _far() -> Book:
    indent = [None, None]
    heading = [[], [], [], [], [], [], [*indent, TITLE], [], [*indent, *CAPTIONS[0]], [*indent, *CAPTIONS[1]]]
    merges = ("C7:H7", "C9:C10", "D9:D10", "E9:F9", "G9:H9")
    return Book([Page([*heading, *([*indent, *row] for row in GOOD)], merges=merges)])


def _odd_spelling() -> Book:
    captions = [
        ["НАИМЕНОВАНИЕ\nМУНИЦИПАЛЬНОЙ ОО", "Привлечено\u00a0в программы\nна\u00a001.10.2020\u00a0г.",
         "Доп. на 23.11.2020", None, "Программа наставничества", None],
        [None, None, "Кол-во вовлечённых\nНАСТАВНИКОВ", "Кол-во  вовлечённых\u200b наставляемых", "Название программы",
         " Форма "],
    ]  # fmt: skip
    return Book([Page([[TITLE], *captions, *GOOD], merges=("A2:A3", "B2:B3", "C2:D2", "E2:F2"))])


def _repeated() -> Book:
    numbers = [1, 2, 3, 4, 5, 6]
    merges = (*HEADING_MERGES, "A7:A8", "B7:B8", "C7:D7", "E7:F7")
    return Book([Page([*HEADING, numbers, ROW_A, *CAPTIONS, numbers, ROW_B], merges=merges)])


def _other_columns() -> Book:
    captions = [
        [ORGANISATION, "Кол-во классов", BEFORE, ADDED, None, PROGRAMME_GROUP, None, "Примечание"],
        [None, None, None, MENTORS, MENTEES, PROGRAMME, FORM, None],
    ]
    rows = [
        [A, 11, 64, 12, 31, P, PUPILS, "уточняется"],
        [B, 9, 40, 5, 18, "Равный равному", "студент – ученик", "- данные за октябрь"],
    ]
    return Book([Page([[TITLE], [], *captions, *rows], merges=("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3", "H3:H4"))])


def _people_column() -> Book:
    captions = [[*CAPTIONS[0], "ФИО наставника"], [*CAPTIONS[1], None]]
    row = [*ROW_A, "Петрова Анна Ивановна"]
    return Book([Page([[TITLE], [], *captions, row], merges=(*HEADING_MERGES, "G3:G4"))])
