"""Gather what a report workbook tells from the stored reports: one call for the page and the command line."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from cmn_core.analysis.commentary import (
    district_finding,
    figure_subtitle,
    freshness_sentence,
    lagging_finding,
    left_out_sentence,
    over_whole_sentence,
    reached_finding,
    region_finding,
)
from cmn_core.analysis.counted import keep_counted, keep_practices_of
from cmn_core.analysis.data_quality import judge_quality
from cmn_core.analysis.explanation import describe_double_named
from cmn_core.analysis.figure import Figure, IndicatorFigures, RegionFigure
from cmn_core.analysis.indicators import compute_indicator_months, compute_indicators
from cmn_core.analysis.overview import COLLECTED_BY
from cmn_core.analysis.parts import DistrictParts, select_parts
from cmn_core.analysis.ratio_commentary import ratio_finding, ratio_subtitle
from cmn_core.analysis.ratios import compute_ratios
from cmn_core.documents.report_content import ReportContent, ReportedDistrict, ReportWords
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.confirmed import count_warnings
from cmn_core.store.engine import Database
from cmn_core.store.facts import ReportInForce
from cmn_core.store.facts_reading import read_year_facts
from cmn_core.store.rows_reading import read_organisation_facts, read_practices
from cmn_core.store.settings import current_reference, is_demonstration


def gather_report(
    database: Database, period: Period, district: str | None, made_at: datetime, *, accepted_only: bool = False
) -> ReportContent:
    """Read and count all that the report of the region, or of one municipality by ОКТМО, is written from."""
    reference = current_reference(database)
    facts = read_year_facts(database, period.year, accepted_only=accepted_only)
    indicators = compute_indicators(facts, reference, period)
    figures = indicators[COLLECTED_BY]
    months = compute_indicator_months(facts, reference, district, period) if district else {}
    ratios = compute_ratios(facts, reference, period)
    parts = select_parts(facts, period, reference)
    told = [parts[district]] if district else [parts[place.oktmo] for place in reference.region.districts]
    shares = ratios.of(district) if district else ratios.region
    figure = figures.of(district) if district else figures.region
    return ReportContent(
        reference=reference,
        period=period,
        figures=figures,
        ratios=ratios,
        districts=tuple(_gather_district(database, parts, indicators) for parts in told),
        reports=_entering_reports(told),
        words=ReportWords(
            coverage_finding=_finding(figure, reference),
            coverage_subtitle=figure_subtitle(figure, reference),
            facts=_facts(figures, told, reference, district),
            ratio_finding=ratio_finding(shares, "programmes", reference),
            ratio_subtitle=ratio_subtitle(shares, "programmes"),
        ),
        made_at=made_at,
        first_date=_common_first_date(told),
        months=months.get(COLLECTED_BY, ()),
        indicators=indicators,
        indicator_months=months,
        demonstration=is_demonstration(database),
    )


def _gather_district(
    database: Database, parts: DistrictParts, indicators: Mapping[str, IndicatorFigures]
) -> ReportedDistrict:
    report_ids = list(parts.layouts)
    organisations = keep_counted(parts, read_organisation_facts(database, parts.district, report_ids))
    practices = keep_practices_of(organisations, read_practices(database, parts.district, report_ids))
    confirmed = count_warnings(database, parts.district, report_ids)
    quality = judge_quality(parts, organisations, confirmed, indicators)
    return ReportedDistrict(parts.district, organisations, practices, quality)


def _entering_reports(told: Sequence[DistrictParts]) -> tuple[ReportInForce, ...]:
    """Return the reports that entered, each once, in the order of the municipalities."""
    return tuple({part.report.report_id: part.report for parts in told for part in parts.parts}.values())


def _finding(figure: Figure | RegionFigure, reference: Reference) -> str:
    if isinstance(figure, RegionFigure):
        return region_finding(figure, reference)
    return district_finding(figure, reference)


def _facts(
    figures: IndicatorFigures, told: list[DistrictParts], reference: Reference, district: str | None
) -> tuple[str, ...]:
    """Choose the sentences under the finding; a municipality's report tells nothing of its neighbours."""
    if district:
        double_named = told[0].double_named
        return tuple(f"«{double.name}»: {describe_double_named(double, reference)}" for double in double_named)
    sentences = (
        reached_finding(figures, reference),
        lagging_finding(figures, reference),
        freshness_sentence(figures),
        left_out_sentence(figures.region, reference),
        over_whole_sentence(figures),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _common_first_date(told: list[DistrictParts]) -> date | None:
    """Return the first date of the expansion forms that entered, where all state the same."""
    stated = {report.first_date for report in _entering_reports(told) if report.layout == "expansion"}
    return stated.pop() if len(stated) == 1 else None
