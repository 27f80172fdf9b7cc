"""The sheet «Методика и источники»: formulas and rules in words, and the reports that the figures came from."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from xlsxwriter import Workbook

from cmn_core.analysis.explanation import describe_formula, describe_numerator, describe_whole, sender_label
from cmn_core.analysis.measures import MEASURES
from cmn_core.documents.report_content import ReportContent
from cmn_core.documents.report_coverage import report_words
from cmn_core.documents.report_sheet import FIRST_ROW, ReportSheet, start_sheet
from cmn_core.documents.xlsx_sheets import SheetFormats
from cmn_core.reference import Indicator, Reference
from cmn_core.store.facts import ReportInForce
from cmn_core.wording import NO_DATA, capital, count_of, format_moment, format_period

METHOD_SHEET = "Методика и источники"
_WIDTHS = (28, 40, 32, 18, 16, 11, 15)
_THRESHOLDS = ("satisfaction_threshold", "carried_periods", "implausible_count")


def formula_sentences(reference: Reference, indicator: Indicator) -> tuple[str, ...]:
    """Return an indicator's formula, the columns of the forms that give its numerator, and whence its whole."""
    columns = (
        f"{reference.layouts.label(layout)}: {words}"
        for layout in indicator.fed_by
        if (words := describe_numerator(layout, reference, indicator.code))
    )
    return (
        f"{describe_formula(indicator)}.",
        f"Числитель: {'; '.join(columns)}. Знаменатель: {describe_whole(indicator, reference)}.",
    )


def counting_rules(reference: Reference) -> tuple[str, ...]:
    """Return the rules that hold for every indicator."""
    months = count_of(reference.limits.carried_periods, "месяц", "месяца", "месяцев")
    return (
        "Счёт ведётся с 1 января до даты, на которую даны сведения; отчёты разных месяцев не складываются.",
        "Регион: сумма числителей делится на сумму знаменателей, а не берётся среднее процентов. Муниципалитеты без "
        "знаменателя в обе суммы не входят и названы отдельно.",
        f"Если отчёта за месяц нет, берётся последний отчёт того же года, не старше чем на {months}; он называется "
        "перенесённым и сохраняет свою дату.",
        "Недостача в людях: план × знаменатель ÷ 100, округлённое вверх, минус числитель; не меньше 0.",
    )


def mark_sentences(reference: Reference) -> tuple[str, ...]:
    """Return what the marks of the tables mean, and the thresholds that were in force when the report was made."""
    thresholds = "; ".join(
        f"{limit.label.lower()} {getattr(reference.limits, limit.code)} {limit.unit.removesuffix('.')}"
        for limit in reference.limit_texts
        if limit.code in _THRESHOLDS
    )
    return (
        "Голубая ячейка: план достигнут; оранжевая: ниже плана. «Нет данных»: отчёта нет или он об этом не говорит.",
        "«Перенесён», «прежний»: число взято из прошлого отчёта, его дата стоит рядом.",
        "«По контингенту ОО»: «Численности» нет, знаменатель — сумма обучающихся из ежемесячных отчётов.",
        "Показатели считают людей, каждого один раз в организации; повторы между организациями не исключены. По форме "
        "о расширении практик и в таблицах программ стоят участия: один человек в двух программах стоит дважды.",
        "Больше 100 % показано как есть: проверьте отчёт и численность.",
        f"Пороги: {thresholds}.",
    )


def write_method(workbook: Workbook, formats: SheetFormats, content: ReportContent, districts: Collection[str]) -> None:
    """Write formulas, rules and marks, the sources of the denominators of these municipalities, and the reports."""
    page = start_sheet(
        workbook,
        formats,
        content,
        name=METHOD_SHEET,
        title="Как посчитано и по каким отчётам",
        subtitle=f"{format_period(content.period)}; сформировано {format_moment(content.made_at)}",
        widths=_WIDTHS,
    )
    formulas = [
        sentence
        for indicator in _told_indicators(content)
        for sentence in formula_sentences(content.reference, indicator)
    ]
    row = _write_paragraphs(page, FIRST_ROW + 1, "Показатели", formulas)
    rules = (
        f"Посчитано {content.counted}; возвращённые отчёты и черновики не учтены.",
        *counting_rules(content.reference),
        f"Соотношение форм: {_ratio_rule(content)}.",
    )
    row = _write_paragraphs(page, row, "Методика", rules)
    row = _write_paragraphs(page, row, "Пометки и пороги", mark_sentences(content.reference))
    row = _write_paragraphs(page, row, "Источники знаменателей", tuple(_source_sentences(content, districts)))
    _write_reports(page, row, content)
    page.finish(frozen=(FIRST_ROW, 0), repeat=(row + 1, row + 1))


def _ratio_rule(content: ReportContent) -> str:
    unnamed, own = content.reference.forms.unnamed.label, content.reference.forms.own.label
    return f"{MEASURES[content.measure].describe()}; «{unnamed}» и «{own}» входят в 100 %"


def _told_indicators(content: ReportContent) -> tuple[Indicator, ...]:
    """Keep the indicators that the reports can tell: without a monthly one there is coverage alone."""
    return content.reference.indicators if content.has_monthly else (content.indicator,)


def _source_sentences(content: ReportContent, districts: Collection[str]) -> Iterator[str]:
    sources: dict[str, Counter[str]] = {}
    for indicator in _told_indicators(content):
        figures = content.indicators.get(indicator.code, content.figures).districts
        named = Counter(each.denominator_source or NO_DATA for each in figures if each.district in districts)
        sources.setdefault(indicator.denominator, named)
    for denominator, named in sources.items():
        for source, number in named.most_common():
            where = count_of(number, "муниципалитет", "муниципалитета", "муниципалитетов")
            yield f"{capital(denominator)}: {source} ({where})."


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
