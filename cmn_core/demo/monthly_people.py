"""The people of an organisation in the monthly form: cumulative, and never at odds with one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from cmn_core.demo.levels import share_out
from cmn_core.demo.organisations import DemoOrganisation
from cmn_core.demo.plan import DemoMunicipality, DemoPlan, MonthlyHabits, PctRange
from cmn_core.intake.people_counts import PeopleCounts

_OLDER_PUPILS = {"school": (0.28, 0.42), "supplementary": (0.22, 0.4), "vocational": (0.85, 0.97)}
_IDLE_SIZE = 0.8
_JOINING = (0.3, 1.0)


@dataclass(frozen=True, slots=True)
class Contingent:
    """Whom an organisation has, the same all year."""

    pupils_10_19: int
    pupils_15_19: int
    young_teachers: int
    joining: tuple[float, ...]
    """How much of the year's story has passed when each young teacher becomes a mentee, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class MonthlyShares:
    """Shares from 0 to 1 that a municipality's organisations have in common."""

    mentors_also_mentees: float
    mentors_15_19: float
    young_mentees: float
    asked: float
    satisfied_mentees: float
    satisfied_mentors: float


def invent_shares(plan: DemoPlan, municipality: DemoMunicipality) -> MonthlyShares:
    """Draw a municipality's shares, the same at every call."""
    luck = Random(f"{plan.story.seed}:{municipality.oktmo}:monthly shares")
    habits: MonthlyHabits = plan.story.monthly

    def draw(least_greatest: PctRange) -> float:
        return luck.uniform(*least_greatest) / 100

    asked = draw(habits.asked_pct)
    return MonthlyShares(
        mentors_also_mentees=draw(habits.mentors_also_mentees_pct),
        mentors_15_19=draw(habits.mentors_15_19_pct),
        young_mentees=draw(habits.young_mentees_pct),
        asked=0.0 if municipality.oktmo in habits.not_surveyed else asked,
        satisfied_mentees=draw(habits.satisfied_mentees_pct),
        satisfied_mentors=draw(habits.satisfied_mentors_pct),
    )


def invent_contingents(
    plan: DemoPlan,
    municipality: DemoMunicipality,
    organisations: Sequence[DemoOrganisation],
    shares: MonthlyShares,
) -> Mapping[str, Contingent]:
    """Share a municipality's children and young teachers out over its organisations."""
    luck = Random(f"{plan.story.seed}:{municipality.oktmo}:contingents")
    sizes = [(item.size or _IDLE_SIZE) * luck.uniform(0.8, 1.25) for item in organisations]
    children = municipality.children_10_19 * (100 + plan.story.monthly.more_pupils_pct) // 100
    pupils = share_out(children, sizes)
    teachers = share_out(municipality.young_teachers, [size * luck.uniform(0.2, 1.8) for size in sizes])
    # Whole teachers by their own number: nobody has more mentees among them than there are.
    taking_part = [count if item.size else 0 for count, item in zip(teachers, organisations, strict=True)]
    mentees = share_out(round(sum(taking_part) * shares.young_mentees), taking_part)
    return {
        item.name: Contingent(
            of_pupils,
            int(of_pupils * luck.uniform(*_OLDER_PUPILS[item.kind])),
            of_teachers,
            tuple(luck.uniform(*_JOINING) for _ in range(young)),
        )
        for item, of_pupils, of_teachers, young in zip(organisations, pupils, teachers, mentees, strict=True)
    }


def count_people(
    organisation: DemoOrganisation,
    contingent: Contingent,
    shares: MonthlyShares,
    involved: int,
    year_share: float,
) -> PeopleCounts:
    """Count an organisation's people with `involved` pupils drawn in; `year_share` of the year's story has passed.

    Every number grows with `involved` and `year_share`: rounded parts of growing numbers do not fall.
    """
    stated = PeopleCounts(
        pupils_10_19=contingent.pupils_10_19,
        pupils_15_19=contingent.pupils_15_19,
        young_teachers=contingent.young_teachers,
    )
    if not involved:
        return stated
    mentors = int(involved * organisation.mentors_share)
    mentees = involved - mentors + int(mentors * shares.mentors_also_mentees)
    surveyed_mentees, surveyed_mentors = round(mentees * shares.asked), round(mentors * shares.asked)
    return stated.plus(
        PeopleCounts(
            involved=involved,
            mentees=mentees,
            mentors=mentors,
            mentors_15_19=round(mentors * shares.mentors_15_19),
            young_mentees=sum(1 for moment in contingent.joining if moment <= year_share),
            surveyed_mentees=surveyed_mentees,
            satisfied_mentees=round(surveyed_mentees * shares.satisfied_mentees),
            surveyed_mentors=surveyed_mentors,
            satisfied_mentors=round(surveyed_mentors * shares.satisfied_mentors),
        )
    )
