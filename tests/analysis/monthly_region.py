"""A region of five municipalities in November 2020, monthly reports among them, worked by hand."""

from dataclasses import replace

from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.period import Period
from cmn_core.store.facts import PartnersRow, PopulationValue, ReportInForce, SumsRow, YearFacts
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OCTOBER,
    TARA,
    UST_ISHIM,
    children,
    people,
    report,
    year_facts,
)

GROUPS = ("children_10_19", "youth_15_19", "young_teachers", "enterprises")


def monthly(report_id: int, sender: str, period: Period = NOVEMBER, *, threshold: int = 7) -> ReportInForce:
    return replace(report(report_id, sender, "all", period, layout="monthly"), satisfaction_threshold=threshold)


def stated(
    report_id: int, district: str, *, subordination: str = "municipal", organisations: int = 1, **counts: int
) -> SumsRow:
    """Sums of people by the names of a monthly report's columns."""
    row = people(report_id, district, (0, 0, 0), subordination=subordination, organisations=organisations)
    return replace(row, people=PeopleCounts(**counts))


def partners(
    report_id: int, district: str, *, municipal: int = 0, state: int = 0, both: int
) -> tuple[PartnersRow, ...]:
    """Enterprises of municipal and of state organisations, and of both, each once."""
    told = (("municipal", municipal), ("state", state), (None, both))
    return tuple(PartnersRow(report_id, district, whose, count) for whose, count in told if count)


def population(district: str, *values: int) -> tuple[PopulationValue, ...]:
    """«Численность» by Росстат: children, youth, young teachers, enterprises."""
    given = zip(GROUPS, values, strict=True)
    return tuple(PopulationValue(district, 2020, group, value, "Росстат", version=1) for group, value in given)


def monthly_facts() -> YearFacts:
    """Reports of five municipalities.

    | municipality    | report                                   | whole                                            |
    |-----------------|------------------------------------------|--------------------------------------------------|
    | Тарский         | monthly of November                      | Росстат: 3 000 children, 1 200 youth, 40, 200    |
    | Горьковский     | monthly of October, carried one month    | none: its own contingent 1 000, 400, 10          |
    | Большереченский | monthly of November, threshold 8; beside | none but 40 enterprises; contingent 500, 0, 0    |
    |                 | it the expansion form of November        |                                                  |
    | Усть-Ишимский   | expansion form of November alone         | Росстат: 900 children                            |
    | г. Омск         | nothing                                  | none                                             |
    """
    reports = (
        monthly(1, TARA),
        monthly(2, GORKOVSKOYE, OCTOBER),
        monthly(3, BOLSHERECHYE, threshold=8),
        report(4, BOLSHERECHYE, "municipal", NOVEMBER),
        report(5, UST_ISHIM, "municipal", NOVEMBER),
    )
    sums = (
        stated(
            1, TARA, organisations=8, pupils_10_19=2400, pupils_15_19=900, young_teachers=30,
            involved=250, mentees=200, mentors=80, mentors_15_19=20, young_mentees=4,
            surveyed_mentees=100, satisfied_mentees=60, surveyed_mentors=40, satisfied_mentors=15,
            programme_mentors=90, programme_mentees=240,
        ),
        stated(
            1, TARA, subordination="state", pupils_10_19=400, pupils_15_19=300, young_teachers=5,
            involved=62, mentees=40, mentors=30, mentors_15_19=10, young_mentees=1,
            surveyed_mentees=20, satisfied_mentees=15, surveyed_mentors=10, satisfied_mentors=9,
            programme_mentors=30, programme_mentees=50,
        ),
        stated(
            2, GORKOVSKOYE, pupils_10_19=1000, pupils_15_19=400, young_teachers=10,
            involved=120, mentees=100, mentors=30, mentors_15_19=7, programme_mentors=30, programme_mentees=130,
        ),
        stated(
            3, BOLSHERECHYE, pupils_10_19=500, involved=600, mentees=450, mentors=160, mentors_15_19=3,
            surveyed_mentees=50, satisfied_mentees=20, programme_mentors=170, programme_mentees=480,
        ),
        stated(3, BOLSHERECHYE, subordination="state"),
        people(4, BOLSHERECHYE, (500, 20, 60)),
        people(5, UST_ISHIM, (50, 2, 3)),
    )  # fmt: skip
    return replace(
        year_facts(
            reports,
            sums,
            (
                *population(TARA, 3000, 1200, 40, 200),
                PopulationValue(BOLSHERECHYE, 2020, "enterprises", 40, "реестр округа", version=1),
                children(UST_ISHIM, 900),
            ),
        ),
        partners=(
            *partners(1, TARA, municipal=4, state=3, both=5),
            *partners(2, GORKOVSKOYE, municipal=2, both=2),
            *partners(3, BOLSHERECHYE, municipal=1, both=1),
        ),
    )
