"""Indicators of introducing the model, the groups they are shares of, and their targets by year."""

import re
from decimal import Decimal
from typing import Literal, get_args

from cmn_core.errors import UsageError
from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, read_toml
from cmn_core.reference.spelling import collapse_spaces

LayoutCode = Literal["expansion", "monthly", "population"]
LAYOUT_CODES: tuple[LayoutCode, ...] = get_args(LayoutCode)
_WRITTEN_PCT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))? ?%?")
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
    counted_caption: str
    """Heads the numerators of a table …"""
    whole_caption: str
    """… and its denominators."""
    whole_genitive: str
    """What is missing where there is nothing to divide by: «нет численности»."""
    unit: str
    """Abbreviated unit of the numerator."""
    people: tuple[str, str, str]
    """Plural forms of what is missing to the target: «1 ребёнок, 2 ребёнка, 5 детей»."""
    fed_by: tuple[LayoutCode, ...]
    targets: dict[int, Decimal]

    @property
    def monthly_only(self) -> bool:
        """Tell an indicator that the monthly form alone feeds."""
        return self.fed_by == ("monthly",)

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


def parse_target_pct(written: str) -> Decimal:
    """Read a target as people write it: «12,5», «12.5 %»; raise UsageError where it is no share."""
    found = _WRITTEN_PCT.fullmatch(collapse_spaces(written))
    value = Decimal(f"{found[1]}.{found[2] or 0}").normalize() if found else Decimal(0)
    if not 0 < value <= 100:
        raise UsageError(
            f"«{written}» не подходит: нужно число больше 0 и не больше 100, не больше двух знаков после запятой."
        )
    return value
