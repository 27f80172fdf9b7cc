"""Indicators of introducing the model, the groups they are shares of, and their targets by year."""

from decimal import Decimal
from typing import Literal

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml

LayoutCode = Literal["expansion", "monthly", "population"]
GroupCode = Literal["children_10_19", "youth_15_19", "young_teachers", "enterprises", "survey"]


class Group(Entry):
    """A group of people or enterprises that «Численность» counts."""

    code: GroupCode
    label: str
    caption: str


class Indicator(Entry):
    """A share in per cent: who is counted, of whom, and how much is planned by year."""

    code: str
    label: str
    topic: str
    """What follows «план по …» in a sentence."""
    title: str
    numerator: str
    denominator: str
    group: GroupCode
    people: tuple[str, str, str]
    """Plural forms of what is missing to the target: «1 ребёнок, 2 ребёнка, 5 детей»."""
    fed_by: tuple[LayoutCode, ...]
    targets: dict[int, Decimal]

    def target_pct(self, year: int) -> Decimal | None:
        """Return the target of a calendar year in per cent, None where no target is set."""
        return self.targets.get(year)


def read_indicators() -> tuple[Indicator, ...]:
    """Read the shipped indicators."""
    path = DATA_FOLDER / "reference" / "indicators.toml"
    return parse_entries(path, "indicator", Indicator, read_toml(path).get("indicator"))


def read_groups() -> tuple[Group, ...]:
    """Read the groups of «Численность»."""
    path = DATA_FOLDER / "reference" / "groups.toml"
    return parse_entries(path, "group", Group, read_toml(path).get("group"))
