"""How far a municipality's data can be trusted: whose report it is, what its sender confirmed, what it divides by."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.analysis.parts import DistrictParts
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.facts import OrganisationFacts

COPIED = "copied_last_month"
ReportStanding = Literal["fresh", "carried", "absent"]


@dataclass(frozen=True, slots=True)
class DataQuality:
    """What stands behind a municipality's figures of a period."""

    district: str
    state: ReportStanding
    as_of: date | None
    """The earliest date of its reports."""
    layouts: tuple[LayoutCode, ...]
    confirmed: Mapping[str, int]
    """Problem code → how many warnings the sender confirmed."""
    organisations: int
    empty: int
    """Organisations that report nobody drawn in."""
    sources: tuple[str, ...]
    """Who states the denominators of its indicators, each once."""
    beside_people: int | None
    """How many people more the monthly report counts than an expansion form of the same month; None without one."""

    @property
    def copied(self) -> bool:
        """Tell whether the sender confirmed that the month repeats the one before."""
        return COPIED in self.confirmed


def judge_quality(
    parts: DistrictParts,
    organisations: Sequence[OrganisationFacts],
    confirmed: Mapping[str, int],
    figures: Mapping[str, IndicatorFigures],
) -> DataQuality:
    """Judge one municipality; `organisations` and `confirmed` warnings are those of the reports that enter."""
    sources = (each.of(parts.district).denominator_source for each in figures.values())
    beside = parts.beside_monthly
    return DataQuality(
        district=parts.district,
        state="absent" if not parts.parts else "fresh" if parts.fresh else "carried",
        as_of=parts.as_of,
        layouts=tuple(dict.fromkeys(parts.layouts.values())),
        confirmed=dict(Counter(confirmed).most_common()),
        organisations=len(organisations),
        empty=sum(1 for facts in organisations if not facts.people.drawn_in),
        sources=tuple(dict.fromkeys(source for source in sources if source)),
        beside_people=beside.difference if beside else None,
    )
