"""Sheets: where the form stands among others, hidden ones, none at all; and marks of our own templates."""

from dataclasses import replace

from tests.data.workbook_maker.book import Book, Page
from tests.data.workbook_maker.form_cells import (
    CAPTIONS,
    FIRST,
    GOOD,
    HEADING,
    HEADING_MERGES,
    ROW_A,
    ROW_B,
    ROW_C,
    TITLE,
    book,
    page,
)
from tests.data.workbook_maker.truth import REFUSED, Case, Truth, cases_in, data, fault

LETTER = Page([["Уважаемая Наталья Евгеньевна!"], [], ["Направляем данные о расширении практик наставничества."],
               ["Приложение: таблица на 1 л."], [], ["С уважением, председатель комитета"]], name="Письмо")  # fmt: skip
PRICES = Page([["Прайс-лист"], ["Товар", "Цена", "Количество"], ["Парта", 5400, 12], ["Стул", 1900, 24]])


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    return [*_several(), *_none(), *_marked()]


def _several() -> list[Case]:
    second = Page([*HEADING, ROW_C], merges=HEADING_MERGES, name="Село")
    first = Page([*HEADING, ROW_A, ROW_B], merges=HEADING_MERGES, name="Город")
    both = Truth([*data(FIRST, [ROW_A, ROW_B], "Город"), *data(FIRST, [ROW_C], "Село")],
                 [fault("ambiguous_sheet", None, None)], totals=(3, 3, 126, 17, 55))  # fmt: skip
    hidden = Page([*HEADING, ROW_C], merges=HEADING_MERGES, name="Черновик", state="hidden")
    very = replace(hidden, name="База", state="veryHidden")
    empty = replace(page([]), name="Бланк")
    return [
        *cases_in("xlsx xls ods", "sheets_two_forms", "The form on two visible sheets: both are read",
                  Book([first, second]), both),
        *cases_in("xlsx xls", "sheets_hidden", "Hidden and very hidden sheets are told of and not read",
                  Book([page(GOOD), hidden, very]),
                  Truth(data(FIRST, GOOD),
                        [fault("hidden_sheet", None, "Черновик"), fault("hidden_sheet", None, "База")])),
        *cases_in("ods", "sheets_hidden", "A hidden sheet is told of and not read", Book([page(GOOD), hidden]),
                  Truth(data(FIRST, GOOD), [fault("hidden_sheet", None, "Черновик")])),
        *cases_in("xlsx xls ods", "sheets_letter_first", "A cover letter first, the form on the second sheet",
                  Book([LETTER, replace(page(GOOD), name="Таблица"), Page([], name="Лист3")]),
                  Truth(data(FIRST, GOOD, "Таблица"))),
        *cases_in("xlsx", "sheets_blank_form_beside", "A blank form beside the filled one is no error, but told of",
                  Book([replace(page(GOOD), name="Отчёт"), empty]),
                  Truth(data(FIRST, GOOD, "Отчёт"), [fault("ambiguous_sheet", None, None)])),
        *cases_in("xlsx", "sheets_price_list_beside", "Another table on another sheet",
                  Book([page(GOOD), replace(PRICES, name="Прайс")]), Truth(data(FIRST, GOOD))),
    ]  # fmt: skip


def _none() -> list[Case]:
    wrong = replace(REFUSED, problems=[fault("wrong_form", None, None)])
    roster = Page(
        [["Список наставников"], ["№", "ФИО", "Должность", "Школа"], [1, "Петрова А.И.", "учитель", "СОШ № 1"]]
    )
    hidden = Page([*HEADING, ROW_C], merges=HEADING_MERGES, name="Отчёт", state="hidden")
    blank = Truth(problems=[fault("empty_form")])
    return [
        *cases_in("xlsx xls ods csv", "wrong_form_prices", "A price list", Book([PRICES]),
                  replace(REFUSED, problems=[fault("wrong_form", "A2")])),
        *cases_in("xlsx", "wrong_form_roster", "A list of people", Book([roster]),
                  replace(REFUSED, problems=[fault("wrong_form", "A2")])),
        *cases_in("xlsx", "wrong_form_letter", "A letter", Book([LETTER]), wrong),
        *cases_in("xlsx", "wrong_form_hidden", "The form stands on a hidden sheet only", Book([LETTER, hidden]),
                  replace(REFUSED, problems=[fault("wrong_form", None, None), fault("hidden_sheet", None, "Отчёт")])),
        *cases_in("xlsx", "wrong_form_empty_book", "A workbook without a single value", Book([Page([])]), wrong),
        *cases_in("xlsx xls ods csv", "empty_form", "A heading and nothing under it", book([]), blank),
        *cases_in("xlsx", "empty_form_with_lines", "A heading, numbers, captions, a total of zeros and a signature",
                  book([[1, 2, 3, 4, 5, 6], ["Городские школы"], ["Итого", 0, 0, 0], [], ["Председатель комитета"]]),
                  blank),
    ]  # fmt: skip


def _marked() -> list[Case]:
    good = page(GOOD)
    marks = {"cmn_layout": "expansion", "cmn_version": "1", "cmn_oktmo": "52654000", "cmn_period": "2020-11",
             "cmn_scope": "municipal"}  # fmt: skip
    ours = Truth(data(FIRST, GOOD), district="52654000")
    asked = {"district": "52654000", "period": "2020-11"}
    elsewhere = {"district": "52618000", "period": "2020-11"}
    return [
        *cases_in("xlsx", "marks_ours", "Our template's marks tell the municipality", Book([good], marks=marks),
                  replace(ours, asked=asked)),
        *cases_in("xlsx", "marks_old_version", "A template of another version",
                  Book([good], marks={**marks, "cmn_version": "0"}),
                  replace(ours, problems=[fault("old_template", None, None)])),
        *cases_in("xlsx", "marks_other_district", "The template of another municipality than the one asked for",
                  Book([good], marks=marks),
                  replace(ours, asked=elsewhere, problems=[fault("wrong_district", None, None)])),
        *cases_in("xlsx", "period_mismatch", "Another month than the one asked for", book(GOOD),
                  Truth(data(FIRST, GOOD), [fault("period_mismatch", None, None)], asked={"period": "2020-10"})),
        *cases_in("xlsx", "district_mismatch", "The heading names another municipality than the one asked for",
                  Book([Page([["Тарский муниципальный район"], [TITLE], *CAPTIONS, *GOOD])]),
                  Truth(data(5, GOOD), [fault("wrong_district", None, None)], district="52654000",
                        asked={"district": "52618000"})),
    ]  # fmt: skip
