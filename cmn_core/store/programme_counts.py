"""How many programmes in the making plan a form or a role model, by municipality: no organisation is named."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import col

from cmn_core.store.engine import Database
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, PlannedModel, ProgrammeDraft


@dataclass(frozen=True, slots=True)
class PlannedCount:
    """Programmes that plan one thing."""

    district: str
    """ОКТМО."""
    form_code: str
    role_model: str | None
    """The official label; None: the form, whatever its role models."""
    programmes: int


def count_planned(database: Database) -> tuple[PlannedCount, ...]:
    """Count the programmes that plan each form and each typical role model; deleted ones plan nothing."""
    with database.read() as session:
        actor_of(session).demand("see_figures")
        found = session.execute(
            select(
                col(District.oktmo),
                col(PlannedModel.form_code),
                col(PlannedModel.role_model),
                col(PlannedModel.is_typical),
                col(PlannedModel.programme_id),
            )
            .select_from(PlannedModel)
            .join(ProgrammeDraft, col(ProgrammeDraft.id) == col(PlannedModel.programme_id))
            .join(Organisation, col(Organisation.id) == col(ProgrammeDraft.organisation_id))
            .join(District, col(District.id) == col(Organisation.district_id))
            .where(col(ProgrammeDraft.deleted_at).is_(None))
        )
        planning: defaultdict[tuple[str, str, str | None], set[int]] = defaultdict(set)
        for oktmo, form_code, role_model, is_typical, programme_id in found:
            # A programme plans a form once, however many of its role models it keeps.
            planning[oktmo, form_code, None].add(programme_id)
            if is_typical:
                planning[oktmo, form_code, role_model].add(programme_id)
    ordered = sorted(planning.items(), key=lambda item: (item[0][:2], item[0][2] or ""))
    return tuple(PlannedCount(*key, len(programmes)) for key, programmes in ordered)
