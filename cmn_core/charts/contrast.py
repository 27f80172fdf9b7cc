"""How well a text reads on a fill: the WCAG contrast ratio."""

from functools import cache

WHITE = "#FFFFFF"
LEAST_CONTRAST = 4.5
"""WCAG 2.1, success criterion 1.4.3, level AA."""


def relative_luminance(colour: str) -> float:
    """Return the luminance of #RRGGBB, from 0 (black) to 1 (white)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(first: str, second: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((relative_luminance(first), relative_luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@cache
def text_colour_on(fill: str, ink: str) -> str:
    """Choose white where it reads on the fill, else the ink."""
    return WHITE if contrast_ratio(WHITE, fill) >= LEAST_CONTRAST else ink


def is_readable(fill: str, ink: str) -> bool:
    """Tell whether white or the ink reads on the fill."""
    return contrast_ratio(text_colour_on(fill, ink), fill) >= LEAST_CONTRAST
