"""What a report workbook tells, as values: figures, ratios, organisations, practices and the sentences about them."""

from dataclasses import dataclass
from datetime import date, datetime

from cmn_core.analysis.figure import Figure, FormRatios, IndicatorFigures, RegionFigure
from cmn_core.analysis.measures import MEASURES, MeasureCode
from cmn_core.period import Period
from cmn_core.reference import Indicator, Reference
from cmn_core.store.facts import OrganisationFacts, Practice, ReportInForce


@dataclass(frozen=True, slots=True)
class ReportedDistrict:
    """A municipality's organisations and practices, as its reports in force tell them."""

    oktmo: str
    organisations: tuple[OrganisationFacts, ...]
    practices: tuple[Practice, ...]


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Sentences made by `analysis`: a finding for the title of a sheet, and facts under it."""

    coverage_finding: str
    coverage_subtitle: str
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
    """The indicator by months of the year, up to the period."""
    demonstration: bool = False
    snapshot: str | None = None

    @property
    def indicator(self) -> Indicator:
        """The indicator that the figures are of."""
        return self.reference.indicator(self.figures.region.indicator)

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
