"""Random regions made organisation by organisation, so that sums, shared ones and forms agree with each other."""

from collections import defaultdict
from dataclasses import dataclass

from hypothesis import strategies as st

from cmn_core.intake.people_counts import PeopleCounts
from cmn_core.period import Period
from cmn_core.store.facts import OrganisationFacts, ReportInForce, SharedOrganisation, SumsRow, YearFacts
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    OMSK,
    TARA,
    UST_ISHIM,
    children,
    form,
    people,
    report,
    year_facts,
)

DISTRICTS = (BOLSHERECHYE, GORKOVSKOYE, TARA, UST_ISHIM, OMSK)
FORMS = ("pupil_pupil", "student_pupil", "own", "unnamed")
SMALL = st.integers(0, 300)


@dataclass(frozen=True)
class Organisation:
    organisation_id: int
    district: str
    subordination: str


@dataclass(frozen=True)
class Told:
    """What a report says of an organisation."""

    report: ReportInForce
    organisation: Organisation
    before: int
    mentors: int
    form_mentees: dict[str, int]
    unassigned: int

    @property
    def mentees(self) -> int:
        return sum(self.form_mentees.values()) + self.unassigned

    def rows(self) -> tuple[SumsRow, ...]:
        where, whose = self.organisation.district, self.organisation.subordination
        counts = (self.before, self.mentors, self.mentees)
        programmes = len(self.form_mentees)
        report_id = self.report.report_id
        return (
            people(report_id, where, counts, subordination=whose, programmes=programmes, unassigned=self.unassigned),
            *(form(report_id, where, code, 1, count, subordination=whose) for code, count in self.form_mentees.items()),
        )

    def facts(self) -> OrganisationFacts:
        organisation = self.organisation
        return OrganisationFacts(
            organisation.organisation_id,
            f"ОО {organisation.organisation_id}",
            "school",
            organisation.subordination,
            self.report.report_id,
            PeopleCounts(self.before, self.mentors, self.mentees),
            len(self.form_mentees),
        )


@dataclass(frozen=True)
class MadeRegion:
    facts: YearFacts
    told: tuple[Told, ...]


ORGANISATIONS = tuple(
    Organisation(place * 10 + number, district, "state" if number == 2 else "municipal")
    for place, district in enumerate(DISTRICTS)
    for number in range(3)
)


@st.composite
def made_regions(draw: st.DrawFn) -> MadeRegion:
    reports = draw(_reports())
    told = tuple(
        draw(_told(sent, organisation))
        for sent in reports
        for organisation in ORGANISATIONS
        if sent.sender in (None, organisation.district) and draw(st.booleans())
    )
    by_organisation: dict[Organisation, list[Told]] = defaultdict(list)
    for each in told:
        by_organisation[each.organisation].append(each)
    shared = tuple(
        SharedOrganisation(
            organisation.organisation_id,
            f"ОО {organisation.organisation_id}",
            organisation.district,
            organisation.subordination,
            tuple(row for each in naming for row in each.rows()),
        )
        for organisation, naming in by_organisation.items()
        if len({(each.report.sender, each.report.scope) for each in naming}) > 1
    )
    counted = draw(st.sets(st.sampled_from(DISTRICTS)))
    population = tuple(children(district, draw(st.integers(1, 3000))) for district in sorted(counted))
    return MadeRegion(year_facts(reports, tuple(row for each in told for row in each.rows()), population, shared), told)


@st.composite
def _reports(draw: st.DrawFn) -> tuple[ReportInForce, ...]:
    own = st.tuples(st.sampled_from(DISTRICTS), st.sampled_from(("municipal", "state", "all")), st.integers(6, 11))
    regions = st.tuples(st.none(), st.just("state"), st.integers(6, 11))
    keys = draw(st.sets(st.one_of(own, regions), max_size=14))
    # The store refuses `all` beside `municipal` or `state` of the same sender and month.
    of_all = {(sender, month) for sender, scope, month in keys if scope == "all"}
    kept = [key for key in keys if key[1] == "all" or (key[0], key[2]) not in of_all]
    kept.sort(key=lambda key: (key[0] or "", key[1], key[2]))
    return tuple(
        report(number, sender, scope, Period(2020, month)) for number, (sender, scope, month) in enumerate(kept)
    )


@st.composite
def _told(draw: st.DrawFn, sent: ReportInForce, organisation: Organisation) -> Told:
    mentees = draw(st.dictionaries(st.sampled_from(FORMS), SMALL, max_size=3))
    return Told(sent, organisation, draw(SMALL), draw(SMALL), mentees, draw(st.sampled_from((0, 0, 25))))
