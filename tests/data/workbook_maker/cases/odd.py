"""Layouts that nobody planned and people make: met while attacking the reader, each once read wrongly or in doubt."""

from datetime import date

from tests.data.workbook_maker.book import Book, Cell, ExcelError, Page
from tests.data.workbook_maker.cases.dates import UNDATED
from tests.data.workbook_maker.form_cells import CAPTIONS, FIRST, PUPILS, ROW_A, ROW_B, ROW_C, TITLE, A, B, P, book
from tests.data.workbook_maker.truth import Case, Truth, at, cases_in, data, fault


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    return [*_lines(), *_signatures(), *_sums(), *_headings(), *_rows()]


def _lines() -> list[Case]:
    reworded: list[Cell] = ["Наименование ОО", "Привлечено на 01.10.2020", "Доп. наставников", "Доп. наставляемых",
                            "Программа", "Форма"]  # fmt: skip
    return [
        *cases_in("xlsx csv", "odd_row_of_units", "«чел.» under every caption of people",
                  book([[None, "чел.", "чел.", "чел.", None, None], ROW_A]), Truth([at(6, *ROW_A)])),
        *cases_in("xlsx", "odd_column_numbers", "Columns numbered «(1) (2) …», «5=3+4», and one the form does not know",
                  Book([Page([[TITLE], [], [*CAPTIONS[0], "Примечание"], CAPTIONS[1],
                              ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
                              ["1", "2", "3", "4", "5=3+4", "6", "7"], ROW_A])]), Truth([at(7, *ROW_A)])),
        *cases_in("xlsx", "odd_heading_reworded", "The heading of the second page in other words",
                  book([ROW_A, reworded, ROW_B]), Truth([at(5, *ROW_A), at(7, *ROW_B)])),
        *cases_in("xlsx", "odd_page_numbers", "Words of a page between rows of data",
                  book([ROW_A, ["Продолжение таблицы"], ["Стр. 2"], [None, None, None, None, None, "2"], ROW_B]),
                  Truth([at(5, *ROW_A), at(9, *ROW_B)])),
        *cases_in("xlsx", "odd_struck_out_row", "A row struck out with dashes",
                  book([ROW_A, ["-", "-", "-", "-", "-", "-"], ROW_B]), Truth([at(5, *ROW_A), at(7, *ROW_B)])),
        *cases_in("xlsx ods csv", "odd_zero_width_cells", "Zero-width signs alone in cells of title and heading",
                  Book([Page([["\u200b", TITLE, "\ufeff"], ["\u200b"], [*CAPTIONS[0], "\u200b"], CAPTIONS[1], ROW_A])]),
                  Truth([at(5, *ROW_A)])),
    ]  # fmt: skip


def _signatures() -> list[Case]:
    def signed(stem: str, rule: str, lines: list[list[Cell]], cell: str | None) -> list[Case]:
        problems = [fault("personal_data", cell)] if cell else []
        return cases_in("xlsx", stem, rule, book([ROW_A, ROW_B, *lines]), Truth(data(FIRST, [ROW_A, ROW_B]), problems))

    return [
        *signed("odd_executor_number", "The telephone is a number in the column of people",
                [["Исполнитель: Петрова А.И.", 21543]], "A7"),
        *signed("odd_executor_lines", "The executor over three lines of the programmes' column",
                [[None, None, None, None, "Исполнитель:"], [None, None, None, None, "Петрова А.И."],
                 [None, None, None, None, "2-15-43"]], "E8"),
        *signed("odd_executor_form_column", "The telephone in the forms' column",
                [[None, None, None, None, "Исполнитель: Петрова А.И.", "тел. 2-15-43"]], "E7"),
        *signed("odd_acting_head", "«И.о. председателя» with a line to sign on among the counts",
                [["И.о. председателя комитета", None, "_________", None, "Сидорова И.И."]], "E7"),
        *signed("odd_post_among_counts", "The post stands in a column of counts",
                [[None, "Директор", None, None, "Иванова И.И."]], "E7"),
        *signed("odd_name_and_number", "A name, and the telephone as a number, without a word more",
                [["Петрова А.И.", 21543]], "A7"),
        *signed("odd_mail", "An address of mail", [["e-mail: school@example.invalid"]], None),
    ]  # fmt: skip


def _sums() -> list[Case]:
    headed = [["Городские школы", 104, 17, 49], ROW_A, ROW_B, ["Сельские школы", 22, 0, 7], ROW_C,
              ["Итого", 126, 17, 55]]  # fmt: skip
    return [
        *cases_in("xlsx", "odd_caption_with_sums", "A caption of a section that carries the sums of its rows",
                  book(headed),
                  Truth([at(6, *ROW_A), at(7, *ROW_B), at(9, *ROW_C)], [fault("total_mismatch", "D8")],
                        totals=(3, 3, 126, 17, 55))),
        *cases_in("xlsx", "odd_total_words", "«По району», «Тарский район, всего», «Общее количество»",
                  book([ROW_A, ["По району", 64, 12, 31], ["Тарский район, всего", 64, 12, 30],
                        ["Общее количество", 64, 12, 31]]),
                  Truth([at(5, *ROW_A)], [fault("total_mismatch", "D7")])),
        *cases_in("xlsx csv", "odd_total_spaced", "«И Т О Г О», as typists set words apart",
                  book([ROW_A, ["И Т О Г О :", 64, 12, 30], ["В С Е Г О", 64, 12, 31]]),
                  Truth([at(5, *ROW_A)], [fault("total_mismatch", "D6")])),
        *cases_in("xlsx", "odd_asides", "Per cents, numbers of organisations and remarks under the total",
                  book([ROW_A, ["Итого", 64, 12, 31], ["Охват, %", 12.5, "3,1", 7], ["Количество организаций", 1],
                        ["Справочно: обучающихся 10–19 лет", 1200]]),
                  Truth([at(5, *ROW_A)])),
        *cases_in("xlsx", "odd_none_of_a_kind", "«Дошкольные учреждения: нет» is a caption with nothing under it",
                  book([["Дошкольные учреждения", "нет", "нет", "нет"], ROW_A]), Truth([at(6, *ROW_A)])),
        *cases_in("xlsx", "odd_total_in_programmes", "«Итого» in the programmes' column",
                  book([ROW_A, [None, 64, 12, 30, "Итого", None]]),
                  Truth([at(5, *ROW_A)], [fault("total_mismatch", "D6")])),
        *cases_in("xlsx", "odd_part_of_total", "«в том числе девочек» repeats people counted above",
                  book([ROW_A, ["Итого", 64, 12, 31], ["в том числе девочек", 30, 6, 14], ["из них в селе", 3, 1, 1]]),
                  Truth([at(5, *ROW_A)])),
        *cases_in("xlsx", "odd_total_after_district", "«Итого» beside the district's name in a column of its own",
                  Book([Page([[TITLE], [], ["Район", *CAPTIONS[0]], [None, *CAPTIONS[1]], ["Тарский", *ROW_A],
                              ["Тарский район", "Итого", 64, 12, 30]])]),
                  Truth([at(5, *ROW_A)], [fault("total_mismatch", "E6")])),
        *cases_in("csv", "odd_total_after_number", "A total with a number of its own in a csv",
                  Book([Page([[TITLE], [], ["№", *CAPTIONS[0]], [None, *CAPTIONS[1]], [1, *ROW_A],
                              [2, "Итого", 64, 12, 30]])]),
                  Truth([at(5, *ROW_A)], [fault("total_mismatch", "E6")])),
        *cases_in("xlsx", "odd_order_and_total_like_names", "Columns reordered, programmes that begin like totals",
                  Book([Page([["Форма", "Программа", "Наставляемых на 23.11.2020", "Наставников на 23.11.2020",
                               "Привлечено на 01.10.2020", "Наименование муниципальной образовательной организации"],
                              [PUPILS, "Итоговый проект", 31, 12, 64, A], [PUPILS, "Всего лишь шаг", 18, 5, 40, B],
                              ["Итого", None, 49, 17, 104, None]])]),
                  Truth([at(2, A, 64, 12, 31, "Итоговый проект", PUPILS),
                         at(3, B, 40, 5, 18, "Всего лишь шаг", PUPILS)])),
    ]  # fmt: skip


def _headings() -> list[Case]:
    one_row: list[Cell] = ["ОО", "Привлечено на 01.10.2020", "Привлечено дополнительно на 23.11.2020",
                           "Количество наставников", "Количество наставляемых", "Программа", "Форма"]  # fmt: skip
    row = Truth([at(5, *ROW_A)])
    return [
        *cases_in("xlsx", "odd_total_column", "Both additions summed in a column of their own, which bears the date",
                  Book([Page([one_row, [A, 64, 43, 12, 31, P, PUPILS]])]),
                  Truth([at(2, *ROW_A)], scope="all")),
        *cases_in("xlsx", "odd_dates_under_captions", "Date cells in a row of their own under the captions",
                  Book([Page([[TITLE], *UNDATED, [None, date(2020, 10, 1), date(2020, 11, 23)], ROW_A])]), row),
        *cases_in("xlsx csv", "odd_date_texts_under_captions", "Dates as text in a row of their own",
                  Book([Page([[TITLE], *UNDATED, [None, "на 01.10.2020", "на 23.11.2020 г."], ROW_A])]), row),
        *cases_in("xlsx", "odd_district_in_caption", "The municipality stands in the caption of organisations",
                  Book([Page([["Наименование муниципальной ОО Тарского муниципального района", *CAPTIONS[0][1:]],
                              CAPTIONS[1], ROW_A])]),
                  Truth([at(3, *ROW_A)], district="52654000")),
    ]  # fmt: skip


def _rows() -> list[Case]:
    listed = [["1. МБОУ «Лесная СОШ»", 10, 1, 2, P, PUPILS], ["2) МБОУ «Озёрная СОШ»", 10, 1, 2, P, PUPILS],
              ["3. МБОУ «Лесная СОШ»", 11, 1, 2, "Лидер", PUPILS]]  # fmt: skip
    bare = [[A, 64, 12, 31, None, None], [B, 0, 0, 0, None, None]]
    return [
        *cases_in("xlsx", "odd_ditto_marks", "Ditto marks are no organisation",
                  book([ROW_A, ["-//-", 5, 1, 2, "Лидер", PUPILS]]),
                  Truth([at(5, *ROW_A), at(6, None, 5, 1, 2, "Лидер", PUPILS)],
                        [fault("missing_org", "A6"), fault("formula_injection_text", "A6")])),
        *cases_in("xlsx", "odd_lone_names", "Places are captions; a school without a legal form is one all the same",
                  book([["г. Тара"], ROW_A, ["Районный центр"], ROW_B, ["Средняя школа села Лесное"]]),
                  Truth([at(6, *ROW_A), at(8, *ROW_B),
                         at(9, "Средняя школа села Лесное", None, None, None, None, None)],
                        [fault("missing_count", f"{letter}9") for letter in "BCD"])),
        *cases_in("xlsx", "odd_numbers_in_names", "Numbers of a list inside the cells of names", book(listed),
                  Truth(data(FIRST, listed), [fault("same_org_other_programme", "A7")], totals=(2, 3, 31, 3, 6))),
        *cases_in("xlsx", "odd_people_without_programme", "People without a programme owe a form, zeros do not",
                  book(bare), Truth(data(FIRST, bare), [fault("unknown_form", "F5")], totals=(2, 0, 64, 12, 31))),
        *cases_in("xlsx", "odd_programme_without_form", "A programme continued without a form",
                  book([ROW_A, [None, None, None, None, "Лидер", None]]),
                  Truth([at(5, *ROW_A), at(6, A, None, None, None, "Лидер", None)],
                        [fault("continued_row", "A6"), fault("unknown_form", "F6")])),
        *cases_in("xlsx", "odd_programme_without_organisation", "A programme under a caption continues nothing",
                  book([ROW_A, ["Сельские школы"], [None, None, None, None, "Лидер", PUPILS]]),
                  Truth([at(5, *ROW_A), at(7, None, None, None, None, "Лидер", PUPILS)],
                        [fault("missing_org", "A7"), *(fault("missing_count", f"{letter}7") for letter in "BCD")])),
        *cases_in("xlsx", "odd_error_in_name", "An Excel error in place of an organisation is no organisation",
                  book([[ExcelError("#REF!"), 1, 2, 3, P, PUPILS], [ExcelError("#REF!"), 2, 2, 3, P, PUPILS]]),
                  Truth([at(5, None, 1, 2, 3, P, PUPILS), at(6, None, 2, 2, 3, P, PUPILS)],
                        [fault("formula_error", "A5"), fault("formula_error", "A6")])),
    ]  # fmt: skip
