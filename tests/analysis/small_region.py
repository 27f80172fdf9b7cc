"""A region of five municipalities whose figures were worked by hand, and short builders of facts."""

from dataclasses import replace
from datetime import date

from cmn_core.intake.people_counts import NO_PEOPLE, PeopleCounts
from cmn_core.period import Period
from cmn_core.reference import Reference, shipped_reference
from cmn_core.store.facts import PopulationValue, ReportInForce, SharedOrganisation, SumsRow, YearFacts

BOLSHERECHYE, GORKOVSKOYE, TARA, UST_ISHIM, OMSK = "52603000", "52609000", "52654000", "52657000", "52701000"
AUGUST, SEPTEMBER, OCTOBER, NOVEMBER = (Period(2020, month) for month in (8, 9, 10, 11))


def small_reference() -> Reference:
    """The shipped reference with five municipalities instead of 33."""
    reference = shipped_reference()
    kept = (BOLSHERECHYE, GORKOVSKOYE, TARA, UST_ISHIM, OMSK)
    districts = tuple(district for district in reference.region.districts if district.oktmo in kept)
    return replace(reference, region=replace(reference.region, districts=districts))


def report(
    report_id: int,
    sender: str | None,
    scope: str,
    period: Period,
    *,
    layout: str = "expansion",
    as_of: date | None = None,
) -> ReportInForce:
    return ReportInForce(report_id, sender, scope, layout, period, as_of or period.closing_date, version=1)


def people(
    report_id: int,
    district: str,
    counts: tuple[int, int, int],
    *,
    subordination: str = "municipal",
    organisations: int = 1,
    programmes: int = 1,
    unassigned: int = 0,
) -> SumsRow:
    """Sums of people: drawn in on the first date, mentors and mentees added."""
    kind = "vocational" if subordination == "state" else "school"
    return SumsRow(
        report_id, district, kind, subordination, None, organisations, programmes, PeopleCounts(*counts), 0, unassigned
    )


def form(
    report_id: int,
    district: str,
    code: str,
    programmes: int,
    mentees: int,
    *,
    subordination: str = "municipal",
    organisations: int = 1,
) -> SumsRow:
    """Sums of one mentoring form."""
    kind = "vocational" if subordination == "state" else "school"
    return SumsRow(report_id, district, kind, subordination, code, organisations, programmes, NO_PEOPLE, mentees, 0)


def children(district: str, value: int, *, year: int = 2020, source: str = "Росстат") -> PopulationValue:
    return PopulationValue(district, year, "children_10_19", value, source, version=1)


def year_facts(
    reports: tuple[ReportInForce, ...],
    sums: tuple[SumsRow, ...] = (),
    population: tuple[PopulationValue, ...] = (),
    shared: tuple[SharedOrganisation, ...] = (),
    year: int = 2020,
) -> YearFacts:
    return YearFacts(year, 1, reports, sums, shared, population)


TECHNICAL_SCHOOL = SharedOrganisation(
    organisation_id=7,
    name="Большереченский агротехникум",
    district=BOLSHERECHYE,
    subordination="state",
    sums=(
        people(1, BOLSHERECHYE, (30, 2, 8), subordination="state"),
        form(1, BOLSHERECHYE, "pupil_pupil", 1, 5, subordination="state"),
        people(10, BOLSHERECHYE, (30, 4, 10), subordination="state"),
        form(10, BOLSHERECHYE, "student_pupil", 1, 6, subordination="state"),
    ),
)
"""Named by the municipality (40 people) and by the region's form (44 people)."""


def november_facts() -> YearFacts:
    """Five municipalities in November 2020.

    | municipality    | enters                                                    | people | children | value   | gap |
    |-----------------|-----------------------------------------------------------|--------|----------|---------|-----|
    | Большереченский | own municipal 300 (40 of them a state school), region's   |        |          |         |     |
    |                 | form 60 less the 44 that it gives the same school         | 316    | 3 160    | 10,0 %  | 0   |
    | Горьковский     | municipal of September, carried two months                | 90     | 1 000    | 9,0 %   | 10  |
    | Тарский         | municipal of November 120, state rows of October's all 30 | 150    | 3 000    | 5,0 %   | 150 |
    | Усть-Ишимский   | municipal of November, no population                      | 55     | —        | —       | —   |
    | г. Омск         | municipal of November                                     | 660    | 600      | 110,0 % | 0   |
    Region: (316 + 90 + 150 + 660) ÷ (3 160 + 1 000 + 3 000 + 600) = 1 216 ÷ 7 760 = 15,67 %, beside it 55 people.
    """
    day = date(2020, 11, 23)
    reports = (
        report(1, BOLSHERECHYE, "municipal", NOVEMBER, as_of=day),
        report(10, None, "state", NOVEMBER, as_of=day),
        report(2, GORKOVSKOYE, "municipal", SEPTEMBER),
        report(3, TARA, "all", OCTOBER),
        report(4, TARA, "municipal", NOVEMBER, as_of=day),
        report(5, UST_ISHIM, "municipal", NOVEMBER, as_of=day),
        report(6, OMSK, "municipal", NOVEMBER, as_of=day),
    )
    sums = (
        people(1, BOLSHERECHYE, (170, 18, 72), organisations=4, programmes=4, unassigned=17),
        people(1, BOLSHERECHYE, (30, 2, 8), subordination="state", unassigned=3),
        form(1, BOLSHERECHYE, "pupil_pupil", 3, 45, organisations=2),
        form(1, BOLSHERECHYE, "teacher_teacher", 1, 10),
        form(1, BOLSHERECHYE, "pupil_pupil", 1, 5, subordination="state"),
        people(10, BOLSHERECHYE, (42, 6, 12), subordination="state", organisations=2, programmes=2),
        form(10, BOLSHERECHYE, "student_pupil", 2, 8, subordination="state", organisations=2),
        people(2, GORKOVSKOYE, (60, 10, 20)),
        form(2, GORKOVSKOYE, "employer_pupil", 1, 20),
        people(3, TARA, (90, 5, 5), organisations=3),
        people(3, TARA, (20, 5, 5), subordination="state"),
        form(3, TARA, "pupil_pupil", 2, 5),
        form(3, TARA, "employer_student", 1, 5, subordination="state"),
        people(4, TARA, (100, 10, 10), organisations=3),
        form(4, TARA, "own", 2, 10),
        people(5, UST_ISHIM, (50, 2, 3)),
        form(5, UST_ISHIM, "unnamed", 1, 3),
        people(6, OMSK, (600, 20, 40), organisations=5),
        form(6, OMSK, "pupil_pupil", 4, 40, organisations=4),
    )
    population = (
        children(BOLSHERECHYE, 3160),
        children(GORKOVSKOYE, 1000),
        children(TARA, 3000),
        children(OMSK, 600),
        children(UST_ISHIM, 900, year=2021),
    )
    return year_facts(reports, sums, population, (TECHNICAL_SCHOOL,))


def plain(text: str) -> str:
    """Make non-breaking spaces ordinary, to compare sentences."""
    return text.replace("\u00a0", " ")
