"""What holds for any region with monthly reports: organisations make municipalities, municipalities the region."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmn_core.analysis.figure import Figure, IndicatorFigures
from cmn_core.analysis.indicators import compute_indicators, compute_organisation_figures
from cmn_core.analysis.parts import select_parts
from cmn_core.intake.people_counts import COUNT_NAMES, PeopleCounts
from cmn_core.period import Period
from cmn_core.store.facts import OrganisationFacts, YearFacts
from tests.analysis.monthly_region import monthly, partners, population, stated
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OMSK,
    TARA,
    UST_ISHIM,
    people,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()
DISTRICTS = (BOLSHERECHYE, GORKOVSKOYE, TARA, UST_ISHIM, OMSK)
CODES = [indicator.code for indicator in REFERENCE.indicators]
_EXPANSION = ("involved_before", "added_mentors", "added_mentees")
_MONTHLY = tuple(name for name in COUNT_NAMES if name not in _EXPANSION)
COUNTS = st.dictionaries(st.sampled_from(_MONTHLY), st.integers(0, 400), max_size=len(_MONTHLY))
checked = settings(max_examples=30, deadline=None, derandomize=True)


@dataclass(frozen=True)
class Made:
    facts: YearFacts
    organisations: tuple[tuple[str, OrganisationFacts], ...]


@st.composite
def made_regions(draw: st.DrawFn) -> Made:
    """Monthly reports of some municipalities and months, expansion forms of others, population of some."""
    reports, sums, named, told = [], [], [], []
    keys = draw(st.sets(st.tuples(st.sampled_from(DISTRICTS), st.integers(7, 11), st.booleans()), max_size=10))
    for report_id, (district, month, is_monthly) in enumerate(sorted(keys), start=1):
        period = Period(2020, month)
        if not is_monthly:
            reports.append(report(report_id, district, "municipal", period))
            sums.append(people(report_id, district, (draw(st.integers(0, 300)), 1, 2)))
            told.append((district, _organisation(report_id * 10, "municipal", report_id, sums[-1].people)))
            continue
        reports.append(monthly(report_id, district, period))
        for number, whose in enumerate(("municipal", "state")):
            sums.append(stated(report_id, district, subordination=whose, **draw(COUNTS)))
            told.append((district, _organisation(report_id * 10 + number, whose, report_id, sums[-1].people)))
        municipal, state = draw(st.integers(0, 9)), draw(st.integers(0, 9))
        both = draw(st.integers(max(municipal, state), municipal + state))
        named += partners(report_id, district, municipal=municipal, state=state, both=both)
    wholes = [
        cell
        for district in sorted(draw(st.sets(st.sampled_from(DISTRICTS))))
        for cell in population(district, *draw(st.tuples(*[st.integers(0, 2000)] * 4)))
    ]
    return Made(replace(year_facts(tuple(reports), tuple(sums), tuple(wholes)), partners=tuple(named)), tuple(told))


def _organisation(number: int, subordination: str, report_id: int, counts: PeopleCounts) -> OrganisationFacts:
    return OrganisationFacts(number, f"ОО {number}", "school", subordination, report_id, counts, 1)


def figures_of(facts: YearFacts, subordination: str | None = None) -> dict[str, IndicatorFigures]:
    return compute_indicators(facts, REFERENCE, NOVEMBER, subordination)


def total(figures: Iterable[Figure], field: str) -> int:
    return sum(getattr(figure, field) or 0 for figure in figures)


@checked
@given(made_regions())
def test_the_region_is_the_sum_of_its_municipalities(made: Made):
    for figures in figures_of(made.facts).values():
        region = figures.region
        reporting = [figure for figure in figures.districts if figure.numerator is not None]
        whole = [figure for figure in reporting if figure.denominator]
        assert (region.numerator or 0) == total(whole or reporting, "numerator")
        assert (region.denominator or 0) == total(whole, "denominator")
        if whole:
            counted = total(whole, "numerator") + sum(left.people for left in region.left_out)
            assert counted == total(reporting, "numerator")


@checked
@given(made_regions())
def test_organisations_sum_to_their_municipality(made: Made):
    parts = select_parts(made.facts, NOVEMBER, REFERENCE)
    for code, figures in figures_of(made.facts).items():
        if code == "enterprise_share":
            continue
        for figure in figures.districts:
            here = [facts for district, facts in made.organisations if district == figure.district]
            own = compute_organisation_figures(here, parts, REFERENCE, code, NOVEMBER, figure.district)
            assert total(own, "numerator") == (figure.numerator or 0)
            if figure.denominator_source and figure.denominator_source != "Росстат":
                assert total(own, "denominator") == figure.denominator


@checked
@given(made_regions())
def test_municipal_and_state_people_add_to_all_and_enterprises_never_exceed_the_sum(made: Made):
    whole, municipal, state = (figures_of(made.facts, narrowed) for narrowed in (None, "municipal", "state"))
    for code in CODES:
        for figure in whole[code].districts:
            halves = total((municipal[code].of(figure.district), state[code].of(figure.district)), "numerator")
            if code == "enterprise_share":
                assert (figure.numerator or 0) <= halves
            else:
                assert (figure.numerator or 0) == halves


@pytest.mark.parametrize("indicator", REFERENCE.indicators, ids=CODES)
@checked
@given(made=made_regions())
def test_more_people_never_lower_a_value_or_raise_a_gap(indicator, made: Made):
    def raised(facts: YearFacts) -> YearFacts:
        if indicator.counted == "partners":
            more = tuple(replace(row, partners=row.partners + 3) for row in facts.partners)
            return replace(facts, partners=more)
        counted = "involved" if indicator.counted == "drawn_in" else indicator.counted
        rows = tuple(replace(row, people=row.people.plus(PeopleCounts(**{counted: 3}))) for row in facts.sums)
        return replace(facts, sums=rows)

    before, after = (figures_of(facts)[indicator.code] for facts in (made.facts, raised(made.facts)))
    for then, now in zip((before.region, *before.districts), (after.region, *after.districts), strict=True):
        assert (now.value_pct or 0) >= (then.value_pct or 0)
        assert (now.gap_people or 0) <= (then.gap_people or 0)
        assert (now.denominator, now.as_of) == (then.denominator, then.as_of)


@checked
@given(made_regions())
def test_what_an_expansion_form_does_not_tell_is_no_data(made: Made):
    parts = select_parts(made.facts, NOVEMBER, REFERENCE)
    for code, figures in figures_of(made.facts).items():
        fed_by = REFERENCE.indicator(code).fed_by
        for figure in figures.districts:
            layouts = {part.report.layout for part in parts[figure.district].parts} & set(fed_by)
            assert set(figure.layouts) == layouts
            assert (figure.numerator is None) is (not layouts)
            assert (figure.as_of is None) is (not layouts)
