"""Readings of the monthly form made by hand: organisations of people, programmes of participations."""

from collections.abc import Iterable
from hashlib import sha256

from cmn_core.intake.problems import Problem
from cmn_core.intake.reading import MonthlyOrganisation, MonthlyProgramme, Reading
from cmn_core.period import Period
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database
from cmn_core.store.reports import SavedReport, save_report
from tests.store.made_readings import NOVEMBER, NOW, TARA, decide

_COUNTS = (
    "pupils_10_19", "pupils_15_19", "young_teachers", "involved", "mentees", "mentors", "mentors_15_19",
    "young_mentees", "surveyed_mentees", "satisfied_mentees", "surveyed_mentors", "satisfied_mentors",
)  # fmt: skip


def organisation(name: str, *, kind: str = "school", number: int = 5, **counts: int) -> MonthlyOrganisation:
    """A row of «Организации»; a count that is not given is 0."""
    stated = dict.fromkeys(_COUNTS, 0) | counts
    return MonthlyOrganisation(sheet="Организации", row=number, organisation=name, kind=kind, **stated)


def programme(
    name: str,
    organisation: str,
    counts: tuple[int, int, int] = (1, 5, 5),
    *,
    form: str = "pupil_pupil",
    role_model: str | None = None,
    partner: str | None = None,
    number: int = 5,
) -> MonthlyProgramme:
    """A row of «Программы»: mentors, mentees, mentees of 10–19."""
    return MonthlyProgramme(
        sheet="Программы",
        row=number,
        organisation=organisation,
        programme=name,
        mentoring_form=shipped_reference().forms.label(form),
        form_code=form,
        role_model=role_model,
        mentors=counts[0],
        mentees=counts[1],
        mentees_10_19=counts[2],
        partner=partner,
        start_date=None,
    )


def monthly(
    organisations: Iterable[MonthlyOrganisation],
    programmes: Iterable[MonthlyProgramme] = (),
    *,
    period: Period = NOVEMBER,
    problems: tuple[Problem, ...] = (),
    content: bytes = b"monthly",
    threshold: int = 7,
) -> Reading:
    return Reading(
        file="ежемесячный отчёт.xlsx",
        layout="monthly",
        scope="all",
        district=None,
        period=period,
        as_of=period.closing_date,
        dates=(period.closing_date,),
        organisations=tuple(organisations),
        programmes=tuple(programmes),
        satisfaction_threshold=threshold,
        problems=problems,
        sha256=sha256(content).hexdigest(),
    )


def save_monthly(
    database: Database,
    organisations: Iterable[MonthlyOrganisation],
    programmes: Iterable[MonthlyProgramme] = (),
    *,
    sender: str = TARA,
    period: Period = NOVEMBER,
    problems: tuple[Problem, ...] = (),
    author: str = "Иванова",
) -> SavedReport:
    """Save a monthly report, its warnings confirmed."""
    content = f"{sender} {period}".encode()
    reading = monthly(organisations, programmes, period=period, problems=problems, content=content)
    decisions = decide(sender, scope="all", period=period, author=author, layout="monthly", confirmed=True)
    return save_report(database, reading, content, decisions, now=NOW)
