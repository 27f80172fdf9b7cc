"""The sheet «Организации»: what every organisation reported, in the columns of the layouts that it reported by."""

from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range

from cmn_core.documents.organisation_columns import OrganisationColumn, list_count_columns
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet, start_sheet
from cmn_core.documents.xlsx_sheets import COUNT_FORMAT, SheetFormats
from cmn_core.store.facts import OrganisationFacts
from cmn_core.wording import count_of, format_period

ORGANISATIONS_SHEET = "Организации"
_TEXT_WIDTHS = (20, 50, 8, 18)
_COUNT_WIDTH, _PROGRAMMES_WIDTH, _DATE_WIDTH = 14, 11, 13
_FIRST_COUNT = len(_TEXT_WIDTHS)


def write_organisations(workbook: Workbook, formats: SheetFormats, content: ReportContent) -> None:
    """Write a row an organisation and, under them, sums of the rows that a filter leaves visible."""
    listed = list(_organisations(content))
    layouts = content.layouts
    columns = list_count_columns({layouts[facts.report_id] for _, facts in listed}, content.reference)
    number = count_of(len(listed), "организация", "организации", "организаций")
    page = start_sheet(
        workbook,
        formats,
        content,
        name=ORGANISATIONS_SHEET,
        title=f"В отчётах {number}",
        subtitle=f"Вовлечено в программы наставничества, чел.; {format_period(content.period)}; по отчётам в силе",
        widths=(*_TEXT_WIDTHS, *(_COUNT_WIDTH for _ in range(len(columns) + 1)), _PROGRAMMES_WIDTH, _DATE_WIDTH),
    )
    page.headings(FIRST_ROW, _captions(columns))
    first = FIRST_ROW + 1
    for row, (name, facts) in enumerate(listed, start=first):
        _write_organisation(page, content, row, name, facts, _counts(facts, columns, content))
    if listed:
        last = first + len(listed) - 1
        page.sheet.autofilter(FIRST_ROW, 0, last, len(page.widths) - 1)
        _write_totals(page, first, last, [_counts(facts, columns, content) for _, facts in listed])
    page.finish(frozen=(first, 2), repeat=(FIRST_ROW, FIRST_ROW))


def _organisations(content: ReportContent) -> Iterator[tuple[str, OrganisationFacts]]:
    for district in content.districts:
        name = content.reference.region.district(district.oktmo).short
        for facts in sorted(district.organisations, key=lambda facts: facts.name.lower()):
            yield name, facts


def _captions(columns: Sequence[OrganisationColumn]) -> tuple[str, ...]:
    counts = (column.caption for column in columns)
    return (
        "Муниципалитет", "Организация", "Вид", "Подчинение", *counts, "Вовлечено всего, чел.", "Программ",
        "Данные на дату",
    )  # fmt: skip


def _write_organisation(
    page: ReportSheet,
    content: ReportContent,
    row: int,
    district: str,
    facts: OrganisationFacts,
    counts: Sequence[int | None],
) -> None:
    kinds = content.reference.kinds
    texts = (district, facts.name, kinds.kind_label(facts.kind), kinds.subordination_label(facts.subordination))
    for column, text in enumerate(texts):
        page.text(row, column, text)
    for column, count in enumerate(counts, start=_FIRST_COUNT):
        if count is None:
            # Of another layout: no missing datum, only no such question.
            page.text(row, column, "")
        else:
            page.count(row, column, count)
    page.fit(row, (0, district), (1, facts.name))
    report = content.report(facts.report_id)
    page.day(row, len(page.widths) - 1, report.as_of if report else None)


def _counts(
    facts: OrganisationFacts, columns: Sequence[OrganisationColumn], content: ReportContent
) -> tuple[int | None, ...]:
    told = (column.value(facts, content.layouts) for column in columns)
    return (*(None if value is None else int(value) for value in told), facts.people.drawn_in, facts.programmes)


def _write_totals(page: ReportSheet, first: int, last: int, counted: Sequence[tuple[int | None, ...]]) -> None:
    look = page.formats.number(COUNT_FORMAT, bold=True)
    page.text(last + 1, 0, "Всего", bold=True)
    for column in (*range(1, _FIRST_COUNT), len(page.widths) - 1):
        page.sheet.write_blank(last + 1, column, None, look)
    sums = [sum(count or 0 for count in counts) for counts in zip(*counted, strict=True)]
    for column, total in enumerate(sums, start=_FIRST_COUNT):
        formula = f"=SUBTOTAL(109,{xl_range(first, column, last, column)})"
        page.sheet.write_formula(last + 1, column, formula, look, total)
