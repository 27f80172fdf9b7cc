"""Rows of reports as practices are made from them, of several municipalities at once; and their sums without names."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlmodel import Session, col

from cmn_core.store.engine import Database
from cmn_core.store.practice_sums import PracticeSums, sum_practices
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, OrganisationFigures, ProgrammeRow

_STATED = ("involved_before", "added_mentors", "added_mentees", "mentors", "mentees", "mentees_10_19")


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A row of a report; one that names neither programme nor form may still hold the counts of the rows under it."""

    report_id: int
    figures_id: int
    """The organisation under its name in this report: counts are continued within it."""
    organisation_id: int
    organisation: str
    kind: str
    subordination: str
    district: str
    """ОКТМО."""
    programme: str | None
    mentoring_form: str | None
    form_code: str
    role_model: str | None
    start_date: date | None
    counted_elsewhere: bool
    counts: tuple[int | None, ...]
    """All that the row states, by which a repeated row finds the row that it repeats."""
    mentors: int | None
    """Of the monthly form all, of the expansion form those added; None: the count above stands for this row too."""
    mentees: int | None


def read_practice_rows(
    database: Database, report_ids: Collection[int], districts: Collection[str]
) -> tuple[PracticeRow, ...]:
    """Return the rows of reports in municipalities, in the order of the sheets."""
    with database.read() as session:
        for oktmo in districts:
            actor_of(session).demand("see_organisations", oktmo)
        return tuple(_read(session, report_ids, col(District.oktmo).in_(districts)))


def count_practices(
    database: Database, report_ids: Collection[int], left_out: Collection[tuple[int, int]] = ()
) -> tuple[PracticeSums, ...]:
    """Return what the practices of reports come to by municipality, form and role model; no organisation is named.

    `left_out`: organisations, each with a report that it does not count from.
    """
    passed_over = frozenset(left_out)
    with database.read() as session:
        actor_of(session).demand("see_figures")
        rows = _read(session, report_ids)
        return sum_practices(row for row in rows if (row.organisation_id, row.report_id) not in passed_over)


def _read(session: Session, report_ids: Collection[int], *conditions: ColumnElement[bool]) -> Iterator[PracticeRow]:
    found = session.execute(
        select(
            col(OrganisationFigures.report_id), col(ProgrammeRow.figures_id), col(Organisation.id),
            col(Organisation.name), col(Organisation.kind), col(Organisation.subordination), col(District.oktmo),
            *(
                col(getattr(ProgrammeRow, name))
                for name in (
                    "programme", "mentoring_form", "form_code", "role_model", "start_date", "counted_elsewhere",
                    *_STATED,
                )
            ),
        )
        .select_from(ProgrammeRow)
        .join(OrganisationFigures, col(OrganisationFigures.id) == col(ProgrammeRow.figures_id))
        .join(Organisation, col(Organisation.id) == col(OrganisationFigures.organisation_id))
        .join(District, col(District.id) == col(Organisation.district_id))
        .where(col(OrganisationFigures.report_id).in_(report_ids), *conditions)
        .order_by(col(ProgrammeRow.figures_id), col(ProgrammeRow.id))
    )  # fmt: skip
    for row in found:
        counts = tuple(row[-len(_STATED) :])
        _, added_mentors, added_mentees, mentors, mentees, _ = counts
        stated = (mentors, mentees) if mentees is not None else (added_mentors, added_mentees)
        values: tuple[Any, ...] = (*row[: -len(_STATED)], counts, *stated)
        yield PracticeRow(*values)
