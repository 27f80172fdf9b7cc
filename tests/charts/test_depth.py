from decimal import Decimal

import pytest

from cmn_core.charts.contrast import LEAST_CONTRAST, contrast_ratio, relative_luminance, text_colour_on
from cmn_core.charts.depth import fill_by_depth, mix_colours, readable_fill
from cmn_core.reference import Reference

TARGET = Decimal(10)


def fills(reference: Reference, values: range) -> list[str]:
    return [fill_by_depth(Decimal(tenths) / 10, TARGET, reference.palette, reached=tenths >= 100) for tenths in values]


def test_mixing_takes_the_share_of_the_second() -> None:
    assert mix_colours("#000000", "#FF8040", 0.5) == "#804020"
    assert mix_colours("#102030", "#FFFFFF", 0) == "#102030"


@pytest.mark.parametrize("values", [range(99, -1, -1), range(100, 260)])
def test_further_from_the_target_is_never_lighter(reference: Reference, values: range) -> None:
    luminances = [relative_luminance(fill) for fill in fills(reference, values)]
    assert luminances == sorted(luminances, reverse=True)
    assert luminances[0] > 3 * luminances[-1]


def test_ends_of_the_ramps_are_the_palettes(reference: Reference) -> None:
    palette = reference.palette
    assert fill_by_depth(TARGET, TARGET, palette, reached=True) == palette.above[0]
    assert fill_by_depth(Decimal(16), TARGET, palette, reached=True) == palette.above[1]
    assert fill_by_depth(Decimal(104), TARGET, palette, reached=True) == palette.above[1]
    assert fill_by_depth(Decimal(4), TARGET, palette, reached=False) == palette.below[1]


def test_text_reads_on_every_depth(reference: Reference) -> None:
    ink = reference.palette.ink
    for fill in fills(reference, range(0, 300)):
        assert contrast_ratio(fill, text_colour_on(fill, ink)) >= LEAST_CONTRAST, fill


def test_text_reads_on_every_form(reference: Reference) -> None:
    ink = reference.palette.ink
    for code in reference.forms.codes:
        fill = readable_fill(reference.forms.colour(code), ink)
        assert contrast_ratio(fill, text_colour_on(fill, ink)) >= LEAST_CONTRAST, code


def test_readable_colour_stays_as_it_is(reference: Reference) -> None:
    assert readable_fill("#1F6FB2", reference.palette.ink) == "#1F6FB2"
    assert readable_fill("#4E9A76", reference.palette.ink) != "#4E9A76"
