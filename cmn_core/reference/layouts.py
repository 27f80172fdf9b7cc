"""Report layouts: captions as printed, and the words by which their columns are found."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

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
    unless_all: bool = False
    """All of `without` in one caption exclude nothing: «вовлечено наставников и наставляемых»."""
    whole: tuple[str, ...] = ()
    """Or this is the whole caption: words too short to be looked for inside others."""
    of: str = ""
    """The field that a caption «из них …» goes on from: the column left of it."""
    meaning: str = ""
    """What is written there, for people."""
    cumulative: bool = False
    """Counted from 1 January: it does not fall within a year."""
    content: Literal["text", "count", "date"] = "text"
    """What its cells hold; `count`: a number of people."""


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

    def fields(self, content: str) -> tuple[str, ...]:
        """Return the fields of the columns that hold this, in printed order."""
        return tuple(column.field for column in self.columns if column.content == content)


@dataclass(frozen=True, slots=True)
class MonthlyLayout:
    """The monthly workbook: people on one sheet, participations on another."""

    label: str
    version: str
    title: str
    organisations: Layout
    programmes: Layout


@dataclass(frozen=True, slots=True)
class Layouts:
    """All layouts that can be read."""

    expansion: Layout
    monthly: MonthlyLayout
    population: Layout
    added_caption: str
    programme_group_caption: str
    adjectives: dict[str, Adjective]

    def table(self, code: str, part: str | None) -> Layout:
        """Return the columns of a layout; the monthly form has them in two parts."""
        layout = self._by_code(code)
        if isinstance(layout, Layout):
            return layout
        return layout.programmes if part == "programmes" else layout.organisations

    def label(self, code: str) -> str:
        """Return a layout's name for people."""
        return self._by_code(code).label

    def version(self, code: str) -> str:
        """Return the version of a layout's template that is handed out now."""
        return self._by_code(code).version

    def _by_code(self, code: str) -> Layout | MonthlyLayout:
        by_code: dict[str, Layout | MonthlyLayout] = {
            "expansion": self.expansion,
            "monthly": self.monthly,
            "population": self.population,
        }
        return by_code[code]


@dataclass(frozen=True, slots=True)
class MonthlyCaptions:
    """The captions of both sheets as a template prints them, by field."""

    organisations: dict[str, str]
    programmes: dict[str, str]


def monthly_captions(layout: MonthlyLayout, satisfaction_threshold: int) -> MonthlyCaptions:
    """Return the captions with the threshold of satisfaction in them."""
    organisations, programmes = (
        {column.field: column.caption.replace("{threshold}", str(satisfaction_threshold)) for column in part.columns}
        for part in (layout.organisations, layout.programmes)
    )
    return MonthlyCaptions(organisations, programmes)


def read_layouts() -> Layouts:
    """Read the shipped layouts."""
    path = DATA_FOLDER / "reference" / "layouts.toml"
    raw = read_toml(path)
    words = {code: {key: raw[code][key] for key in ("label", "version", "title")} for code in raw}
    expansion, population = (
        Layout(code, sheet=raw[code]["sheet"], columns=_read_columns(path, raw, code), **words[code])
        for code in ("expansion", "population")
    )
    organisations, programmes = (
        Layout(
            "monthly",
            sheet=raw["monthly"][part]["sheet"],
            columns=_read_columns(path, raw["monthly"], part, "monthly."),
            **words["monthly"],
        )
        for part in ("organisations", "programmes")
    )
    return Layouts(
        expansion=expansion,
        monthly=MonthlyLayout(**words["monthly"], organisations=organisations, programmes=programmes),
        population=population,
        added_caption=raw["expansion"]["added_caption"],
        programme_group_caption=raw["expansion"]["programme_group_caption"],
        adjectives={code: Adjective(**adjective) for code, adjective in raw["expansion"]["adjectives"].items()},
    )


def _read_columns(path: Path, raw: dict[str, Any], table: str, prefix: str = "") -> tuple[Column, ...]:
    return parse_entries(path, f"{prefix}{table}.columns", Column, raw[table].get("columns"))
