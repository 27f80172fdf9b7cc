import pytest

from cmn_core.charts.bar_labels import LABEL_GAP_PX, label_room, place_bar_label

SIZE, UNIT = 14, 20.0  # a target of 10 lies at 200 px
WORDS = "9,9 %"  # about 40 px with its gap


@pytest.mark.parametrize(
    ("value", "target", "stands_at", "inside"),
    [
        (12.0, 10.0, 12.0, False),  # beyond the line: after the bar
        (5.0, 10.0, 5.0, False),  # far before it: after the bar, ends before the line
        (9.9, 10.0, 9.9, True),  # the line would cross it: on the bar's end
        (10.0, 10.0, 10.0, True),  # the bar ends at the line
        (0.5, 1.0, 1.0, False),  # no room on the bar either: after the line
        (0.0, 1.0, 1.0, False),
        (9.9, None, 9.9, False),
    ],
)
def test_label_keeps_off_the_line(value: float, target: float | None, stands_at: float, *, inside: bool) -> None:
    place = place_bar_label(WORDS, value, UNIT, SIZE, target)
    assert (place.value, place.inside) == (stands_at, inside)
    assert place.dx == (-LABEL_GAP_PX if inside else LABEL_GAP_PX)


def test_no_place_is_crossed_whatever_the_value() -> None:
    room = label_room(WORDS, SIZE) - LABEL_GAP_PX
    for tenths in range(0, 200):
        place = place_bar_label(WORDS, tenths / 10, UNIT, SIZE, 10.0)
        start = place.value * UNIT + place.dx - (room if place.inside else 0)
        assert not start < 200 < start + room
