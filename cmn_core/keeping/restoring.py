"""Restore a backup into an empty database: only what counts and seals as it did before is kept."""

from dataclasses import dataclass

from sqlalchemy import update
from sqlmodel import Session

from cmn_core.keeping.backup_reading import OpenBackup, damage_in_words
from cmn_core.keeping.manifest import PROGRAM, BackupError, Manifest
from cmn_core.keeping.region_figures import compute_region_figures, find_differences
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.audit_check import check_audit
from cmn_core.store.one_picture import OnePicture
from cmn_core.store.refilling import refilling
from cmn_core.store.settings import current_reference
from cmn_core.store.tables import DataRevision

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored."""

    manifest: Manifest
    differences: tuple[str, ...]
    """Figures that come out otherwise and were accepted so."""


def restore_backup(backup: OpenBackup, url: str | None, *, by: Author, figures_may_differ: bool = False) -> Restored:
    """Restore into an empty database; raise BackupError or StoreError: then the database is as it was."""
    manifest = backup.manifest
    # Before the database is touched: a damaged value should not get so far.
    with damage_in_words(backup.name):
        backup.check_rows()
    with refilling(url, manifest.schema_revision) as target:
        with damage_in_words(backup.name):
            for part in manifest.parts:
                target.fill(part.table, backup.read_columns(part), backup.read_rows(part))
        with target.bring_up() as session:
            picture = OnePicture(session)
            differences = _compare(picture, manifest, figures_may_differ=figures_may_differ)
            _check_record(picture, manifest)
            _note(session, manifest, by, target.revision_before)
    return Restored(manifest, differences)


def _compare(picture: OnePicture, manifest: Manifest, *, figures_may_differ: bool) -> tuple[str, ...]:
    reference = current_reference(picture)
    differences = tuple(find_differences(manifest.figures, compute_region_figures(picture), reference))
    if differences and not figures_may_differ:
        raise BackupError(
            "Не восстановлено: показатели области считаются не так, как в копии. "
            f"{'; '.join(differences[:_MOST_NAMED])}. Копия сделана программой {manifest.program}, сейчас {PROGRAM}. "
            "Если счёт изменился вместе с программой, повторите с --figures-may-differ; иначе возьмите другую копию."
        )
    return differences


def _check_record(picture: OnePicture, manifest: Manifest) -> None:
    check = check_audit(picture, manifest.record)
    if check.fault is not None:
        raise BackupError(f"Не восстановлено: журнал в копии нарушен. {check.fault.what} Возьмите другую копию.")


def _note(session: Session, manifest: Manifest, by: Author, revision_before: int) -> None:
    """Add the line on the restoring; the revision passes all that any page remembers of this place."""
    revision = max(manifest.revision, revision_before) + 1
    session.execute(update(DataRevision).values(revision=revision))
    write_audit(
        session, "restored", by,
        made_at=manifest.made_at.isoformat(), program=manifest.program, lines=manifest.record_lines,
        reports=manifest.rows_of("report"),
    )  # fmt: skip
