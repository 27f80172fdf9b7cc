"""All seven indicators of the sample municipalities: the coverage figures under each code and its own target."""

from collections.abc import Mapping
from dataclasses import replace

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.reference import shipped_reference

from .sample_figures import PERIOD, SILENT, make_figures

NOBODY = "52601000"  # Азовский: a survey that nobody answered


def make_indicators() -> Mapping[str, IndicatorFigures]:
    """Make the figures of every indicator; one municipality's surveys have no answers."""
    made = {}
    for indicator in shipped_reference().indicators:
        figures = make_figures()
        target = indicator.target_pct(PERIOD.year)
        districts = tuple(
            replace(
                figure, indicator=indicator.code, target_pct=target, **_survey(indicator.is_survey, figure.district)
            )
            for figure in figures.districts
        )
        region = replace(figures.region, indicator=indicator.code, target_pct=target)
        made[indicator.code] = IndicatorFigures(region, districts)
    return made


def _survey(is_survey: bool, district: str) -> dict[str, object]:
    if not is_survey or district == SILENT:
        return {}
    nobody = {"numerator": 0, "denominator": 0, "value_pct": None, "gap_people": None}
    return {"asked": 4000, **(nobody if district == NOBODY else {})}
