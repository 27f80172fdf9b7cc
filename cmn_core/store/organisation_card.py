"""One organisation with everything about it: what is known, spellings, the reports that name it, who changed what."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session, col

from cmn_core.period import Period
from cmn_core.store.audit import AuditLine, as_audit_line
from cmn_core.store.corrections import OrganisationFacts, facts_of
from cmn_core.store.districts import read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import (
    AuditEntry,
    CurrentReport,
    District,
    Organisation,
    OrganisationAlias,
    OrganisationFigures,
    Report,
)

_MOST_DEEDS = 30


@dataclass(frozen=True, slots=True)
class Spelling:
    """Another spelling and how many reports wrote it."""

    name: str
    key: str
    reports: int


@dataclass(frozen=True, slots=True)
class NamingReport:
    """A version of a report that names the organisation."""

    report_id: int
    key: ReportKey
    version: int
    in_force: bool


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """An organisation."""

    organisation_id: int
    facts: OrganisationFacts
    spellings: tuple[Spelling, ...]
    reports: tuple[NamingReport, ...]
    """Latest month first."""
    deeds: tuple[AuditLine, ...]
    """Latest first."""
    merged: tuple[tuple[int, str], ...]
    """Organisations that were found to be this one: number and name."""


def read_organisation(database: Database, organisation_id: int) -> OrganisationCard | None:
    """Return an organisation; None for one that is not there, the one that took it in for a merged one."""
    with database.read() as session:
        # The card tells who changed what.
        actor_of(session).demand("keep_register")
        organisation = session.get(Organisation, organisation_id)
        while organisation is not None and organisation.merged_into_id is not None:
            organisation = session.get(Organisation, organisation.merged_into_id)
        if organisation is None:
            return None
        number = organisation.id or 0
        merged = session.execute(
            select(col(Organisation.id), col(Organisation.name)).where(col(Organisation.merged_into_id) == number)
        ).all()
        return OrganisationCard(
            number,
            facts_of(organisation, read_oktmo(session)),
            _read_spellings(session, number),
            _read_reports(session, number),
            _read_deeds(session, number, [merged_id for merged_id, _ in merged if merged_id]),
            tuple((merged_id or 0, name) for merged_id, name in merged),
        )


def _read_spellings(session: Session, number: int) -> tuple[Spelling, ...]:
    counted = dict(
        session.execute(
            select(col(OrganisationFigures.key), func.count(col(OrganisationFigures.report_id).distinct()))
            .where(col(OrganisationFigures.organisation_id) == number)
            .group_by(col(OrganisationFigures.key))
        ).all()
    )
    found = session.execute(
        select(col(OrganisationAlias.name), col(OrganisationAlias.key))
        .where(col(OrganisationAlias.organisation_id) == number)
        .order_by(col(OrganisationAlias.id))
    )
    return tuple(Spelling(name, key, counted.get(key, 0)) for name, key in found)


def _read_reports(session: Session, number: int) -> tuple[NamingReport, ...]:
    naming = select(col(OrganisationFigures.report_id)).where(col(OrganisationFigures.organisation_id) == number)
    found = session.execute(
        select(
            col(Report.id),
            col(Report.scope),
            col(Report.layout),
            col(Report.year),
            col(Report.month),
            col(Report.version),
            col(District.oktmo),
            col(CurrentReport.id),
        )
        .outerjoin(District, col(District.id) == col(Report.sender_id))
        .outerjoin(CurrentReport, col(CurrentReport.report_id) == col(Report.id))
        .where(col(Report.id).in_(naming))
        .order_by(col(Report.year).desc(), col(Report.month).desc(), col(Report.id).desc())
    )
    return tuple(
        NamingReport(
            number or 0, ReportKey(sender, scope, layout, Period(year, month)), version, in_force=pointer is not None
        )
        for number, scope, layout, year, month, version, sender, pointer in found
    )


def _read_deeds(session: Session, number: int, merged: list[int]) -> tuple[AuditLine, ...]:
    entries = session.scalars(
        select(AuditEntry)
        .where(col(AuditEntry.organisation_id).in_([number, *merged]))
        .order_by(col(AuditEntry.id).desc())
        .limit(_MOST_DEEDS)
    )
    return tuple(as_audit_line(entry) for entry in entries)
