import re

import pytest
import vl_convert

from cmn_core.charts.text_width import text_width, wrap_text
from cmn_core.charts.theme import FONTS
from cmn_core.reference import Reference


def measure(text: str, size: int, *, bold: bool, font: str = FONTS) -> float:
    """Measure a text by drawing it."""
    encode = {"text": text, "fontSize": size, "fontWeight": "bold" if bold else "normal", "font": font}
    spec = {
        "$schema": "https://vega.github.io/schema/vega/v5.json",
        "padding": 0,
        "width": 1,
        "height": 1,
        "autosize": "pad",
        "marks": [{"type": "text", "encode": {"enter": {key: {"value": value} for key, value in encode.items()}}}],
    }
    found = re.search(r'width="([\d.]+)"', vl_convert.vega_to_svg(spec))
    assert found
    return float(found[1])


def test_estimate_is_the_drawn_width(reference: Reference) -> None:
    names = " ".join(district.short for district in reference.region.districts)
    sample = f"{names} 0123456789 % · 01.10 «СОШ № 5» – (план, чел.) {reference.region.facts.name}"
    for bold in (False, True):
        drawn = measure(sample, 16, bold=bold)
        assert drawn * 0.99 <= text_width(sample, 16, bold=bold) <= drawn * 1.06


def test_fonts_of_the_theme_are_known_to_the_exporter() -> None:
    unknown = measure("Большереченский", 16, bold=False, font="No Such Font")
    assert measure("Большереченский", 16, bold=False) < unknown * 0.7


@pytest.mark.parametrize("width", [40, 90, 160, 400])
def test_wrapping_loses_nothing_and_fits(width: int) -> None:
    name = "МБОУ «Большереченская средняя общеобразовательная школа имени Героя Советского Союза»"
    lines = wrap_text(name, width, 13)
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    assert all(text_width(line, 13) <= width for line in lines)


def test_word_breaks_at_its_hyphen() -> None:
    assert wrap_text("Русско-Полянский", 80, 13) == ("Русско-", "Полянский")


def test_short_text_stays_in_one_line() -> None:
    assert wrap_text("г. Омск", 200, 13) == ("г. Омск",)
