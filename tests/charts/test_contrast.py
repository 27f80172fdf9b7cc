import pytest

from cmn_core.charts.contrast import WHITE, contrast_ratio, text_colour_on

INK = "#1F2933"


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),  # the usual example of a grey that just fails
        ("#767676", "#FFFFFF", 4.54),  # … and of the lightest that passes
        ("#1F6FB2", "#FFFFFF", 5.28),
    ],
)
def test_ratio_is_the_one_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast_ratio(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast_ratio(second, first) == contrast_ratio(first, second)


@pytest.mark.parametrize(
    ("fill", "colour"),
    [("#1F6FB2", WHITE), ("#8C5A9E", WHITE), ("#767676", WHITE), ("#777777", INK), ("#FBE9D3", INK), ("#E08A1E", INK)],
)
def test_white_only_where_it_reads(fill: str, colour: str) -> None:
    assert text_colour_on(fill, INK) == colour
