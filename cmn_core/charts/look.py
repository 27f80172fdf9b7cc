"""How large the words of a chart are: on a page, on a slide, on a phone."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Look:
    """Type sizes, row heights and margins in px at the chart's own width and height."""

    title: int
    subtitle: int
    text: int
    small: int
    tile_name: int
    tile_value: int
    row: int
    margin: int
    list_columns: int
    """Side-by-side columns of a list of all municipalities: on a slide one column leaves no room for the words."""

    @property
    def highest_row(self) -> float:
        """Return the height beyond which a row of a short list does not grow."""
        return self.row * 1.4


PAGE = Look(title=18, subtitle=14, text=14, small=13, tile_name=12, tile_value=16, row=23, margin=2, list_columns=1)
SLIDE = Look(title=34, subtitle=22, text=18, small=18, tile_name=16, tile_value=21, row=32, margin=2, list_columns=2)
MAP = replace(PAGE, text=12, tile_name=11, tile_value=14)
"""A map beside other things on a page: municipalities are smaller than their tiles."""
SLIDE_PICTURE = replace(SLIDE, margin=40)
"""A chart that is the whole slide, heading included; SLIDE stands on one beside other things."""
PHONE = Look(title=17, subtitle=13, text=13, small=12, tile_name=11, tile_value=13, row=23, margin=2, list_columns=1)
