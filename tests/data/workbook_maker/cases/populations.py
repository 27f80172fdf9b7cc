"""«Численность»: a row a municipality and year; a blank cell is not stated."""

from collections.abc import Sequence

from tests.data.workbook_maker.book import Book, Cell, Formula, Page
from tests.data.workbook_maker.truth import REFUSED, Case, Truth, cases_in, fault

CAPTIONS: list[Cell] = ["Муниципалитет", "ОКТМО", "Год", "Детей 10–19", "Молодёжи 15–19",
                        "Молодых педагогов (0–3 года)", "Предприятий", "Источник"]  # fmt: skip
TARSKIY, OMSK = "52654000", "52701000"


def _case(formats: str, stem: str, rule: str, rows: Sequence[Sequence[Cell]],
          population: Sequence[Sequence[object]], *problems,
          above: Sequence[Sequence[Cell]] = (), **marks: object) -> list[Case]:  # fmt: skip
    truth = Truth(problems=problems, scope=None, dates=(), as_of=None, period=None, layout="population",
                  population=[("Лист1", *row) for row in population])  # fmt: skip
    return cases_in(formats, stem, rule, Book([Page([*above, CAPTIONS, *rows], **marks)]), truth)


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    full: list[list[Cell]] = [
        ["Тарский", TARSKIY, 2020, 4210, 2050, 61, 38, "Росстат"],
        ["г. Омск", OMSK, 2020, 112300, 55100, 840, 5120, "Росстат"],
    ]
    figures = [
        (2, TARSKIY, 2020, "children_10_19", 4210, "Росстат"), (2, TARSKIY, 2020, "youth_15_19", 2050, "Росстат"),
        (2, TARSKIY, 2020, "young_teachers", 61, "Росстат"), (2, TARSKIY, 2020, "enterprises", 38, "Росстат"),
        (3, OMSK, 2020, "children_10_19", 112300, "Росстат"), (3, OMSK, 2020, "youth_15_19", 55100, "Росстат"),
        (3, OMSK, 2020, "young_teachers", 840, "Росстат"), (3, OMSK, 2020, "enterprises", 5120, "Росстат"),
    ]  # fmt: skip
    return [
        *_case("xlsx xls ods csv", "population_full", "All groups of two municipalities", full, figures),
        *_case("xlsx csv", "population_blanks", "A blank cell is not stated",
               [["Тарский", TARSKIY, 2020, 4210, None, None, None, None],
                ["г. Омск", OMSK, 2020, None, None, None, None, None]],
               [(2, TARSKIY, 2020, "children_10_19", 4210, None)]),
        *_case("xlsx", "population_by_name", "By name alone, however it is spelled",
               [["Тарский район", None, 2020, 4210], ["Омский муниципальный район Омской области", None, 2020, 9000],
                ["город Омск", None, 2020, 112300], ["Русско-Полянский", None, "2020", "1 700"]],
               [(2, TARSKIY, 2020, "children_10_19", 4210, None), (3, "52644000", 2020, "children_10_19", 9000, None),
                (4, OMSK, 2020, "children_10_19", 112300, None), (5, "52650000", 2020, "children_10_19", 1700, None)]),
        *_case("xlsx", "population_by_code", "By ОКТМО alone, as a number or text",
               [[None, 52654000, 2020, 4210], [None, OMSK, 2020, 112300]],
               [(2, TARSKIY, 2020, "children_10_19", 4210, None), (3, OMSK, 2020, "children_10_19", 112300, None)]),
        *_case("xlsx", "population_title_total", "A title above; «Всего», a footnote and an executor under the table",
               [full[0], ["Всего", None, 2020, 4210, 2050, 61, 38], ["* по данным Росстата"],
                ["Исполнитель: Петрова Анна Ивановна, тел. 23-45-67"]],
               [(4, *figure[1:]) for figure in figures[:4]], fault("personal_data", "A7"),
               above=[["Численность населения по муниципалитетам Омской области"], []]),
        *_case("xlsx xls", "population_bad_counts", "Bad cells say so at their place, the rest is read",
               [["Тарский", TARSKIY, 2020, -5, 4.5, "много", 38]],
               [(2, TARSKIY, 2020, "enterprises", 38, None)],
               fault("negative_count", "D2"), fault("not_integer", "E2"), fault("not_a_number", "F2")),
        *_several_years(),
        *_laid_out(),
        *cases_in("xlsx", "population_empty", "A heading and nothing under it", Book([Page([CAPTIONS])]),
                  Truth(problems=[fault("empty_form")], scope=None, dates=(), as_of=None, period=None,
                        layout="population")),
        *cases_in("xlsx", "population_no_year", "No column of years: another form",
                  Book([Page([["Район", "Население", "Площадь"], ["Тарский", 43.7, 15664]])]),
                  Truth(REFUSED.rows, [fault("wrong_form", "A1")], scope=None, dates=(), as_of=None, period=None,
                        layout=None)),
    ]  # fmt: skip


def _several_years() -> list[Case]:
    years = [["Тарский", TARSKIY, 2020, 4210], ["Тарский", TARSKIY, 2021, 4180]]
    return [
        *_case("xlsx", "population_two_years", "The same municipality in two years", years,
               [(2, TARSKIY, 2020, "children_10_19", 4210, None), (3, TARSKIY, 2021, "children_10_19", 4180, None)]),
    ]  # fmt: skip


def _laid_out() -> list[Case]:
    children = "children_10_19"
    formula = [["Тарский", TARSKIY, 2020, Formula("4000+210")], ["г. Омск", OMSK, 2020, 112300]]
    return [
        *_case("xlsx xls ods", "population_merged", "Year and source merged over the rows",
               [["Тарский", TARSKIY, 2020, 4210, None, None, None, "Росстат"],
                ["г. Омск", OMSK, None, 112300, None, None, None, None]],
               [(2, TARSKIY, 2020, children, 4210, "Росстат"), (3, OMSK, 2020, children, 112300, "Росстат")],
               merges=("C2:C3", "H2:H3")),
        *_case("xlsx", "population_lines", "Column numbers, the region's own row, spellings of year and city",
               [[1, 2, 3, 4, 5, 6, 7, 8], ["Омская область", "52000000", 2020, 195000],
                ["Тарский муниципальный р-н", None, "2020 г.", 4210], ["г.Омск", None, "2020 год", 112300],
                ["Азовский немецкий национальный район", None, 2020, 2900]],
               [(4, TARSKIY, 2020, children, 4210, None), (5, OMSK, 2020, children, 112300, None),
                (6, "52601000", 2020, children, 2900, None)]),
        *_case("xlsx ods", "population_unvalued_formula", "A formula without a stored value is no blank", formula,
               [(3, OMSK, 2020, children, 112300, None)], fault("formula_no_cached_value", "D2")),
        *_case("xlsx", "population_hidden_row", "A hidden row is read and told of",
               [["Тарский", TARSKIY, 2020, 4210], ["г. Омск", OMSK, 2020, 112300]],
               [(2, TARSKIY, 2020, children, 4210, None), (3, OMSK, 2020, children, 112300, None)],
               fault("hidden_rows", "A3"), hidden_rows=frozenset({3})),
        *_case("xlsx csv", "population_wrong_rows", "A stranger, two names in a row, no name, no year, a repeat",
               [["Тюменский", None, 2020, 1], ["Тарский", OMSK, 2020, 2], [None, None, 2020, 3],
                ["Тарский", TARSKIY, None, 4], ["Тарский", TARSKIY, 1920, 5], ["Одесский", None, 2020, 6],
                ["Одесский", None, 2020, 7]],
               [(7, "52642000", 2020, children, 6, None), (8, "52642000", 2020, children, 7, None)],
               fault("wrong_district", "A2"), fault("wrong_district", "B3"), fault("missing_org", "A4"),
               fault("missing_count", "C5"), fault("not_a_number", "C6"), fault("duplicate_org", "A8")),
        *_two_sheets(),
    ]  # fmt: skip


def _two_sheets() -> list[Case]:
    pages = [Page([CAPTIONS, ["Тарский", TARSKIY, 2020, number]], name=name)
             for name, number in (("Росстат", 4210), ("Школы", 4100))]  # fmt: skip
    population = [("Росстат", 2, TARSKIY, 2020, "children_10_19", 4210, None),
                  ("Школы", 2, TARSKIY, 2020, "children_10_19", 4100, None)]  # fmt: skip
    truth = Truth(problems=[fault("ambiguous_sheet", None, None), fault("duplicate_org", "A2", "Школы")], scope=None,
                  dates=(), as_of=None, period=None, layout="population", population=population)  # fmt: skip
    return cases_in("xlsx", "population_two_sheets", "The same municipality and year on two sheets", Book(pages), truth)
