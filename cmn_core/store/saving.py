"""Save a report: rows, sums, the pointer, an audit line and a new revision, in one transaction or not at all."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session

from cmn_core.intake.reading import OrganisationCounts, Reading
from cmn_core.reference import Reference
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.decisions import Decisions, SavedReport
from cmn_core.store.districts import read_district_ids, read_oktmo
from cmn_core.store.engine import Database
from cmn_core.store.failures import SameAsOlder
from cmn_core.store.in_force import check_comparison, check_open, put_in_force, read_pointer
from cmn_core.store.moments import region_moment
from cmn_core.store.naming import NamedOrganisation, match_organisations, settle_organisations
from cmn_core.store.refusals import check_problems, check_scope_alone, count_kept
from cmn_core.store.report_rows import write_rows
from cmn_core.store.report_steps import write_step
from cmn_core.store.same_bytes import compute_digest, find_elsewhere, find_same_versions
from cmn_core.store.sessions import actor_of
from cmn_core.store.settings import read_reference
from cmn_core.store.sharing import mark_shared
from cmn_core.store.summing import write_sums
from cmn_core.store.tables import Report
from cmn_core.store.uploads import Upload, add_version


def save_report(
    database: Database, reading: Reading, content: bytes, decisions: Decisions, *, now: datetime
) -> SavedReport:
    """Save a reading as the version in force of its key, sent.

    Raises SavingRefused, ReportLocked, StaleComparison or SameAsOlder; then nothing is stored. The version in force
    again (same bytes, same choices) is «unchanged», and nothing is stored either.
    """
    problems = check_problems(reading, decisions.confirmed, decisions.left_out_sheets)
    counted = count_kept(reading, decisions)
    digest = compute_digest(reading, content)
    first_date = reading.dates[0] if len(reading.dates) > 1 else None
    upload = Upload(
        file_name=reading.file,
        content=content,
        digest=digest,
        as_of=decisions.as_of,
        problems=problems,
        first_date=first_date,
        satisfaction_threshold=reading.satisfaction_threshold,
        decisions=decisions.as_stored(),
        sent_by=decisions.sent_by,
        corrections=reading.corrections,
    )
    by = Author(decisions.author, now)
    with database.write() as session:
        actor_of(session).demand("send_reports", decisions.sender)
        districts = read_district_ids(session)
        reference = read_reference(session)
        check_scope_alone(session, decisions.key, districts, reference)
        named = match_organisations(session, counted, decisions, districts)
        _check_homes(session, named)
        unchanged = _compare(session, upload, decisions, named, districts)
        if unchanged is not None:
            session.rollback()
            return unchanged
        notes = find_elsewhere(session, digest, decisions.key, read_oktmo(session), reference)
        added = add_version(session, decisions.key, upload, by, districts)
        created = _write_all(session, added.report_id, counted, named, decisions, reference)
        pointer = put_in_force(session, decisions.key, added.report_id, districts)
        write_step(session, added.report_id, "sent", by)
        write_audit(
            session,
            "report_saved",
            by,
            district_id=pointer.sender_id,
            report_id=added.report_id,
            version=added.version,
            instead_of=decisions.compared_with,
            new_organisations=created,
            sent_by=decisions.sent_by,
            corrected_cells=len(reading.corrections),
            chosen={item.counts.name: item.organisation_id for item in named if item.chosen},
        )
        return SavedReport(added.report_id, added.version, "saved", notes)


def _check_homes(session: Session, named: Sequence[NamedOrganisation]) -> None:
    """Refuse rows of organisations, known or new, whose municipality is not the person's own."""
    oktmo = read_oktmo(session)
    for home in {item.district_id for item in named}:
        actor_of(session).demand("send_reports", oktmo[home])


def _compare(
    session: Session,
    upload: Upload,
    decisions: Decisions,
    named: Sequence[NamedOrganisation],
    districts: Mapping[str, int],
) -> SavedReport | None:
    """Return the version in force if this is it again; refuse an older one and a comparison out of date."""
    same = find_same_versions(session, upload, decisions, named, districts)
    pointer = read_pointer(session, decisions.key, districts)
    for report in same:
        if pointer is not None and report.id == pointer.report_id:
            return _as_unchanged(report)
    check_open(session, pointer)
    check_comparison(session, pointer, decisions.compared_with)
    for report in same:
        raise SameAsOlder(report.id or 0, report.version, region_moment(report.saved_at))
    return None


def _as_unchanged(report: Report) -> SavedReport:
    note = f"Этот файл уже сохранён как версия {report.version}: ничего не изменилось."
    return SavedReport(report.id or 0, report.version, "unchanged", (note,))


def _write_all(
    session: Session,
    report_id: int,
    counted: Sequence[OrganisationCounts],
    named: Sequence[NamedOrganisation],
    decisions: Decisions,
    reference: Reference,
) -> list[int]:
    """Write organisations, rows, sums and marks; return the new organisations."""
    numbers, created = settle_organisations(session, named, decisions, reference)
    write_rows(session, report_id, counted, numbers, decisions)
    write_sums(session, [report_id])
    mark_shared(session, numbers, decisions.period.year)
    return created
