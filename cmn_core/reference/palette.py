"""The one palette of charts, documents and pages."""

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml


class Palette(Entry):
    """Colours as #RRGGBB; `below` and `above` run from just beside the target to far from it."""

    ink: str
    muted: str
    line: str
    none: str
    accent: str
    warning: str
    error: str
    below: tuple[str, str]
    above: tuple[str, str]
    series: tuple[str, ...]
    """Lines that are told apart by name; as many as can be chosen at once."""


def read_palette() -> Palette:
    """Read the shipped palette."""
    path = DATA_FOLDER / "reference" / "palette.toml"
    return parse_table(path, Palette, read_toml(path))
