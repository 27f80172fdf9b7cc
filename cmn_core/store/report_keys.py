"""What makes two reports versions of one: sender, scope, layout and period."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, literal_column
from sqlmodel import col

from cmn_core.access import Deed
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.districts import sender_id
from cmn_core.store.tables import CurrentReport, Report
from cmn_core.wording import format_period


@dataclass(frozen=True, slots=True)
class ReportKey:
    """Versions of one report share it; a new report replaces only one of its own key."""

    sender: str | None
    """ОКТМО of the municipality; None for the region's own form."""
    scope: ScopeCode
    layout: LayoutCode
    period: Period

    @property
    def goes_the_way(self) -> bool:
        """Tell whether its versions are sent, accepted and returned.

        «Численность» is not: the centre itself keeps the denominators, and they always count.
        """
        return self.layout != "population"

    @property
    def sending(self) -> Deed:
        """The deed that its sender must be allowed."""
        return "send_reports" if self.goes_the_way else "keep_settings"

    @property
    def seeing(self) -> Deed:
        """The deed of those who may see its versions."""
        return "see_reports" if self.goes_the_way else "see_figures"


def is_of_key(
    table: type[Report] | type[CurrentReport], key: ReportKey, districts: Mapping[str, int]
) -> ColumnElement[bool]:
    """Match the rows of a key, through the unique index."""
    return and_(
        is_from(table, sender_id(districts, key.sender)),
        col(table.scope) == key.scope,
        col(table.layout) == key.layout,
        col(table.year) == key.period.year,
        col(table.month) == key.period.month,
    )


def is_from(table: type[Report] | type[CurrentReport], sender: int | None) -> ColumnElement[bool]:
    """Match a sender; written as the index has it, for a region's report has no sender."""
    return func.coalesce(col(table.sender_id), literal_column("0")) == (sender or 0)


def describe_key(key: ReportKey, reference: Reference) -> str:
    """Name a report for people: «Тарский, муниципальные организации, ноябрь 2020»."""
    region = reference.region
    sender = region.facts.name if key.sender is None else region.district(key.sender).short
    return f"{sender}, {reference.kinds.scope_label(key.scope)}, {format_period(key.period)}"
