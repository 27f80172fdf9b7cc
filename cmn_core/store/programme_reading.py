"""Programmes in the making: their list, one of them whole, and what role models they plan."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlmodel import Session, col

from cmn_core.programme.programme import Programme
from cmn_core.reference.spelling import fold_text
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment
from cmn_core.store.programmes import find_programme
from cmn_core.store.sessions import actor_of
from cmn_core.store.tables import District, Organisation, PlannedModel, ProgrammeDraft


@dataclass(frozen=True, slots=True)
class ProgrammeOwner:
    """The organisation that a programme is of, as the register has it now."""

    organisation_id: int
    name: str
    kind: str
    subordination: str
    district: str
    """ОКТМО."""
    closed: date | None
    merged_into: str | None
    """The name of the organisation that it was found to be, None where it stands by itself."""


@dataclass(frozen=True, slots=True)
class ListedProgramme:
    """A line of the list."""

    programme_id: int
    name: str
    school_year: int
    owner: ProgrammeOwner
    models: int
    """How many role models it keeps."""
    changed_by: str
    changed_at: datetime
    """By the region's clock."""
    version: int
    is_deleted: bool

    def has(self, words: str) -> bool:
        """Tell whether every word stands in its name or in its organisation's, whatever their case."""
        here = fold_text(f"{self.name} {self.owner.name}")
        return all(word in here for word in fold_text(words).split())


@dataclass(frozen=True, slots=True)
class OpenedProgramme:
    """A programme with what stands around it."""

    line: ListedProgramme
    programme: Programme


@dataclass(frozen=True, slots=True)
class PlannedPractice:
    """A role model that a programme plans."""

    programme_id: int
    programme: str
    school_year: int
    organisation_id: int
    organisation: str
    kind: str
    subordination: str
    district: str
    form_code: str
    form_label: str
    role_model: str
    is_typical: bool
    pairs: int | None
    mentees: int | None


def list_programmes(
    database: Database,
    *,
    districts: Collection[str] | None = None,
    organisation_id: int | None = None,
    deleted: bool = False,
) -> tuple[ListedProgramme, ...]:
    """Return the programmes that the person may write, the last changed first; `deleted`: those taken off the list."""
    with database.read() as session:
        conditions = [_are_theirs(session), col(ProgrammeDraft.deleted_at).is_not(None) == deleted]
        if districts is not None:
            conditions.append(col(District.oktmo).in_(districts))
        if organisation_id is not None:
            conditions.append(col(ProgrammeDraft.organisation_id) == organisation_id)
        return _list(session, conditions)


def read_programme(database: Database, programme_id: int) -> OpenedProgramme:
    """Return a programme, deleted or not; raise StoreError where there is none of this number."""
    with database.read() as session:
        draft, _ = find_programme(session, programme_id)
        (line,) = _list(session, [col(ProgrammeDraft.id) == programme_id])
        return OpenedProgramme(line, Programme.model_validate(draft.content))


def read_planned_practices(database: Database, districts: Collection[str]) -> tuple[PlannedPractice, ...]:
    """Return what the programmes of municipalities plan, by organisation; deleted ones plan nothing."""
    with database.read() as session:
        for oktmo in districts:
            actor_of(session).demand("see_organisations", oktmo)
        found = session.execute(
            select(
                col(ProgrammeDraft.id),
                col(ProgrammeDraft.name),
                col(ProgrammeDraft.school_year),
                col(Organisation.id),
                col(Organisation.name),
                col(Organisation.kind),
                col(Organisation.subordination),
                col(District.oktmo),
                col(PlannedModel.form_code),
                col(PlannedModel.form_label),
                col(PlannedModel.role_model),
                col(PlannedModel.is_typical),
                col(PlannedModel.pairs),
                col(PlannedModel.mentees),
            )
            .select_from(PlannedModel)
            .join(ProgrammeDraft, col(ProgrammeDraft.id) == col(PlannedModel.programme_id))
            .join(Organisation, col(Organisation.id) == col(ProgrammeDraft.organisation_id))
            .join(District, col(District.id) == col(Organisation.district_id))
            .where(col(ProgrammeDraft.deleted_at).is_(None), col(District.oktmo).in_(districts))
            .order_by(col(Organisation.id), col(PlannedModel.id))
        )
        return tuple(PlannedPractice(*row) for row in found)


def _are_theirs(session: Session) -> ColumnElement[bool]:
    person = actor_of(session)
    person.demand_somewhere("write_programmes")
    return true() if person.may("write_programmes") else col(District.oktmo).in_(person.districts)


def _list(session: Session, conditions: Collection[ColumnElement[bool]]) -> tuple[ListedProgramme, ...]:
    return tuple(_as_line(*row) for row in session.execute(_select_lines().where(*conditions)))


def _select_lines() -> Select[tuple[object, ...]]:
    models = select(func.count()).where(col(PlannedModel.programme_id) == col(ProgrammeDraft.id)).scalar_subquery()
    merged = select(Organisation).subquery()
    return (
        select(
            col(ProgrammeDraft.id), col(ProgrammeDraft.name), col(ProgrammeDraft.school_year),
            col(ProgrammeDraft.changed_by), col(ProgrammeDraft.changed_at), col(ProgrammeDraft.version),
            col(ProgrammeDraft.deleted_at), models, col(Organisation.id), col(Organisation.name),
            col(Organisation.kind), col(Organisation.subordination), col(District.oktmo), col(Organisation.closed),
            merged.c.name,
        )
        .join(Organisation, col(Organisation.id) == col(ProgrammeDraft.organisation_id))
        .join(District, col(District.id) == col(Organisation.district_id))
        .outerjoin(merged, merged.c.id == col(Organisation.merged_into_id))
        .order_by(col(ProgrammeDraft.changed_at).desc(), col(ProgrammeDraft.id).desc())
    )  # fmt: skip


def _as_line(
    number: int, name: str, school_year: int, changed_by: str, changed_at: datetime, version: int,
    deleted_at: datetime | None, models: int, *owner: object,
) -> ListedProgramme:  # fmt: skip
    return ListedProgramme(
        number, name, school_year, ProgrammeOwner(*owner),  # type: ignore[arg-type]  # in the order of the columns
        models, changed_by, region_moment(changed_at), version, deleted_at is not None,
    )  # fmt: skip
