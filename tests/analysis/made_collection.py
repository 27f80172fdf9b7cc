"""A small year of collected reports, made by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.collecting import CollectedVersion, CollectedYear, OpenOrganisations

TARA = "52654000"
OCTOBER, NOVEMBER = Period(2020, 10), Period(2020, 11)
MUNICIPAL = {"municipal": 18}


def at(written: str) -> datetime:
    """Return a moment by the region's clock: «05.12 23:59»."""
    moment = datetime.strptime(f"2020.{written}", "%Y.%d.%m %H:%M")
    return moment.replace(tzinfo=ZoneInfo("Asia/Omsk"))


def sent(
    on: str = "24.11 09:00",
    *,
    layout: LayoutCode = "monthly",
    scope: ScopeCode | None = None,
    period: Period = NOVEMBER,
    named: Mapping[str, int] | None = None,
    **changed: object,
) -> CollectedVersion:
    """A version in force of one of Tara's reports."""
    version = CollectedVersion(
        report_id=1,
        sender=TARA,
        scope=scope or ("all" if layout == "monthly" else "municipal"),
        layout=layout,
        period=period,
        version=1,
        state="sent",
        saved_at=at(on),
        sent_at=at(on),
        author="Иванова",
        in_force=True,
        named=MUNICIPAL if named is None else named,
    )
    return replace(version, **changed)  # type: ignore[arg-type]


def year(*versions: CollectedVersion, municipal: int = 18, state: int = 0) -> CollectedYear:
    """Tara's year with so many open organisations in every month."""
    return CollectedYear(
        2020,
        versions,
        tuple(
            OpenOrganisations(TARA, Period(2020, month), subordination, count)
            for month in range(1, 13)
            for subordination, count in (("municipal", municipal), ("state", state))
        ),
    )
