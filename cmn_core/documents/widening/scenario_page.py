"""A scenario of widening on one page of Word; several of them side by side, each on a page after that."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

from cmn_core.analysis.commentary import district_finding, figure_subtitle
from cmn_core.analysis.widening import ScenarioResult
from cmn_core.analysis.widening_words import WITH_SCENARIO, find_oddities, list_assumptions, scenario_finding
from cmn_core.documents.shown_table import tell_value
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.documents.widening.printed import PrintedScenario
from cmn_core.documents.widening.tables import build_figures_table, build_options_table
from cmn_core.documents.widening.word_page import WordPage
from cmn_core.documents.xlsx_sheets import DEMONSTRATION
from cmn_core.reference import Reference
from cmn_core.wording import capital, format_moment, format_period

_CAPTION_WIDTH, _NAME_WIDTH = 40, 22
_OPTION_WIDTHS = (62, 48, 32, 38)
_LARGE, _SMALLEST, _MANY_OPTIONS = 11.0, 7.5, 6
"""Type sizes in points, and the most options that still leave room for the large one."""
_POINTS_AN_OPTION = 0.25
_LONGEST_LABEL = 40
"""Signs of a name that still stands at the head of a column."""


def write_scenarios(scenarios: Sequence[PrintedScenario], reference: Reference, *, demonstration: bool) -> bytes:
    """Write a page a scenario; several get a page side by side before their own."""
    longest = max(len(each.result.options) for each in scenarios)
    size = max(_SMALLEST, _LARGE - _POINTS_AN_OPTION * max(0, longest - _MANY_OPTIONS))
    page = WordPage("Варианты расширения практик наставничества", size)
    if len(scenarios) > 1:
        _write_comparison(page, scenarios, reference, demonstration=demonstration)
    for scenario in scenarios:
        _write_one(page, scenario, reference, demonstration=demonstration)
    buffer = BytesIO()
    page.document.save(buffer)
    return buffer.getvalue()


def _write_comparison(
    page: WordPage, scenarios: Sequence[PrintedScenario], reference: Reference, *, demonstration: bool
) -> None:
    labels = [each.name for each in scenarios]
    if max(map(len, labels)) > _LONGEST_LABEL:
        labels = [f"Вариант {number}" for number in range(1, len(scenarios) + 1)]
    results = [(label, each.result) for label, each in zip(labels, scenarios, strict=True)]
    _write_head(page, "Сравнение вариантов расширения практик наставничества", scenarios[0], reference, demonstration)
    _write_figures(page, results, reference)
    for label, scenario in zip(labels, scenarios, strict=True):
        page.heading(scenario.name if label == scenario.name else f"{label}: {scenario.name}")
        page.text(f"{scenario_finding(scenario.result, reference)}.")
    _write_assumptions(page, scenarios, reference)


def _write_one(page: WordPage, scenario: PrintedScenario, reference: Reference, *, demonstration: bool) -> None:
    title = "Вариант расширения практик наставничества"
    result = scenario.result
    _write_head(page, f"{title}: {scenario.name}" if scenario.name else title, scenario, reference, demonstration)
    _write_figures(page, [(capital(WITH_SCENARIO), result)], reference)
    options = build_options_table(result, reference)
    page.heading(options.title)
    if options.rows:
        page.table(options, _OPTION_WIDTHS, total=len(options.rows) > 1)
    page.heading("Итог")
    page.text(f"{scenario_finding(result, reference)}.", bold=True)
    for oddity in find_oddities(result, reference):
        page.text(oddity)
    _write_assumptions(page, [scenario], reference)
    page.signature(f"Составлено: {scenario.author}, {format_moment(scenario.at)}")


def _write_head(
    page: WordPage, title: str, scenario: PrintedScenario, reference: Reference, demonstration: bool
) -> None:
    figure = scenario.result.before
    page.title(title)
    place = reference.region.district(figure.district)
    page.text(f"{capital(place.name)}, {format_period(figure.period)}. {figure_subtitle(figure, reference)}.")
    if demonstration:
        page.text(DEMONSTRATION, bold=True)
    page.text(f"{district_finding(figure, reference)}.", bold=True)


def _write_assumptions(page: WordPage, scenarios: Sequence[PrintedScenario], reference: Reference) -> None:
    indicator = reference.indicator(scenarios[0].result.after.indicator)
    options = [each.option for scenario in scenarios for each in scenario.result.options if not each.option.is_empty]
    page.heading("Из чего исходит расчёт")
    page.items(list_assumptions(options, indicator, reference))


def _write_figures(page: WordPage, named: Sequence[tuple[str, ScenarioResult]], reference: Reference) -> None:
    """Write the figures a measure a line: scenarios stand side by side, and no caption is torn."""
    table = build_figures_table(named, reference)
    lines = (
        (column.caption, *(tell_value(row[place], column, table) for row in table.rows))
        for place, column in enumerate(table.columns)
    )
    # The date stands in the heading already.
    (_, *names), *rows, _date = lines
    columns = (TableColumn(""), *(TableColumn(name, "count") for name in names))
    page.table(replace(table, columns=columns, rows=tuple(rows)), (_CAPTION_WIDTH, *(_NAME_WIDTH for _ in names)))
