"""Dates: in the headings' text; failing that, above the table; never an approval's, a note's or a hidden sheet's."""

from datetime import date

from tests.data.workbook_maker.book import Book, Cell, Page
from tests.data.workbook_maker.form_cells import (
    CAPTIONS,
    DAYS,
    GOOD,
    MENTEES,
    MENTORS,
    ORGANISATION,
    PROGRAMME,
    PROGRAMME_GROUP,
    ROW_A,
    TITLE,
)
from tests.data.workbook_maker.form_cells import FORM as FORM_CAPTION
from tests.data.workbook_maker.truth import Case, Truth, cases_in, data, fault

UNDATED = [
    [ORGANISATION, "Привлечено в программы наставничества, чел.", "Привлечено дополнительно", None,
     PROGRAMME_GROUP, None],
    [None, None, MENTORS, MENTEES, PROGRAMME, FORM_CAPTION],
]  # fmt: skip


def _with_captions(before: str, added: str, above: list[list[Cell]] | None = None) -> Book:
    captions = [[ORGANISATION, before, added, None, PROGRAMME_GROUP, None], CAPTIONS[1]]
    return Book([Page([*(above or [[TITLE]]), *captions, ROW_A])])


def _above(*lines: list[Cell], since_1904: bool = False) -> Book:
    return Book([Page([[TITLE], *lines, *UNDATED, ROW_A])], since_1904=since_1904)


def make_cases() -> list[Case]:
    """Return the cases of this rule."""
    return [*_in_captions(), *_above_the_table(), *_that_do_not_count()]


def _in_captions() -> list[Case]:
    row = Truth(data(4, [ROW_A]))
    year_end = Truth(data(4, [ROW_A]), dates=("2020-12-01", "2021-01-01"), as_of="2021-01-01", period="2020-12")
    month_end = Truth(data(4, [ROW_A]), dates=("2020-10-01", "2020-11-01"), as_of="2020-11-01", period="2020-10")
    return [
        *cases_in("xlsx csv", "dates_in_words", "Dates in words",
                  _with_captions("Привлечено в программы на 1 октября 2020 года, чел.",
                                 "Привлечено дополнительно на 23 ноября 2020 г."), row),
        *cases_in("xlsx", "dates_short_year", "A year of two digits, days without a zero",
                  _with_captions("Привлечено в программы на 1.10.20, чел.", "Привлечено дополнительно на 23.11.20"),
                  row),
        *cases_in("xlsx", "dates_quoted_day", "A day in quotation marks, as in orders",
                  _with_captions("Привлечено в программы на «01» октября 2020 г.",
                                 "Привлечено дополнительно на «23» ноября 2020 г."), row),
        *cases_in("xlsx", "dates_other_signs", "Dates with a dash, a slash, in ISO order",
                  _with_captions("Привлечено в программы на 01/10/2020", "Привлечено дополнительно на 2020-11-23"),
                  row),
        *cases_in("xlsx", "dates_broken_over_lines", "NBSP and breaks within a date",
                  _with_captions("Привлечено в программы на\n1\u00a0октября\n2020\u00a0г., чел.",
                                 "Привлечено дополнительно на 23.11.\n2020 г."), row),
        *cases_in("xlsx", "dates_first_of_month", "01.11.2020 closes October",
                  _with_captions("Привлечено в программы на 01.10.2020", "Привлечено дополнительно на 01.11.2020"),
                  month_end),
        *cases_in("xlsx", "dates_first_of_january", "01.01.2021 closes December 2020",
                  _with_captions("Привлечено в программы на 01.12.2020", "Привлечено дополнительно на 01.01.2021"),
                  year_end),
        *cases_in("xlsx", "dates_approval_above", "«Утверждаю», a letter's date and a title's year do not count",
                  Book([Page([
                      ["УТВЕРЖДАЮ"], ["Председатель комитета"], ["______________ И. И. Иванова"],
                      ["«15» декабря 2020 г."], ["Приложение № 2 к письму от 12.11.2020 № 5"], [TITLE], *CAPTIONS,
                      *GOOD])]),
                  Truth(data(9, GOOD))),
    ]  # fmt: skip


def _above_the_table() -> list[Case]:
    row = Truth(data(5, [ROW_A]))
    one = Truth(data(5, [ROW_A]), dates=("2020-11-23",))
    return [
        *cases_in("xlsx xls ods csv", "dates_in_cells_above", "Date cells above the table",
                  _above(["Отчётные даты:", DAYS[0], DAYS[1]]), row),
        *cases_in("xlsx xls", "dates_1904_in_cells_above", "The same in a workbook that counts days from 1904",
                  _above(["Отчётные даты:", DAYS[0], DAYS[1]], since_1904=True), row),
        *cases_in("xlsx", "dates_in_text_above", "Date text above the table",
                  _above(["по состоянию на 23.11.2020"]), one),
        *cases_in("xlsx", "dates_above_beside_approval", "A date above counts, the approval's above it does not",
                  Book([Page([["Утверждаю"], ["Директор", None, None, date(2020, 12, 20)], [TITLE],
                              ["на 23 ноября 2020 года"], *UNDATED, ROW_A])]),
                  Truth(data(7, [ROW_A]), dates=("2020-11-23",))),
        *cases_in("xlsx", "dates_in_title", "The date stands in the title",
                  Book([Page([[f"{TITLE} (на 23.11.2020)"], [], *UNDATED, ROW_A])]), one),
    ]  # fmt: skip


def _that_do_not_count() -> list[Case]:
    def none(first_row: int, *problems) -> Truth:
        return Truth(data(first_row, [ROW_A]), problems, dates=(), as_of=None, period=None)

    hidden = Page([["на 01.10.2020"], ["на 23.11.2020"]], name="Служебный", state="hidden")
    return [
        *cases_in("xlsx csv", "dates_none", "No date anywhere is no error", _above(["Ежемесячные сведения"]), none(5)),
        *cases_in("xlsx", "dates_of_approval_only", "Only an approval, an order and a signature carry dates",
                  Book([Page([["Утверждаю"], ["директор школы"], ["15.11.2020"], [],
                              ["Приложение к приказу от 03.11.2020 г. № 17"], [TITLE], *UNDATED, ROW_A, [],
                              ["Председатель комитета", None, None, date(2020, 11, 24)],
                              ["24 ноября 2020 г."]])]), none(9)),
        *cases_in("xlsx", "dates_in_note", "A note's date and a comment's date do not count",
                  Book([Page([[TITLE], ["Примечание: список уточнён 05.12.2020"], *UNDATED, ROW_A, [],
                              ["* данные уточнены 30.11.2020"]], notes={"B3": "обновлено 06.12.2020"})]), none(5)),
        *cases_in("xlsx", "dates_on_hidden_sheet", "Dates of a hidden sheet do not count",
                  Book([Page([[TITLE], [], *UNDATED, ROW_A]), hidden]),
                  none(5, fault("hidden_sheet", None, "Служебный"))),
        *cases_in("xlsx", "dates_in_data", "Dates in names of programmes do not count",
                  Book([Page([[TITLE], [], *UNDATED, [ROW_A[0], 1, 2, 3, "Программа от 01.09.2020", "ученик – ученик"]],
                             )]),
                  Truth([("Лист1", 5, ROW_A[0], 1, 2, 3, "Программа от 01.09.2020", "ученик – ученик")], dates=(),
                        as_of=None, period=None)),
        *cases_in("xlsx", "dates_impossible", "A date that no calendar has is no date",
                  _with_captions("Привлечено в программы на 31.02.2020", "Привлечено дополнительно на 23.11.2020"),
                  Truth(data(4, [ROW_A]), dates=("2020-11-23",))),
        *cases_in("xlsx", "dates_only_first", "Only the first date is named: that of the figures is not known",
                  _with_captions("Привлечено в программы на 01.10.2020", "Привлечено дополнительно"),
                  Truth(data(4, [ROW_A]), dates=("2020-10-01",), as_of=None, period=None)),
    ]  # fmt: skip
