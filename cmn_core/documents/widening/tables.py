"""Tables of widening: where scenarios bring a figure, what a scenario consists of, scenarios side by side."""

from collections.abc import Sequence

from cmn_core.analysis.commentary import figure_subtitle
from cmn_core.analysis.widening import ScenarioResult
from cmn_core.analysis.widening_words import TODAY, name_option, tell_closing, tell_sums, tell_units
from cmn_core.documents.figure_tables import figure_columns, figure_numbers
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.table_workbook import TableColumn
from cmn_core.reference import Reference
from cmn_core.wording import capital


def build_figures_table(named: Sequence[tuple[str, ScenarioResult]], reference: Reference) -> ShownTable:
    """Build today's figure and that of each scenario under its name."""
    today = named[0][1].before
    indicator = reference.indicator(today.indicator)
    return ShownTable(
        title=f"{today.name}: {indicator.label.lower()} сейчас и с вариантом",
        subtitle=figure_subtitle(today, reference),
        columns=(
            TableColumn(""),
            TableColumn(f"Прибавится, {indicator.unit}", "count"),
            *figure_columns(today, reference),
        ),
        rows=(
            (capital(TODAY), None, *figure_numbers(today, reference)),
            *((name, result.added, *figure_numbers(result.after, reference)) for name, result in named),
        ),
        target_pct=today.target_pct,
    )


def build_options_table(result: ScenarioResult, reference: Reference) -> ShownTable:
    """Build a row an option that adds somebody, and their sum under them."""
    indicator = reference.indicator(result.after.indicator)
    filled = [each for each in result.options if not each.option.is_empty]
    rows = tuple(
        (
            name_option(each.option, reference),
            tell_units(each.option, reference),
            each.added if each.moves else None,
            tell_closing(each) or None,
        )
        for each in filled
    )
    sums = (sum(each.option.pairs for each in filled), sum(each.option.groups for each in filled))
    total = ("Всего", tell_sums(*sums), result.added, None)
    return ShownTable(
        title="Что прибавится",
        subtitle="",
        columns=(
            TableColumn("Форма и ролевая модель"),
            TableColumn("Пары и группы"),
            TableColumn(f"К показателю, {indicator.unit}", "count"),
            TableColumn("Остаток закрыли бы одни"),
        ),
        rows=(*rows, total) if len(rows) > 1 else rows,
    )


def build_effects_table(results: Sequence[ScenarioResult], reference: Reference) -> ShownTable:
    """Build what one scenario does to each indicator."""
    return ShownTable(
        title="Все показатели с этим вариантом",
        subtitle="Одни и те же пары и группы по-разному входят в показатели",
        columns=(
            TableColumn("Показатель"),
            TableColumn("Сейчас, %", "pct"),
            TableColumn("Прибавится", "count"),
            TableColumn("С вариантом, %", "pct"),
            TableColumn("План, %", "pct"),
            TableColumn("Не хватает", "count"),
        ),
        rows=tuple(
            (
                reference.indicator(each.after.indicator).label,
                each.before.value_pct,
                each.added,
                each.after.value_pct,
                each.after.target_pct,
                each.after.gap_people,
            )
            for each in results
        ),
    )
