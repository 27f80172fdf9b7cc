"""The sheet «Практики»: programmes of the expansion forms, in the seed's form with its merged header."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from cmn_core.documents.form_header import FORM_WIDTHS, expansion_title, write_form_header
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet, start_sheet
from cmn_core.documents.xlsx_sheets import COUNT_FORMAT, SheetFormats, cell_text
from cmn_core.intake.annotation.wrapped_height import lines_height
from cmn_core.store.facts import Practice
from cmn_core.wording import count_of, format_date

PRACTICES_SHEET = "Практики"
_LAST = len(FORM_WIDTHS) - 1
_LINE_POINTS = 15.0
_Counts = tuple[int | None, int | None, int | None]


def write_practices(workbook: Workbook, formats: SheetFormats, content: ReportContent) -> None:
    """Write the programmes of every municipality under its name and date."""
    by_district = content.practices_of("expansion")
    listed = [practice for practices in by_district.values() for practice in practices]
    page = start_sheet(
        workbook,
        formats,
        content,
        name=PRACTICES_SHEET,
        title=f"В отчётах {count_of(len(listed), 'программа', 'программы', 'программ')} наставничества",
        subtitle=expansion_title(content.reference, "all"),
        widths=FORM_WIDTHS,
    )
    row = write_form_header(
        page.sheet,
        page.formats.heading(),
        content.reference.layouts,
        top=FIRST_ROW,
        scope="all",
        dates=(content.first_date, _as_of(content, listed)),
    )
    page.finish(frozen=(row, 1), repeat=(FIRST_ROW, row - 1))
    for oktmo, practices in by_district.items():
        row = _write_district(page, content, row, oktmo, practices)


def _write_district(
    page: ReportSheet, content: ReportContent, row: int, oktmo: str, practices: Sequence[Practice]
) -> int:
    look = page.formats.cell(bold=True, bg_color=content.reference.palette.above[0], text_wrap=False, indent=1)
    page.sheet.merge_range(row, 0, row, _LAST, _district_words(content, oktmo, practices), look)
    row += 1
    for _, same in groupby(practices, key=lambda practice: (practice.report_id, practice.organisation_id)):
        row = _write_organisation(page, row, list(same))
    return row


def _write_organisation(page: ReportSheet, row: int, practices: list[Practice]) -> int:
    """Write one organisation's programmes, its name merged over them, and counts over the rows that continue them."""
    last = row + len(practices) - 1
    _write_over(page, row, last, 0, practices[0].organisation, page.formats.cell(indent=1))
    for top, bottom, counts in _count_runs(practices):
        for column, count in enumerate(counts, start=1):
            _write_over(
                page, row + top, row + bottom, column, count, page.formats.cell(num_format=COUNT_FORMAT, align="center")
            )
    height = lines_height(practices[0].organisation, FORM_WIDTHS[0]) / len(practices)
    for place, practice in enumerate(practices, start=row):
        page.text(place, 4, practice.programme)
        page.text(place, 5, practice.mentoring_form)
        own = max(lines_height(text or "", FORM_WIDTHS[column]) for column, text in _texts(practice))
        page.sheet.set_row(place, max(own, height, _LINE_POINTS) + 3)
    return last + 1


def _texts(practice: Practice) -> tuple[tuple[int, str | None], ...]:
    return (4, practice.programme), (5, practice.mentoring_form)


def _count_runs(practices: Sequence[Practice]) -> Iterator[tuple[int, int, _Counts]]:
    """Yield counts with the first and last row that they stand for: a row without any continues the one above."""
    start = 0
    for place in range(1, len(practices) + 1):
        if place == len(practices) or any(count is not None for count in _counts(practices[place])):
            yield start, place - 1, _counts(practices[start])
            start = place


def _counts(practice: Practice) -> _Counts:
    return practice.involved_before, practice.added_mentors, practice.added_mentees


def _write_over(page: ReportSheet, top: int, bottom: int, column: int, value: str | int | None, look: Format) -> None:
    """Write a value into a cell, or into one merged over several rows."""
    if top != bottom:
        page.sheet.merge_range(top, column, bottom, column, "", look)
    if isinstance(value, int):
        page.sheet.write_number(top, column, value, look)
    else:
        page.sheet.write_string(top, column, cell_text(value), look)


def _district_words(content: ReportContent, oktmo: str, practices: Sequence[Practice]) -> str:
    name = content.reference.region.district(oktmo).name
    day = _as_of(content, practices)
    return f"{name}, на {format_date(day)}" if day else name


def _as_of(content: ReportContent, practices: Sequence[Practice]) -> date | None:
    """Return the latest date of the reports that the practices come from."""
    reports = (content.report(report_id) for report_id in {practice.report_id for practice in practices})
    return max((report.as_of for report in reports if report), default=None)
