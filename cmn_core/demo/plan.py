"""What the demonstration is to show: its municipalities, its story and its words, read from `data/demo`."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from pydantic import Field, field_validator

from cmn_core.demo.words import Words
from cmn_core.intake.reading import MonthlyPart
from cmn_core.period import Period, parse_period, period_of
from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_csv, read_toml

_WRITTEN_DATE = "%d.%m.%Y"


class DemoMunicipality(Entry):
    """One municipality's denominators, organisations and reports."""

    oktmo: str
    children_10_19: int = Field(gt=0)
    youth_15_19: int = Field(gt=0)
    young_teachers: int = Field(gt=0)
    enterprises: int = Field(gt=0)
    schools: int = Field(gt=0)
    supplementary: int = Field(ge=0)
    legal_form: str
    coverage_pct: float = Field(ge=0)
    """At the last date of all."""
    months: str
    """Months of the year for which an expansion form came, «06 07 09» …"""
    monthly_months: str
    """… and those for which a monthly one did."""
    state_reports: str = Field(pattern=r"^(own|region|)$")
    """Who reports on its state organisations: itself, the region's form, or nobody."""

    def sends(self, period: Period) -> bool:
        """Tell whether an expansion form came for a month."""
        return _is_named(period, self.months)

    def sends_monthly(self, period: Period) -> bool:
        """Tell whether a monthly form came for a month."""
        return _is_named(period, self.monthly_months)


class ReportDates(Entry):
    """Both dates of a month's expansion form."""

    dates: tuple[date, date]

    @field_validator("dates", mode="before")
    @classmethod
    def _read_dates(cls, written: list[str]) -> list[date]:
        return [read_date(text) for text in written]

    @property
    def period(self) -> Period:
        """The month that the second date lies in."""
        return period_of(self.dates[1])


class Pace(Entry):
    """How municipalities and organisations differ from the common levels."""

    spread_pct: int = Field(ge=0, le=30)
    idle_organisations_pct: int = Field(ge=0, le=100)


class ProgrammeHabits(Entry):
    """How many programmes organisations have, and of which odd forms."""

    counts_pct: tuple[int, ...]
    from_october_pct: int = Field(ge=0, le=100)
    own_form_pct: int = Field(ge=0, le=100)
    unnamed_form_pct: int = Field(ge=0, le=100)
    respelt_pct: int = Field(ge=0, le=100)


PctRange = tuple[int, int]
"""The least and the greatest."""


class MonthlyHabits(Entry):
    """How municipalities differ in what only the monthly form asks, in per cent."""

    mentors_also_mentees_pct: PctRange
    mentors_15_19_pct: PctRange
    young_mentees_pct: PctRange
    asked_pct: PctRange
    satisfied_mentees_pct: PctRange
    satisfied_mentors_pct: PctRange
    no_role_model_pct: int
    own_role_model_pct: int
    more_pupils_pct: int
    not_surveyed: tuple[str, ...]


class NotStated(Entry):
    """Groups that «Численность» leaves blank for a municipality."""

    oktmo: str
    groups: tuple[str, ...]


class RegionReport(Entry):
    """The region's own form on state organisations."""

    period: Period
    also_names: str

    _read_period = field_validator("period", mode="before")(parse_period)


class Fall(Entry):
    """A cumulative count that fell in the last month."""

    oktmo: str
    people: int = Field(gt=0)


class ShownOnPurpose(Entry):
    """A practice that the centre has marked to be shown."""

    oktmo: str
    organisation: str
    title: str
    note: str


class Resent(Entry):
    """A report that was sent twice."""

    oktmo: str
    period: Period

    _read_period = field_validator("period", mode="before")(parse_period)


class Named(Entry):
    """Municipalities by ОКТМО, in order."""

    oktmo: tuple[str, ...]


class DraftFault(Entry):
    """A mistake in one cell of the draft."""

    organisation: int = Field(ge=1)
    field: str
    value: date | int | float | str


class Draft(Entry):
    """A faulty workbook that waits beside the database, and its mended twin."""

    oktmo: str
    period: Period
    faulty: str
    mended: str

    _read_period = field_validator("period", mode="before")(parse_period)


class ExpansionDraft(Draft):
    """A faulty expansion form."""

    repeated_organisation: int = Field(ge=1)
    fault: tuple[DraftFault, ...]


class MonthlyFault(Entry):
    """A mistake in one cell of the monthly draft."""

    table: MonthlyPart
    row: int = Field(ge=1)
    field: str
    value: int | str


class MonthlyDraft(Draft):
    """A faulty monthly form."""

    fault: tuple[MonthlyFault, ...]


class Late(Entry):
    """A monthly form that came after the deadline."""

    oktmo: str
    period: Period
    sent: date

    _read_period = field_validator("period", mode="before")(parse_period)

    @field_validator("sent", mode="before")
    @classmethod
    def _read_sent(cls, written: str) -> date:
        return read_date(written)


class Story(Entry):
    """What happens, month by month."""

    seed: int
    today: date
    """The day of the story on which the pages stand that compare with a calendar."""
    accepted_until: Period
    """The last month whose reports the centre has accepted."""
    source: str
    region_author: str
    district_author: str
    report: tuple[ReportDates, ...]
    level_pct: dict[date, int]
    pace: Pace
    programmes: ProgrammeHabits
    monthly: MonthlyHabits
    not_stated: tuple[NotStated, ...]
    region_report: RegionReport
    fall: Fall
    resent: Resent
    shown: tuple[ShownOnPurpose, ...]
    late: tuple[Late, ...]
    split_rows: Named
    workbooks: Named
    draft: ExpansionDraft
    monthly_draft: MonthlyDraft

    @field_validator("today", mode="before")
    @classmethod
    def _read_today(cls, written: str) -> date:
        return read_date(written)

    @field_validator("level_pct", mode="before")
    @classmethod
    def _read_levels(cls, written: dict[str, int]) -> dict[date, int]:
        return {read_date(text): level for text, level in written.items()}

    _read_accepted = field_validator("accepted_until", mode="before")(parse_period)

    def sent_on(self, oktmo: str, period: Period) -> date | None:
        """Return the day on which a monthly form came late, None for one in time."""
        return next((item.sent for item in self.late if (item.oktmo, item.period) == (oktmo, period)), None)

    @property
    def last(self) -> ReportDates:
        """The last month."""
        return self.report[-1]

    def leaves_blank(self, oktmo: str, group: str) -> bool:
        """Tell whether «Численность» says nothing of a municipality's group."""
        return any(item.oktmo == oktmo and group in item.groups for item in self.not_stated)

    def of(self, period: Period) -> ReportDates:
        """Return the dates of a month's report."""
        return next(report for report in self.report if report.period == period)


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """Everything that the maker needs to know."""

    municipalities: tuple[DemoMunicipality, ...]
    story: Story
    words: Words

    def municipality(self, oktmo: str) -> DemoMunicipality:
        """Return a municipality by its ОКТМО."""
        return next(item for item in self.municipalities if item.oktmo == oktmo)

    def monthly_senders(self, period: Period) -> tuple[str, ...]:
        """Return who sends a monthly form for a month, in the order in which the forms come: late ones last."""
        senders = (item.oktmo for item in self.municipalities if item.sends_monthly(period))
        return tuple(sorted(senders, key=lambda oktmo: self.story.sent_on(oktmo, period) or date.min))


def _is_named(period: Period, months: str) -> bool:
    return f"{period.month:02d}" in months.split()


def read_date(text: str) -> date:
    """Read a date as the form prints it."""
    return datetime.strptime(text, _WRITTEN_DATE).date()


@cache
def read_plan() -> DemoPlan:
    """Read the demonstration's plan once."""
    folder = DATA_FOLDER / "demo"
    return DemoPlan(
        municipalities=read_csv(folder / "municipalities.csv", DemoMunicipality),
        story=parse_table(folder / "story.toml", Story, read_toml(folder / "story.toml")),
        words=parse_table(folder / "names.toml", Words, read_toml(folder / "names.toml")),
    )
