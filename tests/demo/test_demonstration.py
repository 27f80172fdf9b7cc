"""The demonstration as it is shown: saved by the usual door, labelled, and telling its story."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from cmn_core.analysis.folded_practices import find_folds
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.analysis.parts import select_parts
from cmn_core.analysis.practice_names import practice_key
from cmn_core.analysis.practice_use import list_entering
from cmn_core.analysis.practices import list_reported_practices
from cmn_core.analysis.ratios import compute_ratios
from cmn_core.demo.demonstration import prepare_demonstration
from cmn_core.demo.making import make_demonstration
from cmn_core.demo.plan import read_plan
from cmn_core.errors import UsageError
from cmn_core.intake.read_report import read_report
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts_reading import data_revision, latest_period, periods_with_reports, read_year_facts
from cmn_core.store.organisations import NewOrganisation, add_organisations, known_organisations
from cmn_core.store.population import read_population
from cmn_core.store.practice_rows import read_practice_rows
from cmn_core.store.reports import ReportKey, read_in_force, read_original, read_versions
from cmn_core.store.settings import is_demonstration
from cmn_core.store.shown_practices import list_shown_practices

PLAN, REFERENCE = read_plan(), shipped_reference()
LAST = Period(2020, 11)


def test_it_is_labelled(demonstration: Database) -> None:
    assert is_demonstration(demonstration)
    sources = {value.source for value in read_population(demonstration, 2020)}
    assert sources == {"демонстрационные данные"}


def test_marked_practices_are_ones_that_their_organisations_report(demonstration: Database) -> None:
    facts = read_year_facts(demonstration, 2020)
    parts = select_parts(facts, LAST, REFERENCE)
    shown = list_shown_practices(demonstration)
    rows = read_practice_rows(demonstration, list_entering(parts), [each.district for each in shown])
    rule = REFERENCE.practices.folding
    reported = {(row.organisation_id, practice_key(row.programme, rule)) for row in rows if row.programme}
    assert len(shown) == len(PLAN.story.shown)
    assert {(each.organisation_id, each.name_key) for each in shown} <= reported


def test_like_names_stand_in_the_reports_to_be_folded(demonstration: Database) -> None:
    parts = select_parts(read_year_facts(demonstration, 2020), LAST, REFERENCE)
    districts = [district.oktmo for district in REFERENCE.region.districts]
    rows = read_practice_rows(demonstration, list_entering(parts), districts)
    names = {row.programme for row in rows if row.programme}
    folds = find_folds(list_reported_practices(rows, parts, REFERENCE), REFERENCE)
    assert len(names) - len(set(folds.values())) >= 10


def test_all_four_groups_are_there_but_for_the_few_left_blank(demonstration: Database) -> None:
    values = {(value.district, value.group) for value in read_population(demonstration, 2020)}
    blank = {(item.oktmo, group) for item in PLAN.story.not_stated for group in item.groups}
    every = {(district.oktmo, group.code) for district in REFERENCE.region.districts for group in REFERENCE.groups}
    assert len(blank) == 5
    assert values == every - blank


def test_months_and_organisations(demonstration: Database) -> None:
    assert [str(period) for period in periods_with_reports(demonstration)] == [
        "2020-06", "2020-07", "2020-08", "2020-09", "2020-10", "2020-11",
    ]  # fmt: skip
    assert latest_period(demonstration) == LAST
    assert len(known_organisations(demonstration)) == sum(
        item.schools + item.supplementary for item in PLAN.municipalities
    ) + sum(len(item.names) for item in PLAN.words.state)


def test_no_organisation_was_added_under_a_second_spelling(demonstration: Database) -> None:
    # Every name of every report is one of the organisations that were added at the start.
    problems = [
        problem.code
        for district in REFERENCE.region.districts
        for version in read_versions(demonstration, ReportKey(district.oktmo, "municipal", "expansion", LAST))
        for problem in version.problems
    ]
    assert "unknown_org" not in problems
    assert "own_form" in problems


def test_coverage_is_close_to_the_plan_and_some_municipalities_reach_it(demonstration: Database) -> None:
    figures = compute_indicator(read_year_facts(demonstration, 2020), REFERENCE, "coverage", LAST)
    region = figures.region
    assert region.fresh_count == 30
    assert 15 <= region.reached_count <= 20
    assert region.value_pct is not None
    assert 9 < region.value_pct < 10
    assert region.gap_people
    carried = {figure.name: str(figure.as_of) for figure in figures.districts if figure.fresh is False}
    assert carried == {"Называевский": "2020-11-01", "Тевризский": "2020-09-01"}
    assert [figure.name for figure in figures.districts if figure.numerator is None] == ["Седельниковский"]


@pytest.mark.parametrize("indicator", [indicator.code for indicator in REFERENCE.indicators])
def test_every_indicator_has_values_on_both_sides_of_its_target(demonstration: Database, indicator: str) -> None:
    figures = compute_indicator(read_year_facts(demonstration, 2020), REFERENCE, indicator, LAST)
    reached = [figure for figure in figures.districts if figure.value_pct and figure.value_pct >= figure.target_pct]
    below = [figure for figure in figures.districts if figure.value_pct and figure.value_pct < figure.target_pct]
    assert figures.region.value_pct is not None
    assert min(len(reached), len(below)) >= 3
    assert 1 <= sum(1 for figure in figures.districts if figure.value_pct is None) <= 9


def test_a_blank_denominator_is_made_up_from_the_contingent_but_for_enterprises(demonstration: Database) -> None:
    facts = read_year_facts(demonstration, 2020)
    contingent = {"youth_15_19": "mentor_share", "young_teachers": "young_teacher_share", "children_10_19": "coverage"}
    for item in PLAN.story.not_stated:
        for group in item.groups:
            figure = compute_indicator(facts, REFERENCE, contingent.get(group, "enterprise_share"), LAST).of(item.oktmo)
            assert (figure.value_pct is None) is (group == "enterprises")


@pytest.mark.parametrize("indicator", [indicator.code for indicator in REFERENCE.indicators])
def test_the_regions_numbers_never_fall(demonstration: Database, indicator: str) -> None:
    facts = read_year_facts(demonstration, 2020)
    numerators = [
        compute_indicator(facts, REFERENCE, indicator, Period(2020, month)).region.numerator or 0
        for month in range(6, 12)
    ]
    assert numerators == sorted(numerators)
    assert numerators[0] > 0


def test_every_form_is_met_own_and_unnamed_too(demonstration: Database) -> None:
    ratios = compute_ratios(read_year_facts(demonstration, 2020), REFERENCE, LAST)
    assert all(ratios.region.counts[code] for code in REFERENCE.forms.codes)
    by_mentees = compute_ratios(read_year_facts(demonstration, 2020), REFERENCE, LAST, "mentees")
    assert 0 < by_mentees.region.unassigned < by_mentees.region.total


def test_an_organisation_of_two_reports_counts_from_its_municipalitys_own(demonstration: Database) -> None:
    parts = select_parts(read_year_facts(demonstration, 2020), LAST, REFERENCE)["52618000"]
    (double,) = parts.double_named
    assert double.name == PLAN.story.region_report.also_names
    assert double.counted.report.sender == "52618000"
    (left,) = double.left_out
    assert left.report.sender is None
    assert left.people.drawn_in < double.counted.people.drawn_in


def test_the_fall_and_the_second_version_are_on_record(demonstration: Database) -> None:
    fallen = read_in_force(demonstration, ReportKey(PLAN.story.fall.oktmo, "municipal", "expansion", LAST))
    assert fallen is not None
    assert [problem.code for problem in fallen.problems].count("fell_since_last_month") == 1
    resent = read_versions(demonstration, ReportKey(PLAN.story.resent.oktmo, "municipal", "expansion", LAST))
    assert [(version.version, version.in_force) for version in resent] == [(2, True), (1, False)]


@pytest.mark.parametrize(("scope", "layout"), [("municipal", "expansion"), ("all", "monthly")])
def test_the_files_as_sent_are_kept(demonstration: Database, scope: ScopeCode, layout: LayoutCode) -> None:
    report = read_in_force(demonstration, ReportKey("52654000", scope, layout, LAST))
    assert report is not None
    original = read_original(demonstration, report.report_id)
    assert original is not None
    name, content = original
    assert name.endswith(".xlsx")
    assert read_report(content, name).sha256 == report.sha256


def test_the_draft_has_typical_mistakes_and_its_twin_none(demonstration: Database, drafts: Path) -> None:
    draft, name = PLAN.story.draft, REFERENCE.region.district(PLAN.story.draft.oktmo).short
    faulty, mended = (drafts / pattern.format(name=name) for pattern in (draft.faulty, draft.mended))
    reading = read_report(faulty.read_bytes(), faulty.name)
    codes = {problem.code for problem in reading.problems}
    assert codes >= {
        "missing_count", "negative_count", "not_a_number", "date_in_count", "unknown_form", "not_integer",
        "implausible_count", "missing_org", "duplicate_org", "dash_as_zero",
    }  # fmt: skip
    assert (reading.district, reading.period, reading.can_be_saved) == (PLAN.story.draft.oktmo, LAST, False)
    repaired = read_report(mended.read_bytes(), mended.name)
    assert repaired.can_be_saved
    assert {problem.severity for problem in repaired.problems} <= {"warning", "info"}


def test_the_monthly_draft_has_typical_mistakes_and_its_twin_none(demonstration: Database, drafts: Path) -> None:
    draft, name = PLAN.story.monthly_draft, REFERENCE.region.district(PLAN.story.monthly_draft.oktmo).short
    faulty, mended = (drafts / pattern.format(name=name) for pattern in (draft.faulty, draft.mended))
    reading = read_report(faulty.read_bytes(), faulty.name)
    codes = {problem.code for problem in reading.problems}
    assert codes >= {"cross_check", "missing_count", "not_a_number", "negative_count", "unknown_form"}
    assert (reading.layout, reading.district, reading.period) == ("monthly", draft.oktmo, LAST)
    assert not reading.can_be_saved
    repaired = read_report(mended.read_bytes(), mended.name)
    assert repaired.can_be_saved
    assert {problem.code for problem in repaired.problems} <= {"own_form", "own_role_model", "unknown_form"}


def test_preparing_again_changes_nothing(demonstration: Database, demo_url: str) -> None:
    before = data_revision(demonstration)
    assert prepare_demonstration(demonstration, demo_url).made is False
    assert data_revision(demonstration) == before


def test_a_half_made_one_is_completed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'half.sqlite3'}"
    database = open_database(url)
    story = PLAN.story.model_copy(update={"report": PLAN.story.report[:1]})
    few = tuple(item for item in PLAN.municipalities if item.oktmo in ("52601000", "52606000"))
    make_demonstration(database, replace(PLAN, municipalities=few, story=story))
    made = replace(PLAN, municipalities=few)
    make_demonstration(database, made)
    revision = data_revision(database)
    make_demonstration(database, made)
    assert data_revision(database) == revision
    assert len(known_organisations(database)) == 18 + 9
    versions = read_versions(database, ReportKey("52601000", "municipal", "expansion", Period(2020, 6)))
    assert [version.version for version in versions] == [1]
    database.close()


def test_a_database_with_other_data_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'own.sqlite3'}"
    database = open_database(url)
    school = NewOrganisation("52654000", "МБОУ «Первая СОШ»", "school", "municipal")
    add_organisations(database, [school], author="проверка", now=datetime(2020, 11, 24, 9, 0))
    with pytest.raises(UsageError, match="есть другие данные"):
        prepare_demonstration(database, url)
    assert not is_demonstration(database)
    assert periods_with_reports(database) == ()
    database.close()
