"""What has to be said with a figure: what it is divided by, who answered, how far people may repeat."""

from cmn_core.analysis.denominators import BY_CONTINGENT
from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.analysis.numerators import PARTNERS
from cmn_core.reference import Indicator
from cmn_core.reference.indicators import LayoutCode
from cmn_core.wording import count_of, format_count, format_pct

LAYOUT_NOTES: dict[LayoutCode, str] = {
    "expansion": "по данным отчёта, участия",
    "monthly": "повторы между организациями не исключены",
}
_BOTH = "повторы между организациями не исключены, из отчётов о расширении — участия"
_PARTNERS_OF_REGION = "предприятие считается один раз в каждом муниципалитете, где дало наставников"


def describe_source(figure: Figure | RegionFigure, indicator: Indicator) -> str:
    """Say who states the denominator, of a survey with its threshold and response rate; empty without one."""
    if not figure.denominator_source or not figure.denominator:
        return ""
    if indicator.is_survey:
        return ", ".join(filter(None, (figure.denominator_source, describe_response(figure))))
    if figure.denominator_source == BY_CONTINGENT:
        return f"численность {BY_CONTINGENT}"
    whole = "число предприятий" if indicator.counted == PARTNERS else "численность"
    return f"{whole}: {figure.denominator_source}"


def describe_response(figure: Figure | RegionFigure) -> str:
    """Say how many of those asked answered; empty where that cannot be told."""
    rate = figure.response_rate_pct
    if rate is None or figure.denominator is None or figure.asked is None:
        return ""
    asked = count_of(figure.asked, "участие", "участия", "участий")
    return f"ответили {format_count(figure.denominator)} на {asked} ({format_pct(rate)})"


def describe_repeats(figure: Figure | RegionFigure, indicator: Indicator) -> str:
    """Say how far the people of a count may repeat; empty where each stands once."""
    if indicator.counted == PARTNERS:
        return _PARTNERS_OF_REGION if isinstance(figure, RegionFigure) and figure.numerator else ""
    layouts = set(figure.layouts)
    if isinstance(figure, Figure) and figure.organisation is not None:
        layouts.discard("monthly")
    return _BOTH if len(layouts) > 1 else "".join(LAYOUT_NOTES[layout] for layout in layouts)


def describe_over_whole(figure: Figure | RegionFigure) -> str:
    """Say what to check where a value is over 100 %; empty where it is not."""
    if not figure.over_whole:
        return ""
    stated = figure.denominator_source == BY_CONTINGENT
    return "больше 100 %, проверьте отчёт" if stated else "больше 100 %, проверьте отчёт и численность"
