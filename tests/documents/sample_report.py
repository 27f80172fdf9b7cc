"""A made region for the report's tests: 33 municipalities, two organisations each, figures simple enough to check."""

from dataclasses import replace
from datetime import date, datetime

from cmn_core.analysis.commentary import (
    district_finding,
    figure_subtitle,
    freshness_sentence,
    lagging_finding,
    reached_finding,
    region_finding,
)
from cmn_core.analysis.data_quality import judge_quality
from cmn_core.analysis.indicators import compute_indicators, compute_months
from cmn_core.analysis.parts import select_parts
from cmn_core.analysis.ratio_commentary import ratio_finding, ratio_subtitle
from cmn_core.analysis.ratios import compute_ratios
from cmn_core.documents.report_content import ReportContent, ReportedDistrict, ReportWords
from cmn_core.intake.people_counts import NO_PEOPLE, PeopleCounts
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.store.facts import OrganisationFacts, PopulationValue, Practice, ReportInForce, SumsRow, YearFacts

REFERENCE = shipped_reference()
PERIOD = Period(2020, 11)
LATE, ABSENT, UNCOUNTED = "52606000", "52612000", "52615000"
"""Carried from October, without any report, without a denominator."""
CHILDREN = 2_000
FORMS = ("pupil_pupil", "teacher_teacher", "student_pupil", "employer_pupil", "own")


def made_reports():
    """Return a November report of every municipality but two: one stands with its October report, one has none."""
    reports = []
    for number, district in enumerate(REFERENCE.region.districts):
        if district.oktmo == ABSENT:
            continue
        late = district.oktmo == LATE
        period, as_of = (Period(2020, 10), date(2020, 11, 1)) if late else (PERIOD, date(2020, 11, 23))
        reports.append(ReportInForce(100 + number, district.oktmo, "municipal", "expansion", period, as_of, 1 + late))
    return tuple(reports)


def made_practices(report):
    """Return three programmes: two of a school with its counts stated once, one of a centre."""
    number = report.report_id - 100
    school = f"МБОУ «Средняя общеобразовательная школа № {number + 1} имени Героя Советского Союза»"
    centre = "=HYPERLINK(1)" if number == 0 else f"МБУ ДО «Центр творчества № {number + 1}»"
    first, second = FORMS[number % 5], FORMS[(number + 2) % 5]
    stated = (
        (number * 2, school, 6, "Вместе к успеху", first, 100, 20, 40),
        (number * 2, school, 7, "Старт в профессию", second, None, None, None),
        (number * 2 + 1, centre, 8, "Наставник рядом", first, number * 3, 1, 2),
    )
    return tuple(
        Practice(key, name, report.report_id, "Лист1", row, programme, REFERENCE.forms.label(form), form, *counts)
        for key, name, row, programme, form, *counts in stated
    )


def made_organisations(report):
    """Return the two organisations with the same counts."""
    school, _, centre = made_practices(report)
    return tuple(
        OrganisationFacts(
            practice.organisation_id, practice.organisation, kind, "municipal", report.report_id,
            PeopleCounts(practice.involved_before, practice.added_mentors, practice.added_mentees), programmes,
        )
        for practice, kind, programmes in ((school, "school", 2), (centre, "supplementary", 1))
    )  # fmt: skip


def made_sums(report):
    """Return the report's sums: people of all forms by kind, and programmes by form."""
    rows = []
    for facts in made_organisations(report):
        people = SumsRow(
            report.report_id, report.sender, facts.kind, "municipal", None, 1, facts.programmes,
            facts.people, 0, 0,
        )  # fmt: skip
        forms = [
            practice.form_code
            for practice in made_practices(report)
            if practice.organisation_id == facts.organisation_id
        ]
        blank = {"people": NO_PEOPLE, "programmes": 1}
        rows += [people, *(replace(people, form=form, **blank) for form in forms)]
    return rows


def made_facts():
    """Return the year."""
    reports = made_reports()
    population = tuple(
        PopulationValue(district.oktmo, 2020, "children_10_19", CHILDREN, "Росстат", 1)
        for district in REFERENCE.region.districts
        if district.oktmo != UNCOUNTED
    )
    sums = tuple(row for report in reports for row in made_sums(report))
    return YearFacts(2020, 1, reports, sums, (), population)


def made_district(report, parts, indicators):
    """Return the rows of a report's municipality and how far they can be trusted."""
    organisations = made_organisations(report)
    quality = judge_quality(parts[report.sender], organisations, {}, indicators)
    return ReportedDistrict(report.sender, organisations, made_practices(report), quality)


def made_content(oktmo=None, demonstration=True):
    """Return the content of the region's report, or of one municipality's."""
    facts = made_facts()
    indicators = compute_indicators(facts, REFERENCE, PERIOD)
    figures = indicators["coverage"]
    parts = select_parts(facts, PERIOD, REFERENCE)
    ratios = compute_ratios(facts, REFERENCE, PERIOD)
    reports = tuple(report for report in facts.reports if oktmo in (None, report.sender))
    figure = figures.of(oktmo) if oktmo else figures.region
    shares = ratios.of(oktmo) if oktmo else ratios.region
    sentences = (reached_finding(figures, REFERENCE), lagging_finding(figures, REFERENCE), freshness_sentence(figures))
    return ReportContent(
        reference=REFERENCE,
        period=PERIOD,
        figures=figures,
        ratios=ratios,
        districts=tuple(made_district(report, parts, indicators) for report in reports),
        reports=reports,
        words=ReportWords(
            coverage_finding=district_finding(figure, REFERENCE) if oktmo else region_finding(figure, REFERENCE),
            coverage_subtitle=figure_subtitle(figure, REFERENCE),
            facts=tuple(sentence for sentence in sentences if sentence),
            ratio_finding=ratio_finding(shares, "programmes", REFERENCE),
            ratio_subtitle=ratio_subtitle(shares, "programmes"),
        ),
        made_at=datetime(2020, 11, 25, 10, 30),
        first_date=date(2020, 10, 1),
        months=compute_months(facts, REFERENCE, "coverage", oktmo, PERIOD) if oktmo else (),
        indicators=indicators,
        demonstration=demonstration,
    )
