"""How much of a chart's size is left for its marks once title, subtitle and key have taken their lines."""

from dataclasses import dataclass

from cmn_core.charts.key_plan import LINE as KEY_LINE
from cmn_core.charts.key_plan import KeyEntry, KeyPlace, KeySide, place_key
from cmn_core.charts.look import Look
from cmn_core.charts.marks import Plane
from cmn_core.charts.text_width import wrap_text

LINE = 1.25
"""Height of a heading's line in type sizes."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """A chart's outer size in px, its heading in lines, its key, and the size of the plot between them."""

    look: Look
    width: int
    height: int
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    key: tuple[KeyPlace, ...]
    key_side: KeySide
    key_height: float
    plot_width: int
    plot_height: float

    def lay_plane(self, x: tuple[float, float], y: tuple[float, float]) -> Plane:
        """Return the plane whose units fill the plot; the key keeps its place above or below it."""
        key = (y[1] - y[0]) * self.key_height / self.plot_height
        return Plane(x, (y[0] - key, y[1]) if self.key_side == "above" else (y[0], y[1] + key))


def plan_canvas(
    look: Look,
    *,
    width: int,
    height: int | None = None,
    plot_height: float = 0,
    title: str | None = None,
    subtitle: str | None = None,
    key: tuple[KeyEntry, ...] = (),
    key_side: KeySide = "below",
) -> Canvas:
    """Divide a chart's size; without a height it is made high enough for `plot_height`."""
    plot_width = width - 2 * look.margin
    titles = wrap_text(title, plot_width, look.title, bold=True) if title else ()
    subtitles = wrap_text(subtitle, plot_width, look.subtitle) if subtitle else ()
    places = place_key(key, look, plot_width)
    key_height = _key_height(look, places)
    taken = 2 * look.margin + _heading_height(look, titles, subtitles) + key_height
    height = round(plot_height + taken) if height is None else height
    return Canvas(
        look, width, height, titles, subtitles, places, key_side, key_height, plot_width, max(1.0, height - taken)
    )


def _heading_height(look: Look, titles: tuple[str, ...], subtitles: tuple[str, ...]) -> float:
    lines = LINE * (len(titles) * look.title + len(subtitles) * look.subtitle)
    return lines + look.text if lines else 0


def _key_height(look: Look, places: tuple[KeyPlace, ...]) -> float:
    lines = max((place.line for place in places), default=-1) + 1
    return lines * look.small * KEY_LINE + look.small * 0.5 if lines else 0
