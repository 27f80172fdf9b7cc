"""Store the rows of a report under its organisations: texts as in the cell, nobody's name or phone."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import insert
from sqlmodel import Session, col

from cmn_core.intake.partner_names import partner_key
from cmn_core.intake.reading import ExpansionRow, MonthlyProgramme, OrganisationCounts, ReportRow
from cmn_core.store.decisions import Decisions
from cmn_core.store.tables import OrganisationFigures, ProgrammeRow


def write_rows(
    session: Session,
    report_id: int,
    counted: Sequence[OrganisationCounts],
    organisation_ids: Sequence[int],
    decisions: Decisions,
) -> None:
    """Add the figures of each organisation and the rows they come from."""
    figures = [
        {
            "report_id": report_id,
            "organisation_id": number,
            "name": counts.name,
            "key": counts.key,
            "sheet": counts.sheet,
            "row": counts.row,
            **asdict(counts.people),
        }
        for counts, number in zip(counted, organisation_ids, strict=True)
    ]
    adding = insert(OrganisationFigures).returning(col(OrganisationFigures.id), sort_by_parameter_order=True)
    figures_ids = session.scalars(adding, figures).all()
    rows = [
        _as_stored(figures_id, row, decisions)
        for figures_id, counts in zip(figures_ids, counted, strict=True)
        for row in counts.rows
    ]
    if rows:
        session.execute(insert(ProgrammeRow), rows)


def _as_stored(figures_id: int | None, row: ReportRow, decisions: Decisions) -> dict[str, object]:
    return {
        "figures_id": figures_id,
        "sheet": row.sheet,
        "row": row.row,
        "programme": row.programme or None,
        "mentoring_form": row.mentoring_form or None,
        "form_code": row.form_code,
        **(_monthly(row) if isinstance(row, MonthlyProgramme) else _expansion(row, decisions)),
    }


def _expansion(row: ExpansionRow, decisions: Decisions) -> dict[str, object]:
    return {
        "involved_before": row.involved_before,
        "added_mentors": row.added_mentors,
        "added_mentees": row.added_mentees,
        "counted_elsewhere": row.counted_elsewhere and (row.sheet, row.row) not in decisions.different_children,
    }


def _monthly(row: MonthlyProgramme) -> dict[str, object]:
    return {
        "role_model": row.role_model_label or row.role_model or None,
        "mentors": row.mentors,
        "mentees": row.mentees,
        "mentees_10_19": row.mentees_10_19,
        "partner": row.partner or None,
        "partner_key": partner_key(row.partner),
        "start_date": row.start_date,
        "counted_elsewhere": False,
    }
