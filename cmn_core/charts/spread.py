"""Labels beside the ends of lines, moved apart so that none lies over another."""

from collections.abc import Sequence


def spread_labels(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Return a height for each wanted one, in the same order: at least `gap` apart and, as far as they fit, inside."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    heights: list[float] = []
    for number in order:
        height = max(wanted[number], top)
        heights.append(max(height, heights[-1] + gap) if heights else height)
    limit = bottom
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], limit)
        limit = heights[place] - gap
    placed = dict(zip(order, heights, strict=True))
    return [placed[number] for number in range(len(wanted))]
