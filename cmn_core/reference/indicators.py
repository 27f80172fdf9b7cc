"""Indicators of introducing the model, the groups they are shares of, and their targets by year."""

from decimal import Decimal
from typing import Literal, get_args

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml

LayoutCode = Literal["expansion", "monthly", "population"]
LAYOUT_CODES: tuple[LayoutCode, ...] = get_args(LayoutCode)
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
    counted: str
    """What a report states of the numerator: a number of its people, or «partners» of its programmes."""
    stated_whole: str = ""
    """What a report states of the whole: the contingent that stands in for «Численность», or who answered a survey."""
    asked: str = ""
    """Of a survey: the participations among which it was held."""
    people: tuple[str, str, str]
    """Plural forms of what is missing to the target: «1 ребёнок, 2 ребёнка, 5 детей»."""
    fed_by: tuple[LayoutCode, ...]
    targets: dict[int, Decimal]

    @property
    def is_survey(self) -> bool:
        """Tell an indicator that divides by those who answered."""
        return self.group == "survey"

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
