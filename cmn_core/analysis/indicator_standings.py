"""How every indicator of a place stands: value, plan, what is lacking or how many reached it, in a few words each."""

from collections.abc import Mapping
from dataclasses import dataclass

from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.figure_words import value_words
from cmn_core.reference import Indicator, Reference
from cmn_core.wording import NBSP, NO_TARGET, format_count, format_target, plural


@dataclass(frozen=True, slots=True)
class IndicatorStanding:
    """One indicator as a line or a small card tells it."""

    code: str
    label: str
    value: str
    """«9,8 %», without a share «120 детей», else «нет данных»."""
    plan: str
    """«план 10 %»."""
    reached: bool | None
    told: str
    """Of the region: how many municipalities reached the plan, whose reports are fresh; else what is lacking."""


def list_region_standings(
    figures: Mapping[str, IndicatorFigures], reference: Reference
) -> tuple[IndicatorStanding, ...]:
    """List the region's indicators in the order of the reference."""
    return tuple(
        _stand(each.region, reference.indicator(code), _tell_region(each.region)) for code, each in figures.items()
    )


def list_district_standings(
    figures: Mapping[str, IndicatorFigures], oktmo: str, reference: Reference
) -> tuple[IndicatorStanding, ...]:
    """List a municipality's indicators in the order of the reference."""
    standings = []
    for code, each in figures.items():
        figure, indicator = each.of(oktmo), reference.indicator(code)
        standings.append(_stand(figure, indicator, _tell_district(figure, indicator)))
    return tuple(standings)


def _stand(figure: Figure | RegionFigure, indicator: Indicator, told: str) -> IndicatorStanding:
    return IndicatorStanding(
        code=indicator.code,
        label=indicator.label,
        value=value_words(figure, indicator),
        plan=NO_TARGET if figure.target_pct is None else f"план {format_target(figure.target_pct)}",
        reached=figure.reached,
        told=told,
    )


def _tell_region(region: RegionFigure) -> str:
    fresh = f"свежих {region.fresh_count}"
    if region.target_pct is None:
        return f"{fresh} из {region.district_count}"
    reached = plural(region.reached_count, "достиг", "достигли", "достигли")
    return f"{reached} {region.reached_count} из {region.district_count}, {fresh}"


def _tell_district(figure: Figure, indicator: Indicator) -> str:
    if figure.reached:
        return "план выполнен"
    if figure.gap_people:
        return f"не хватает {format_count(figure.gap_people)}{NBSP}{indicator.unit}"
    return ""
