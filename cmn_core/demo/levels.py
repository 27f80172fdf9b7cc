"""How many children each organisation has drawn in by each date: cumulative, never falling unless the story says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from cmn_core.demo.organisations import DemoOrganisation
from cmn_core.demo.plan import DemoMunicipality, DemoPlan


@dataclass(frozen=True, slots=True)
class FormCounts:
    """The three counts of an expansion form."""

    involved_before: int
    added_mentors: int
    added_mentees: int

    @property
    def drawn_in(self) -> int:
        """All that the organisation has drawn in by the second date."""
        return self.involved_before + self.added_mentors + self.added_mentees


Levels = Mapping[str, Mapping[date, int]]
"""Organisation's name → children drawn in from 1 January to the date."""


def compute_levels(
    plan: DemoPlan, municipality: DemoMunicipality, organisations: Sequence[DemoOrganisation]
) -> dict[str, dict[date, int]]:
    """Spread a municipality's coverage over its organisations and the year."""
    luck = Random(f"{plan.story.seed}:{municipality.oktmo}:levels")
    total = round(municipality.children_10_19 * municipality.coverage_pct / 100)
    finals = share_out(total, [organisation.size for organisation in organisations])
    pace = 1 + luck.uniform(-1, 1) * plan.story.pace.spread_pct / 100
    shares = {day: (level / 100) ** pace for day, level in plan.story.level_pct.items()}
    levels = {
        organisation.name: {day: int(final * share) for day, share in shares.items()}
        for organisation, final in zip(organisations, finals, strict=True)
    }
    if municipality.oktmo == plan.story.fall.oktmo:
        _let_one_fall(plan, levels)
    return levels


def count_form(organisation: DemoOrganisation, levels: Levels, dates: tuple[date, date]) -> FormCounts:
    """Return what an organisation's row of the form says; mentors and mentees never fall either."""
    before, after = (levels[organisation.name][day] for day in dates)
    mentors = int(after * organisation.mentors_share) - int(before * organisation.mentors_share)
    return FormCounts(before, mentors, after - before - mentors)


def share_out(total: int, weights: Sequence[float]) -> list[int]:
    """Share whole people out by weights, the largest remainders first; the parts add up to the total."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts


def _let_one_fall(plan: DemoPlan, levels: dict[str, dict[date, int]]) -> None:
    """Lower the last level of the organisation that grew most in the month before, so that no count is negative."""
    first, second = (report.dates for report in plan.story.report[-2:])
    grown = max(levels, key=lambda name: levels[name][first[1]] - levels[name][first[0]])
    levels[grown][second[1]] = levels[grown][first[1]] - plan.story.fall.people
