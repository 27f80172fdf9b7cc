"""What all indicators together tell of a period."""

from collections.abc import Mapping
from dataclasses import dataclass

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.analysis.indicators import compute_indicators
from cmn_core.analysis.overview import narrowed_subtitle
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.facts import YearFacts
from cmn_core.wording import capital, count_of, format_date, format_period, genitive_count_of

_INDICATORS = ("показатель", "показателя", "показателей")
_BY_INDICATORS = ("показателю", "показателям", "показателям")


@dataclass(frozen=True, slots=True)
class AllIndicators:
    """Figures by code in the order of the reference, with their finding."""

    figures: Mapping[str, IndicatorFigures]
    finding: str
    subtitle: str
    notes: tuple[str, ...]

    @property
    def has_data(self) -> bool:
        """Tell whether any report enters."""
        return any(each.region.numerator is not None for each in self.figures.values())


def compute_all_indicators(
    facts: YearFacts, reference: Reference, period: Period, subordination: str | None = None
) -> AllIndicators:
    """Compute every indicator at a period and say how many plans the region fulfils."""
    figures = compute_indicators(facts, reference, period, subordination)
    latest = max((each.region.as_of for each in figures.values() if each.region.as_of), default=None)
    dated = f", данные на {format_date(latest)}" if latest else ""
    subtitle = f"Значения показателей внедрения за {format_period(period)}, %{dated}; цвет — против плана года"
    return AllIndicators(
        figures=figures,
        finding=_find(figures, reference, period),
        subtitle=narrowed_subtitle(subtitle, reference, subordination),
        notes=_notes(figures, reference),
    )


def _find(figures: Mapping[str, IndicatorFigures], reference: Reference, period: Period) -> str:
    name = capital(reference.region.facts.short)
    if all(each.region.target_pct is None for each in figures.values()):
        return f"{name}: планы {period.year} года по показателям не заданы"
    judged = {code: each.region.reached for code, each in figures.items() if each.region.reached is not None}
    if not judged:
        return f"{name}: ни один показатель за {format_period(period)} не с чем сравнить"
    below = [reference.indicator(code).label.lower() for code, reached in judged.items() if not reached]
    total, fulfilled = len(figures), len(judged) - len(below)
    if fulfilled == total:
        return f"{name} выполняет план по всем {count_of(total, *_BY_INDICATORS)}"
    tail = f"; ниже плана: {', '.join(below)}" if below else ""
    return f"{name} выполняет план по {fulfilled} из {genitive_count_of(total, *_INDICATORS)}{tail}"


def _notes(figures: Mapping[str, IndicatorFigures], reference: Reference) -> tuple[str, ...]:
    silent = [
        reference.indicator(code).label.lower() for code, each in figures.items() if each.region.value_pct is None
    ]
    notes = [f"Доля области не считается: {', '.join(silent)}"] if silent else []
    return (*notes, "Пунктиром обведены значения по прошлому отчёту, рядом его дата; «нет ответов» — опроса не было")
