"""Where the value of a bar is written, so that the target line crosses no label."""

from dataclasses import dataclass

from cmn_core.charts.text_width import text_width

LABEL_GAP_PX = 6


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """A label's place: the value beside which it stands, its shift in px, and whether it lies on the bar."""

    value: float
    dx: float
    inside: bool


def label_room(label: str, size: float) -> float:
    """Return the px that a label needs after the end of its bar."""
    return text_width(label, size, bold=True) + LABEL_GAP_PX


def place_bar_label(label: str, value: float, unit_px: float, size: float, target: float | None) -> LabelPlace:
    """Write a label after its bar; where the target line would cross it: on the bar's end, else after the line."""
    room = label_room(label, size)
    end = value * unit_px
    if target is None or not end <= target * unit_px <= end + room + LABEL_GAP_PX:
        return LabelPlace(value, LABEL_GAP_PX, inside=False)
    if end >= room + LABEL_GAP_PX:
        return LabelPlace(value, -LABEL_GAP_PX, inside=True)
    return LabelPlace(target, LABEL_GAP_PX, inside=False)
