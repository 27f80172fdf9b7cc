"""The sheet «Методика и источники»: formulas and rules in words, and the reports that the figures came from."""

from collections import Counter
from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook

from cmn_core.analysis.explanation import describe_formula, describe_numerator, sender_label
from cmn_core.analysis.figure import Figure
from cmn_core.analysis.measures import MEASURES
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_coverage import report_words
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet, capital, start_sheet
from cmn_core.documents.xlsx_sheets import SheetFormats
from cmn_core.reference import Indicator, Reference
from cmn_core.store.facts import ReportInForce
from cmn_core.wording import NO_DATA, count_of, format_moment, format_period

METHOD_SHEET = "Методика и источники"
_WIDTHS = (28, 40, 32, 18, 16, 11, 15)


def method_sentences(reference: Reference, indicator: Indicator) -> tuple[str, ...]:
    """Return how an indicator is made, a rule a sentence."""
    months = count_of(reference.limits.carried_periods, "месяц", "месяца", "месяцев")
    drawn_in = describe_numerator("expansion", reference)
    coverage = f"По форме о расширении практик вовлечено = {drawn_in}." if indicator.code == "coverage" else ""
    rules = (
        f"{describe_formula(indicator)}.",
        coverage,
        "Счёт ведётся с 1 января до даты, на которую даны сведения; отчёты разных месяцев не складываются.",
        "Регион: сумма вовлечённых делится на сумму численности, а не берётся среднее процентов. Муниципалитеты без "
        "численности в обе суммы не входят и названы отдельно.",
        f"Если отчёта за месяц нет, берётся последний отчёт того же года, не старше чем на {months}; он называется "
        "перенесённым и сохраняет свою дату.",
        "Недостача в людях: план × численность ÷ 100, округлённое вверх, минус вовлечённые; не меньше 0.",
    )
    return tuple(rule for rule in rules if rule)


def write_method(workbook: Workbook, formats: SheetFormats, content: ReportContent, figures: Sequence[Figure]) -> None:
    """Write the rules, the sources of the figures' denominators and the table of reports."""
    page = start_sheet(
        workbook,
        formats,
        content,
        name=METHOD_SHEET,
        title="Как посчитано и по каким отчётам",
        subtitle=f"{format_period(content.period)}; сформировано {format_moment(content.made_at)}",
        widths=_WIDTHS,
    )
    rules = (*method_sentences(content.reference, content.indicator), f"Соотношение форм: {_ratio_rule(content)}.")
    row = _write_paragraphs(page, FIRST_ROW + 1, "Методика", rules)
    row = _write_paragraphs(page, row, "Источники численности", tuple(_source_sentences(content, figures)))
    _write_reports(page, row, content)
    page.finish(frozen=(FIRST_ROW, 0), repeat=(row + 1, row + 1))


def _ratio_rule(content: ReportContent) -> str:
    unnamed, own = content.reference.forms.unnamed.label, content.reference.forms.own.label
    return f"{MEASURES[content.measure].describe()}; «{unnamed}» и «{own}» входят в 100 %"


def _source_sentences(content: ReportContent, figures: Sequence[Figure]) -> Iterator[str]:
    for source, number in Counter(figure.denominator_source for figure in figures).most_common():
        where = count_of(number, "муниципалитет", "муниципалитета", "муниципалитетов")
        yield f"{capital(content.indicator.denominator)}: {source or NO_DATA} ({where})."


def _write_paragraphs(page: ReportSheet, row: int, title: str, sentences: Sequence[str]) -> int:
    page.section(row, title)
    for place, sentence in enumerate(sentences, start=row + 1):
        page.paragraph(place, sentence)
    return row + len(sentences) + 2


def _write_reports(page: ReportSheet, row: int, content: ReportContent) -> None:
    number = count_of(len(content.reports), "отчёт", "отчёта", "отчётов")
    page.section(row, f"Отчёты, вошедшие в расчёт: {number}")
    captions = ("Отправитель", "Вид отчёта", "Организации", "Период", "Данные на дату", "Версия", "Отчёт за месяц")
    page.headings(row + 1, captions)
    for place, report in enumerate(sorted(content.reports, key=_order), start=row + 2):
        _write_report(page, place, content, report)


def _order(report: ReportInForce) -> tuple[str, str, str]:
    return report.sender or "", report.scope, str(report.period)


def _write_report(page: ReportSheet, row: int, content: ReportContent, report: ReportInForce) -> None:
    reference = content.reference
    texts = (
        sender_label(report, reference),
        reference.layouts.label(report.layout),
        reference.kinds.scope_label(report.scope),
        format_period(report.period),
    )
    for column, text in enumerate(texts):
        page.text(row, column, text)
    page.fit(row, *enumerate(texts))
    page.day(row, 4, report.as_of)
    page.count(row, 5, report.version)
    page.text(row, 6, report_words(report.period == content.period))
