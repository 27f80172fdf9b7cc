"""What a report workbook tells, as values: figures, ratios, organisations, practices and the sentences about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from cmn_core.analysis.data_quality import DataQuality
from cmn_core.analysis.figure import Figure, FormRatios, IndicatorFigures, RegionFigure
from cmn_core.analysis.measures import MEASURES, MeasureCode
from cmn_core.period import Period
from cmn_core.reference import Indicator, Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.facts import OrganisationFacts, Practice, ReportInForce
from cmn_core.store.way_words import COUNTED_LABELS


@dataclass(frozen=True, slots=True)
class ReportedDistrict:
    """A municipality's organisations and practices, as its reports in force tell them."""

    oktmo: str
    organisations: tuple[OrganisationFacts, ...]
    practices: tuple[Practice, ...]
    quality: DataQuality | None = None


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Sentences made by `analysis`: a finding for the title of a sheet, and facts under it."""

    coverage_finding: str
    coverage_subtitle: str
    """What is measured by the figure of the summary."""
    facts: tuple[str, ...]
    ratio_finding: str
    ratio_subtitle: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All that a report of the region or of one municipality is written from."""

    reference: Reference
    period: Period
    figures: IndicatorFigures
    ratios: FormRatios
    districts: tuple[ReportedDistrict, ...]
    reports: tuple[ReportInForce, ...]
    """The reports that entered, carried ones included."""
    words: ReportWords
    made_at: datetime
    """When the report is made, in the region's time."""
    first_date: date | None = None
    """The first date of the expansion forms, where they agree on one."""
    months: tuple[Figure | RegionFigure, ...] = ()
    """Of one municipality: its indicator by months of the year, up to the period …"""
    indicators: Mapping[str, IndicatorFigures] = field(default_factory=dict)
    """Every indicator at the period, by code."""
    indicator_months: Mapping[str, tuple[Figure | RegionFigure, ...]] = field(default_factory=dict)
    """… and every indicator's, by code."""
    demonstration: bool = False
    snapshot: str | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator that the figures are of."""
        return self.reference.indicator(self.figures.region.indicator)

    @property
    def counted(self) -> str:
        """Which reports the figures stand on: «по отправленным и принятым отчётам»."""
        return COUNTED_LABELS[self.figures.region.accepted_only]

    @property
    def layouts(self) -> dict[int, LayoutCode]:
        """The layout of each report that entered, by its number."""
        return {report.report_id: report.layout for report in self.reports}

    @property
    def has_monthly(self) -> bool:
        """Tell whether a monthly report entered: without one there is nothing to tell of what it alone feeds."""
        return "monthly" in self.layouts.values()

    def practices_of(self, layout: LayoutCode) -> dict[str, tuple[Practice, ...]]:
        """Return the practices of reports of a layout by ОКТМО; municipalities without one are left out."""
        layouts = self.layouts
        told = {
            district.oktmo: tuple(each for each in district.practices if layouts.get(each.report_id) == layout)
            for district in self.districts
        }
        return {oktmo: practices for oktmo, practices in told.items() if practices}

    def of_indicator(self, code: str) -> "ReportContent":
        """Return the same content with another indicator in the place of its own."""
        return replace(self, figures=self.indicators[code], months=self.indicator_months.get(code, ()))

    @property
    def unit(self) -> str:
        """The unit of the indicator's counts, as headings write it."""
        return "ед." if self.indicator.group == "enterprises" else "чел."

    @property
    def measure(self) -> MeasureCode:
        """What the form ratios count."""
        return next(code for code in MEASURES if code == self.ratios.measure)

    @property
    def measure_unit(self) -> str:
        """The unit of what the form ratios count, as headings write it."""
        return "чел." if self.measure == "mentees" else "ед."

    def report(self, report_id: int) -> ReportInForce | None:
        """Return a report that entered."""
        return next((report for report in self.reports if report.report_id == report_id), None)
