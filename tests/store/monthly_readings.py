"""Readings of monthly reports made by hand."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from cmn_core.intake.reading import MonthlyOrganisation, MonthlyProgramme, Reading
from cmn_core.period import Period
from cmn_core.store.decisions import Decisions
from cmn_core.store.engine import Database
from cmn_core.store.reports import SavedReport, save_report
from tests.store.made_readings import NOVEMBER, NOW, TARA

STATED = (
    "pupils_10_19", "pupils_15_19", "young_teachers", "involved", "mentees", "mentors", "mentors_15_19",
    "young_mentees", "surveyed_mentees", "satisfied_mentees", "surveyed_mentors", "satisfied_mentors",
)  # fmt: skip


def organisation(name: str, row: int = 5, *, kind: str = "school", **counts: int) -> MonthlyOrganisation:
    """A row of «Организации»; counts that are not given are 0."""
    stated = {field: counts.pop(field, 0) for field in STATED}
    assert not counts, f"unknown counts {counts}"
    return MonthlyOrganisation(sheet="Организации", row=row, organisation=name, kind=kind, **stated)


def programme(
    organisation_name: str,
    row: int = 5,
    *,
    mentors: int = 0,
    mentees: int = 0,
    partner: str | None = None,
    form_code: str = "pupil_pupil",
    title: str = "Вместе",
) -> MonthlyProgramme:
    """A row of «Программы»."""
    return MonthlyProgramme(
        sheet="Программы", row=row, organisation=organisation_name, programme=title, mentoring_form=form_code,
        form_code=form_code, role_model=None, mentors=mentors, mentees=mentees, mentees_10_19=mentees,
        partner=partner, start_date=None,
    )  # fmt: skip


def monthly_reading(
    organisations: Iterable[MonthlyOrganisation],
    programmes: Iterable[MonthlyProgramme] = (),
    *,
    period: Period = NOVEMBER,
    threshold: int = 7,
    content: bytes = b"monthly",
) -> Reading:
    return Reading(
        file="отчёт.xlsx",
        layout="monthly",
        scope="all",
        district=None,
        period=period,
        as_of=period.closing_date,
        dates=(),
        organisations=tuple(organisations),
        programmes=tuple(programmes),
        satisfaction_threshold=threshold,
        sha256=sha256(content).hexdigest(),
    )


def save_monthly(
    database: Database,
    organisations: Iterable[MonthlyOrganisation],
    programmes: Iterable[MonthlyProgramme] = (),
    *,
    sender: str = TARA,
    period: Period = NOVEMBER,
    threshold: int = 7,
    subordinations: Mapping[str, str] | None = None,
) -> SavedReport:
    """Save a monthly report; `subordinations` of new organisations by name key."""
    content = f"{sender} {period}".encode()
    reading = monthly_reading(organisations, programmes, period=period, threshold=threshold, content=content)
    decisions = Decisions(
        sender, "all", "monthly", period, period.closing_date, "Иванова",
        subordinations_of_new=dict(subordinations or {}), confirmed=True,
    )  # fmt: skip
    return save_report(database, reading, content, decisions, now=NOW)
