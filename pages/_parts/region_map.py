"""«Плитки» or «Карта»: the same figures in the municipalities' own boundaries, once the centre has brought them."""

import altair as alt
import streamlit as st

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.charts.alt_text import describe_region_map
from cmn_core.charts.look import MAP
from cmn_core.charts.region_map import build_region_map_chart
from cmn_core.reference import Reference
from cmn_core.reference.boundaries import Boundaries
from cmn_core.wording import join_names
from pages._parts.chart import ShownChart, make_chart
from pages._parts.database import CurrentData, current_boundaries
from pages._parts.page_choices import PageChoice, read_choices, show_segments
from pages._parts.scope import Scope

VIEW = PageChoice("map", "Вид", {"tiles": "Плитки", "shapes": "Карта"})
_MAP = (600, 540)


def choose_boundaries_shown(data: CurrentData) -> Boundaries | None:
    """Offer the map where there are boundaries; return them when it is chosen."""
    boundaries = current_boundaries(data)
    if boundaries is None:
        return None
    (view,) = read_choices(VIEW)
    with st.container(key="map_view"):
        show_segments(VIEW, view)
    return boundaries if view == "shapes" else None


def draw_region_map(data: CurrentData, scope: Scope, figures: IndicatorFigures, boundaries: Boundaries) -> ShownChart:
    """Return the map of a scope; drawn once a revision."""
    return _draw(data.database.url, data.revision, scope.region_key, figures, boundaries, data.reference)


def draw_map_picture(
    figures: IndicatorFigures,
    boundaries: Boundaries,
    reference: Reference,
    title: str,
    subtitle: str,
    size: tuple[int, int],
) -> alt.LayerChart:
    """Draw the map with its heading for a file; the heading says who is not on it."""
    width, height = size
    subtitle = "; ".join([subtitle, *note_absent(figures, boundaries)])
    return build_region_map_chart(
        figures, boundaries, reference, title=title, subtitle=subtitle, width=width, height=height
    )


def note_absent(figures: IndicatorFigures, boundaries: Boundaries) -> tuple[str, ...]:
    """Say which municipalities the map cannot show."""
    absent = [figure.name for figure in figures.districts if figure.district not in boundaries.shapes]
    return (f"на карте нет границ: {join_names(absent)}",) if absent else ()


@st.cache_data(show_spinner=False, max_entries=48)
def _draw(
    url: str, revision: int, chosen: str, _figures: IndicatorFigures, _boundaries: Boundaries, _reference: Reference
) -> ShownChart:
    width, height = _MAP
    chart = build_region_map_chart(_figures, _boundaries, _reference, width=width, height=height, look=MAP)
    return make_chart(chart, describe_region_map(_figures, _boundaries, _reference), grows=True)
