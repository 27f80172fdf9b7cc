"""What the pointer tells about a municipality's figure."""

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.analysis.figure_marks import describe_over_whole
from cmn_core.charts.marks import Tooltip
from cmn_core.charts.standing import count_words, is_carried
from cmn_core.reference import Indicator
from cmn_core.wording import NO_DATA, NO_TARGET, count_of, format_count, format_date, format_pct, format_target

NOTHING = "–"


def build_figure_tooltip(indicator: Indicator, who: str = "Муниципалитет") -> Tooltip:
    """Build the tooltip's lines for the fields of `tell_figure`."""
    return (
        ("name", who),
        ("value", "Показатель"),
        ("counted", indicator.counted_caption),
        ("whole", indicator.whole_caption),
        ("target", "План"),
        ("gap", "Не хватает"),
        ("as_of", "Данные на"),
        ("source", "Источник"),
        *((("response", "Доля ответивших"),) if indicator.is_survey else ()),
    )


def tell_figure(figure: Figure | RegionFigure, indicator: Indicator) -> dict[str, str]:
    """Write a figure's parts as the texts of its tooltip."""
    return {
        "name": (figure.organisation if isinstance(figure, Figure) else None) or figure.name,
        "value": _tell_value(figure),
        "counted": count_words(figure.numerator, indicator) if figure.numerator is not None else NO_DATA,
        "whole": format_count(figure.denominator) if figure.denominator else NO_DATA,
        "target": format_target(figure.target_pct) if figure.target_pct is not None else NO_TARGET,
        "gap": count_of(figure.gap_people, *indicator.people) if figure.gap_people is not None else NOTHING,
        "as_of": _tell_date(figure),
        "source": figure.denominator_source or NOTHING,
        **({"response": _tell_response(figure)} if indicator.is_survey else {}),
    }


def _tell_value(figure: Figure | RegionFigure) -> str:
    if figure.value_pct is None:
        return NO_DATA
    told = format_pct(figure.value_pct, figure.target_pct)
    return f"{told} – {describe_over_whole(figure)}" if figure.over_whole else told


def _tell_response(figure: Figure | RegionFigure) -> str:
    return format_pct(figure.response_rate_pct) if figure.response_rate_pct is not None else NOTHING


def _tell_date(figure: Figure | RegionFigure) -> str:
    if figure.as_of is None:
        return NO_DATA
    return f"{format_date(figure.as_of)}{' (прошлый отчёт)' if is_carried(figure) else ''}"
