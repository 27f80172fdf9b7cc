"""Was this very file saved before, under this key or another."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from cmn_core.store.decisions import Decisions
from cmn_core.store.failures import SavingRefused
from cmn_core.store.in_force import key_of
from cmn_core.store.naming import NamedOrganisation
from cmn_core.store.report_keys import ReportKey, describe_key, is_of_key
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import CurrentReport, OrganisationFigures, Report
from cmn_core.store.uploads import Upload


def compute_digest(reading: Reading, content: bytes) -> str:
    """Return the file's digest; raise SavingRefused if the bytes are not those that were read."""
    if not content:
        return reading.sha256
    digest = sha256(content).hexdigest()
    if reading.sha256 and reading.sha256 != digest:
        raise SavingRefused("Файл изменился после проверки. Загрузите его снова.")
    return digest


def find_same_versions(
    session: Session,
    upload: Upload,
    decisions: Decisions,
    named: Sequence[NamedOrganisation],
    districts: Mapping[str, int],
) -> list[Report]:
    """Return the versions of the key with the same bytes and corrections read the same way, newest first."""
    if not upload.digest:
        return []
    found = session.scalars(
        select(Report)
        .where(is_of_key(Report, decisions.key, districts), col(Report.sha256) == upload.digest)
        .order_by(col(Report.version).desc())
    )
    chosen = decisions.as_stored()
    wanted = {item.counts.key: item.organisation_id for item in named}
    return [
        report
        for report in found
        if report.decisions == chosen
        and report.corrections == upload.corrections_as_stored
        and _read_organisations(session, report.id) == wanted
    ]


def find_elsewhere(
    session: Session, digest: str, key: ReportKey, oktmo: Mapping[int, str], reference: Reference
) -> tuple[str, ...]:
    """Say under which other keys, of those that the person may see, the same bytes are in force."""
    if not digest:
        return ()
    found = session.scalars(
        select(Report)
        .join(CurrentReport, col(CurrentReport.report_id) == col(Report.id))
        .where(col(Report.sha256) == digest)
    )
    may = actor_of(session).may
    keys = (key_of(report, oktmo) for report in found)
    others = [other for other in keys if other != key and may(other.seeing, other.sender)]
    return tuple(f"Этот же файл уже действует как другой отчёт: {describe_key(other, reference)}." for other in others)


def _read_organisations(session: Session, report_id: int | None) -> dict[str, int]:
    found = session.execute(
        select(col(OrganisationFigures.key), col(OrganisationFigures.organisation_id)).where(
            col(OrganisationFigures.report_id) == report_id
        )
    )
    return dict(found.all())
