"""Report layouts: captions as printed, and the words by which their columns are found."""

from dataclasses import dataclass

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml


class Column(Entry):
    """A column of a layout."""

    field: str
    caption: str
    short: str
    words: tuple[tuple[str, ...], ...]
    """Every group must have one of its stems in the caption …"""
    without: tuple[str, ...]
    """… and none of these."""
    whole: tuple[str, ...] = ()
    """Or this is the whole caption: words too short to be looked for inside others."""


class Adjective(Entry):
    """The word by which a heading tells its scope."""

    genitive: str
    plural: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A form of report: its heading, its columns in printed order and the template's version."""

    code: str
    label: str
    version: str
    title: str
    sheet: str
    columns: tuple[Column, ...]

    def column(self, field: str) -> Column:
        """Return a column by its field."""
        return next(column for column in self.columns if column.field == field)


@dataclass(frozen=True, slots=True)
class Layouts:
    """All layouts that can be read."""

    expansion: Layout
    population: Layout
    added_caption: str
    programme_group_caption: str
    adjectives: dict[str, Adjective]
    monthly_label: str

    def label(self, code: str) -> str:
        """Return a layout's name for people."""
        return {"expansion": self.expansion.label, "population": self.population.label}.get(code, self.monthly_label)


def read_layouts() -> Layouts:
    """Read the shipped layouts."""
    path = DATA_FOLDER / "reference" / "layouts.toml"
    raw = read_toml(path)
    expansion, population = (
        Layout(
            code=code,
            columns=parse_entries(path, f"{code}.columns", Column, raw[code].get("columns")),
            **{key: raw[code][key] for key in ("label", "version", "title", "sheet")},
        )
        for code in ("expansion", "population")
    )
    return Layouts(
        expansion=expansion,
        population=population,
        added_caption=raw["expansion"]["added_caption"],
        programme_group_caption=raw["expansion"]["programme_group_caption"],
        adjectives={code: Adjective(**words) for code, words in raw["expansion"]["adjectives"].items()},
        monthly_label=raw["monthly"]["label"],
    )
