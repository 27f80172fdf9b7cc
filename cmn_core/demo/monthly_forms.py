"""A month's monthly form of the demonstration: the rows of both its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cmn_core.demo.levels import Levels
from cmn_core.demo.monthly_people import Contingent, MonthlyShares, count_people, invent_contingents, invent_shares
from cmn_core.demo.monthly_practices import DemoPractice, Participations, count_participations, invent_practices
from cmn_core.demo.organisations import DemoOrganisation
from cmn_core.demo.plan import DemoMunicipality, DemoPlan
from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import Forms
from cmn_core.reference.indicators import LayoutCode


@dataclass(frozen=True, slots=True)
class MonthlyYear:
    """What a municipality's monthly forms are made from."""

    organisations: Sequence[DemoOrganisation]
    levels: Levels
    shares: MonthlyShares
    contingents: Mapping[str, Contingent]
    practices: Mapping[str, Sequence[DemoPractice]]


@dataclass(frozen=True, slots=True)
class DemoMonthlyForm:
    """A filled monthly form before it becomes a file."""

    sender: str
    """ОКТМО."""
    period: Period
    people: tuple[tuple[DemoOrganisation, PeopleCounts], ...] = field(default=())
    practices: tuple[tuple[DemoOrganisation, Participations], ...] = field(default=())

    @property
    def scope(self) -> ScopeCode:
        """A monthly form speaks of all organisations."""
        return "all"

    @property
    def layout(self) -> LayoutCode:
        """The form's layout."""
        return "monthly"

    @property
    def as_of(self) -> date:
        """The date of the figures."""
        return self.period.closing_date


def invent_monthly_year(
    plan: DemoPlan,
    municipality: DemoMunicipality,
    organisations: Sequence[DemoOrganisation],
    levels: Levels,
    forms: Forms,
) -> MonthlyYear:
    """Invent what a municipality states in its monthly forms beyond the levels of the expansion form."""
    shares = invent_shares(plan, municipality)
    return MonthlyYear(
        organisations,
        levels,
        shares,
        invent_contingents(plan, municipality, organisations, shares),
        invent_practices(plan, municipality, organisations, forms),
    )


def fill_monthly_form(plan: DemoPlan, sender: str, period: Period, year: MonthlyYear) -> DemoMonthlyForm:
    """Fill a municipality's form for a month; its counts go on from the months before, sent or not."""
    periods = [report.period for report in plan.story.report if report.period <= period]
    people, practices = [], []
    for organisation in year.organisations:
        by_month = [(month, _count(plan, organisation, month, year)) for month in periods]
        people.append((organisation, by_month[-1][1]))
        counted = count_participations(year.practices[organisation.name], by_month, organisation.kind)
        practices += [(organisation, item) for item in counted if item.mentors or item.mentees]
    return DemoMonthlyForm(sender, period, tuple(people), tuple(practices))


def _count(plan: DemoPlan, organisation: DemoOrganisation, period: Period, year: MonthlyYear) -> PeopleCounts:
    day = period.closing_date
    return count_people(
        organisation,
        year.contingents[organisation.name],
        year.shares,
        year.levels[organisation.name][day],
        plan.story.level_pct[day] / 100,
    )
