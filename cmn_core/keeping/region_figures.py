"""Every figure of the region, by which a restored database is compared with the one that was copied."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from cmn_core.analysis.figure import IndicatorFigures, RegionFigure
from cmn_core.analysis.indicators import compute_indicators
from cmn_core.period import Period, parse_period
from cmn_core.reference import Reference
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import periods_with_reports, read_year_facts
from cmn_core.store.settings import current_reference
from cmn_core.wording import NO_DATA, format_count, format_period


class KeptFigure(BaseModel):
    """An indicator of the region at a period, exactly."""

    model_config = ConfigDict(frozen=True)

    period: str
    indicator: str
    numerator: int | None
    denominator: int | None
    value_pct: str | None
    as_of: str | None
    fresh_count: int


def compute_region_figures(database: Database) -> tuple[KeptFigure, ...]:
    """Compute every indicator at every month that has a report."""
    reference = current_reference(database)
    periods = periods_with_reports(database)
    return tuple(
        _keep(figures.region, period)
        for year in sorted({period.year for period in periods})
        for period, figures in _of_year(database, year, periods, reference)
    )


def find_differences(was: Iterable[KeptFigure], now: Iterable[KeptFigure], reference: Reference) -> Iterator[str]:
    """Yield what differs: the indicator, its month, what it was and what it is."""
    before = {(figure.period, figure.indicator): figure for figure in was}
    after = {(figure.period, figure.indicator): figure for figure in now}
    for key in sorted(before | after):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield f"{_name(key, reference)}: было {_tell(old)}, стало {_tell(new)}"


def _of_year(
    database: Database, year: int, periods: Iterable[Period], reference: Reference
) -> Iterator[tuple[Period, IndicatorFigures]]:
    facts = read_year_facts(database, year)
    for period in periods:
        if period.year == year:
            for figures in compute_indicators(facts, reference, period).values():
                yield period, figures


def _keep(figure: RegionFigure, period: Period) -> KeptFigure:
    return KeptFigure(
        period=str(period),
        indicator=figure.indicator,
        numerator=figure.numerator,
        denominator=figure.denominator,
        value_pct=None if figure.value_pct is None else str(figure.value_pct),
        as_of=None if figure.as_of is None else figure.as_of.isoformat(),
        fresh_count=figure.fresh_count,
    )


def _name(key: tuple[str, str], reference: Reference) -> str:
    period, code = key
    labels = {indicator.code: indicator.label for indicator in reference.indicators}
    return f"{labels.get(code, code)}, {format_period(parse_period(period))}"


def _tell(figure: KeptFigure | None) -> str:
    if figure is None or figure.numerator is None:
        return NO_DATA
    over = NO_DATA if figure.denominator is None else format_count(figure.denominator)
    return f"{format_count(figure.numerator)} из {over}"
