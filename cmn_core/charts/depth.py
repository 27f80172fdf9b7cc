"""How deep a colour is: the further from the target, the deeper, and a text always reads on it."""

from decimal import Decimal
from functools import cache

from cmn_core.charts.contrast import WHITE, is_readable
from cmn_core.reference import Palette

FULL_DEPTH = Decimal("0.6")
"""Share of the target by which a value must miss or pass it to get the deepest colour."""
STEPS = 40


def mix_colours(first: str, second: str, share: float) -> str:
    """Mix two #RRGGBB colours; `share` is the part of the second, from 0 to 1."""
    pairs = ((int(first[start : start + 2], 16), int(second[start : start + 2], 16)) for start in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@cache
def readable_fill(colour: str, ink: str) -> str:
    """Lighten a fill just so far that white or the ink reads on it."""
    lightened = (mix_colours(colour, WHITE, step / STEPS) for step in range(STEPS + 1))
    return next(fill for fill in lightened if is_readable(fill, ink))


def fill_by_depth(value_pct: Decimal, target_pct: Decimal, palette: Palette, *, reached: bool) -> str:
    """Return the fill of a value: `below` or `above` colours, deeper as it lies further from the target."""
    near, far = palette.above if reached else palette.below
    if target_pct == 0:
        return near
    depth = min(abs(value_pct - target_pct) / target_pct / FULL_DEPTH, Decimal(1))
    return _nearest_readable(near, far, palette.ink, round(depth * STEPS))


@cache
def _nearest_readable(near: str, far: str, ink: str, step: int) -> str:
    """Between light fills for ink and dark ones for white lies a band where neither reads: step out of it."""
    ramp = ((other, mix_colours(near, far, other / STEPS)) for other in range(STEPS + 1))
    readable = [(other, fill) for other, fill in ramp if is_readable(fill, ink)]
    return min(readable, key=lambda candidate: abs(candidate[0] - step))[1]
