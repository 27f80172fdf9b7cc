"""How a figure stands against its target: its colours and its words, the same on every chart."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from cmn_core.analysis.figure import Figure, RegionFigure
from cmn_core.charts.contrast import WHITE, text_colour_on
from cmn_core.charts.depth import fill_by_depth, mix_colours
from cmn_core.charts.key_plan import KeyEntry
from cmn_core.reference import Indicator, Palette
from cmn_core.wording import NBSP, NO_DATA, NO_TARGET, format_count, format_pct

StandingKind = Literal["below", "reached", "no_target", "count", "none"]
WHOLE_PCT = Decimal(100)
_KEY_WORDS = {
    "below": "ниже плана",
    "reached": "план выполнен",
    "no_target": NO_TARGET,
    "count": "доля не считается: показано число",
    "none": NO_DATA,
    "carried": "прошлый отчёт",
    "over": "больше 100 %",
}

_NO_ANSWERS, _NOBODY = "нет ответов", "0 из 0"


@dataclass(frozen=True, slots=True)
class Standing:
    """Colours and words of a figure."""

    kind: StandingKind
    carried: bool
    over: bool
    """More than 100 %: shown as it is and flagged."""
    fill: str
    stroke: str
    edge: str
    """Outline of a bar: a pale one would be lost on the white page."""
    ink: str
    words: str
    """«9,7 %», «120 чел.», «нет данных», or that there is nobody to count."""
    dated_words: str
    """The same, with the date of a carried figure."""


def judge_figure(figure: Figure | RegionFigure, indicator: Indicator, palette: Palette) -> Standing:
    """Give a figure its colours and words."""
    kind = _kind(figure)
    carried = kind != "none" and is_carried(figure)
    over = figure.value_pct is not None and figure.value_pct > WHOLE_PCT
    fill = WHITE if carried else _fill(kind, figure, palette)
    words = _words(figure, indicator)
    dated = f"{words}{NBSP}· {figure.as_of:%d.%m}" if carried and figure.as_of else words
    ink = palette.muted if kind == "none" else text_colour_on(fill, palette.ink)
    stroke = palette.error if over else _outline(kind, palette) if carried else fill
    edge = stroke if over or carried else mix_colours(fill, _outline(kind, palette), 0.35)
    return Standing(kind, carried, over, fill, stroke, edge, ink, words, dated)


def is_carried(figure: Figure | RegionFigure) -> bool:
    """Tell whether a figure stands on earlier reports; the region's only when not one of its reports is fresh."""
    if isinstance(figure, RegionFigure):
        return figure.as_of is not None and figure.fresh_count == 0
    return figure.fresh is False


def key_of_standings(standings: Iterable[Standing], palette: Palette) -> tuple[KeyEntry, ...]:
    """Return the key's squares, only for what occurs."""
    seen = tuple(standings)
    kinds = {standing.kind for standing in seen if not standing.carried}
    entries = [
        KeyEntry(_KEY_WORDS[kind], colour, colour) for kind, colour in _key_colours(palette).items() if kind in kinds
    ]
    if any(standing.carried for standing in seen):
        entries.append(KeyEntry(_KEY_WORDS["carried"], WHITE, palette.muted, dashed=True))
    if any(standing.over for standing in seen):
        entries.append(KeyEntry(_KEY_WORDS["over"], WHITE, palette.error))
    return tuple(entries)


def count_words(count: int, indicator: Indicator) -> str:
    """Write the people or enterprises of a figure: «120 чел.»."""
    return f"{format_count(count)}{NBSP}{indicator.unit}"


def neutral_fill(palette: Palette) -> str:
    """Return the colour of what is not measured against a target."""
    return mix_colours(palette.muted, WHITE, 0.68)


def _kind(figure: Figure | RegionFigure) -> StandingKind:
    if (figure.numerator is None and figure.value_pct is None) or _nobody_of_nobody(figure):
        return "none"
    if figure.value_pct is None:
        return "count"
    if figure.target_pct is None:
        return "no_target"
    return "reached" if figure.reached else "below"


def _fill(kind: StandingKind, figure: Figure | RegionFigure, palette: Palette) -> str:
    if figure.value_pct is not None and figure.target_pct is not None:
        return fill_by_depth(figure.value_pct, figure.target_pct, palette, reached=kind == "reached")
    return palette.none if kind == "none" else neutral_fill(palette)


def _outline(kind: StandingKind, palette: Palette) -> str:
    return {"below": palette.warning, "reached": palette.accent}.get(kind, palette.muted)


def _words(figure: Figure | RegionFigure, indicator: Indicator) -> str:
    if figure.value_pct is not None:
        return format_pct(figure.value_pct, figure.target_pct)
    if _nobody_of_nobody(figure):
        return _NO_ANSWERS if indicator.is_survey else _NOBODY
    return count_words(figure.numerator, indicator) if figure.numerator is not None else NO_DATA


def _nobody_of_nobody(figure: Figure | RegionFigure) -> bool:
    return figure.denominator == 0 and not figure.numerator


def _key_colours(palette: Palette) -> dict[StandingKind, str]:
    return {
        "below": palette.below[1],
        "reached": palette.above[1],
        "no_target": neutral_fill(palette),
        "count": neutral_fill(palette),
        "none": palette.none,
    }
