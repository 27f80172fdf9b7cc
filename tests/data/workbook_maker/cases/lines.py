"""Lines that are no data: captions of sections, numbers of columns, footnotes, signatures, blanks, hidden rows."""

from tests.data.workbook_maker.book import Book, Page
from tests.data.workbook_maker.form_cells import (
    FIRST,
    GOOD,
    HEADING,
    HEADING_MERGES,
    PUPILS,
    ROW_A,
    ROW_B,
    ROW_C,
    B,
    C,
    P,
    book,
)
from tests.data.workbook_maker.truth import Case, Truth, at, cases_in, data, fault

EXECUTOR = "Исполнитель: Петрова Анна Ивановна, тел. 8 (38171) 2-15-43"


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    return [*_not_data(), *_under_the_table(), *_blank_and_hidden(), *_names_that_look_like_lines()]


def _not_data() -> list[Case]:
    second = Truth(data(6, [ROW_A, ROW_B]))
    sections = [["Городские школы"], ROW_A, ["Сельские школы"], ROW_B, ["Учреждения дополнительного образования"]]
    told = Truth([at(6, *ROW_A), at(8, *ROW_B)])
    return [
        *cases_in("xlsx xls ods csv", "line_column_numbers", "A row of column numbers",
                  book([[1, 2, 3, 4, 5, 6], ROW_A, ROW_B]), second),
        *cases_in("xlsx", "line_column_numbers_text", "The same as text",
                  book([["1", "2", "3", "4", "5", "6"], ROW_A, ROW_B]), second),
        *cases_in("xlsx", "line_column_numbers_from_letter", "Numbered «А 1 2 3 4 5», as statistics do",
                  book([["А", 1, 2, 3, 4, 5], ROW_A, ROW_B]), second),
        *cases_in("xlsx ods csv", "line_sections", "Captions of sections, not merged", book(sections), told),
        *cases_in("xlsx xls", "line_sections_merged", "Captions of sections, merged over the table",
                  book(sections, merges=("A5:F5", "A7:F7", "A9:F9")), told),
        *cases_in("xlsx", "line_section_in_programme", "A caption of a section in another column",
                  book([[None, None, "Городские школы"], ROW_A, [None, "Сельские школы"], ROW_B]), told),
        *cases_in("xlsx", "line_blank_after_heading", "Blank rows between heading and data",
                  book([[], [], ROW_A]), Truth([at(7, *ROW_A)])),
    ]  # fmt: skip


def _under_the_table() -> list[Case]:
    clean = Truth(data(FIRST, GOOD))
    return [
        *cases_in("xlsx xls ods csv", "line_executor", "The executor's name and phone are told of and not kept",
                  book([*GOOD, [], [EXECUTOR]]), Truth(data(FIRST, GOOD), [fault("personal_data", "A9")])),
        *cases_in("xlsx", "line_executor_without_name", "«Исполнитель: методист … тел.» names nobody",
                  book([*GOOD, [], ["Исполнитель: методист отдела общего образования, тел. 8 (38155) 00-000"]]), clean),
        *cases_in("xlsx", "line_executor_in_programme", "The executor stands in the programmes' column",
                  book([*GOOD, [], [None, None, None, None, EXECUTOR]]),
                  Truth(data(FIRST, GOOD), [fault("personal_data", "E9")])),
        *cases_in("xlsx", "line_executor_over_cells", "The executor spread over several cells",
                  book([*GOOD, ["Исполнитель", None, None, None, "Петрова А.И.", "2-15-43"]]),
                  Truth(data(FIRST, GOOD), [fault("personal_data", "E8")])),
        *cases_in("xlsx", "line_signature", "Position, a line to sign on and a name",
                  book([*GOOD, [], ["Председатель комитета", None, "____________", None, "И. И. Сидорова"], ["М.П."]]),
                  Truth(data(FIRST, GOOD), [fault("personal_data", "E9")])),
        *cases_in("xlsx csv", "line_footnotes", "Footnotes of several kinds",
                  book([*GOOD, [], ["* обучающийся, участвующий в двух программах, учитывается один раз"],
                        ["Примечание: данные предварительные"], ["1) без учёта филиалов"], ["¹ с учётом филиала"]]),
                  clean),
        *cases_in("xlsx", "line_date_under", "A date and a seal under the table",
                  book([*GOOD, [], ["24.11.2020"], ["«24» ноября 2020 г.", None, "подпись"]]), clean),
    ]  # fmt: skip


def _blank_and_hidden() -> list[Case]:
    hidden = Truth(data(FIRST, GOOD), [fault("hidden_rows", "A6")])
    return [
        *cases_in("xlsx xls ods csv", "line_blank_inside", "Blank rows inside do not end the table",
                  book([ROW_A, [], [], [None, "  ", None], ROW_B]), Truth([at(5, *ROW_A), at(9, *ROW_B)])),
        *cases_in("xlsx", "line_formatted_rows", "Two hundred framed empty rows under the table",
                  book(GOOD, formatted_rows=(8, 208)), Truth(data(FIRST, GOOD))),
        *cases_in("xlsx xls ods", "hidden_rows", "Hidden rows are read and told once, at the first",
                  book(GOOD, hidden_rows=frozenset({6, 7})), hidden),
        *cases_in("xlsx ods", "hidden_rows_by_filter", "Rows that a filter hides",
                  book(GOOD, hidden_rows=frozenset({6}), filtered="A4:F7"), hidden),
        *cases_in("xlsx", "hidden_rows_of_no_height", "A row of no height",
                  book(GOOD, zero_height_rows=frozenset({6})), hidden),
        *cases_in("xlsx", "hidden_rows_without_data", "Hidden blank rows and a hidden total are no data",
                  book([ROW_A, [], ["Итого", 64, 12, 31]], hidden_rows=frozenset({6, 7})),
                  Truth(data(FIRST, [ROW_A]))),
        *cases_in("xlsx", "line_stray_cell", "A stray cell far to the right and one far below",
                  Book([Page([*HEADING, [*ROW_A, *[None] * 60, "проверено"], ROW_B, *[[]] * 300, [*[None] * 40, " "]],
                             merges=HEADING_MERGES)]), Truth(data(FIRST, [ROW_A, ROW_B]))),
    ]  # fmt: skip


def _names_that_look_like_lines() -> list[Case]:
    rows = [
        ["Гимназия № 1", 10, 1, 2, "Итоговый проект", PUPILS],
        ["Лицей имени Б. М. Катышева", 11, 1, 2, "Всего лишь шаг", PUPILS],
        ["Дом детского творчества", 12, 1, 2, "Утверждаю себя", PUPILS],
        ["Исилькульская средняя школа", 13, 1, 2, "Примечательные люди", PUPILS],
        ["Всеволодовская СОШ", 14, 1, 2, "Исполнители мечты", PUPILS],
    ]
    nameless = [ROW_A, [B, None, None, None, None, None], ROW_C]
    return [
        *cases_in("xlsx csv", "organisation_without_legal_form", "Organisations without a legal form are data",
                  book(rows), Truth(data(FIRST, rows))),
        *cases_in("xlsx", "organisation_alone_in_row", "An organisation with nothing beside it lacks its counts",
                  book(nameless),
                  Truth([at(5, *ROW_A), at(6, B, None, None, None, None, None), at(7, *ROW_C)],
                        [fault("missing_count", "B6"), fault("missing_count", "C6"), fault("missing_count", "D6")])),
        *cases_in("xlsx", "missing_org", "Counts without an organisation",
                  book([ROW_A, [None, 11, 1, 4, P, PUPILS], ["  ", 5, 1, 1, P, PUPILS], [C, 1, 1, 1, P, PUPILS]]),
                  Truth([at(5, *ROW_A), at(6, None, 11, 1, 4, P, PUPILS), at(7, None, 5, 1, 1, P, PUPILS),
                         at(8, C, 1, 1, 1, P, PUPILS)], [fault("missing_org", "A6"), fault("missing_org", "A7")])),
        *cases_in("xlsx", "missing_org_dash", "A dash is no organisation",
                  book([["—", 11, 1, 4, P, PUPILS]]),
                  Truth([at(5, None, 11, 1, 4, P, PUPILS)], [fault("missing_org", "A5")])),
    ]  # fmt: skip
