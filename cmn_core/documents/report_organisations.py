"""The sheet «Организации»: what every organisation reported."""

from collections.abc import Iterator

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range

from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet, start_sheet
from cmn_core.documents.xlsx_sheets import COUNT_FORMAT, SheetFormats
from cmn_core.store.facts import OrganisationFacts
from cmn_core.wording import count_of, format_period

ORGANISATIONS_SHEET = "Организации"
_WIDTHS = (22, 54, 8, 20, 16, 17, 18, 13, 12, 16)
_FIRST_COUNT, _LAST_COUNT = 4, 8


def write_organisations(workbook: Workbook, formats: SheetFormats, content: ReportContent) -> None:
    """Write a row an organisation and, under them, sums of the rows that a filter leaves visible."""
    listed = list(_organisations(content))
    number = count_of(len(listed), "организация", "организации", "организаций")
    page = start_sheet(
        workbook,
        formats,
        content,
        name=ORGANISATIONS_SHEET,
        title=f"В отчётах {number}",
        subtitle=f"Вовлечено в программы наставничества, чел.; {format_period(content.period)}; по отчётам в силе",
        widths=_WIDTHS,
    )
    page.headings(FIRST_ROW, _captions(content))
    first = FIRST_ROW + 1
    for row, (name, facts) in enumerate(listed, start=first):
        _write_organisation(page, content, row, name, facts)
    if listed:
        last = first + len(listed) - 1
        page.sheet.autofilter(FIRST_ROW, 0, last, len(_WIDTHS) - 1)
        _write_totals(page, first, last, [facts for _, facts in listed])
    page.finish(frozen=(first, 2), repeat=(FIRST_ROW, FIRST_ROW))


def _organisations(content: ReportContent) -> Iterator[tuple[str, OrganisationFacts]]:
    for district in content.districts:
        name = content.reference.region.district(district.oktmo).short
        for facts in sorted(district.organisations, key=lambda facts: facts.name.lower()):
            yield name, facts


def _captions(content: ReportContent) -> tuple[str, ...]:
    layout = content.reference.layouts.expansion
    counts = (f"{layout.column(field).short}, чел." for field in ("involved_before", "added_mentors", "added_mentees"))
    return (
        "Муниципалитет", "Организация", "Вид", "Подчинение", *counts, "Вовлечено всего, чел.", "Программ",
        "Данные на дату",
    )  # fmt: skip


def _write_organisation(
    page: ReportSheet, content: ReportContent, row: int, district: str, facts: OrganisationFacts
) -> None:
    kinds = content.reference.kinds
    texts = (district, facts.name, kinds.kind_label(facts.kind), kinds.subordination_label(facts.subordination))
    for column, text in enumerate(texts):
        page.text(row, column, text)
    for column, count in enumerate(_counts(facts), start=_FIRST_COUNT):
        page.count(row, column, count)
    page.fit(row, (0, district), (1, facts.name))
    report = content.report(facts.report_id)
    page.day(row, _LAST_COUNT + 1, report.as_of if report else None)


def _counts(facts: OrganisationFacts) -> tuple[int, ...]:
    people = facts.people
    return people.involved_before, people.added_mentors, people.added_mentees, people.drawn_in, facts.programmes


def _write_totals(page: ReportSheet, first: int, last: int, organisations: list[OrganisationFacts]) -> None:
    look = page.formats.number(COUNT_FORMAT, bold=True)
    page.text(last + 1, 0, "Всего", bold=True)
    for column in (1, 2, 3, _LAST_COUNT + 1):
        page.sheet.write_blank(last + 1, column, None, look)
    sums = [sum(counts) for counts in zip(*(_counts(facts) for facts in organisations), strict=True)]
    for column, total in enumerate(sums, start=_FIRST_COUNT):
        formula = f"=SUBTOTAL(109,{xl_range(first, column, last, column)})"
        page.sheet.write_formula(last + 1, column, formula, look, total)
