"""Organisations that the store knows: read them, add them, correct them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, insert, or_, select
from sqlmodel import col

from cmn_core.intake.matching import KnownOrganisation
from cmn_core.intake.organisation_names import name_key
from cmn_core.period import Period
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.corrections import correct_organisation
from cmn_core.store.districts import district_id, read_district_ids
from cmn_core.store.engine import Database
from cmn_core.store.merging import merge_organisations
from cmn_core.store.sessions import actor_of
from cmn_core.store.spellings import reassign_spelling
from cmn_core.store.tables import District, Organisation, OrganisationAlias

__all__ = [
    "NewOrganisation", "add_organisations", "correct_organisation", "known_organisations", "merge_organisations",
    "reassign_spelling",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation to be added before any report names it."""

    district: str
    name: str
    kind: str
    subordination: str
    opened: date | None = None


def known_organisations(
    database: Database, district: str | None = None, *, open_in: Period | None = None
) -> tuple[KnownOrganisation, ...]:
    """Return the organisations of a municipality, or of all, with their remembered spellings.

    `open_in`: only those that were open on some day of the month.
    """
    here: list[ColumnElement[bool]] = [col(Organisation.merged_into_id).is_(None)]
    if district is not None:
        here.append(col(District.oktmo) == district)
    if open_in is not None:
        here.append(was_open(open_in))
    with database.read() as session:
        actor_of(session).demand("see_organisations", district)
        found = session.execute(
            select(
                col(Organisation.id),
                col(Organisation.name),
                col(Organisation.key),
                col(District.oktmo),
                col(Organisation.kind),
                col(Organisation.subordination),
            )
            .join(District, col(District.id) == col(Organisation.district_id))
            .where(*here)
            .order_by(col(District.oktmo), col(Organisation.id))
        ).all()
        spelt = session.execute(
            select(col(OrganisationAlias.organisation_id), col(OrganisationAlias.key))
            .join(Organisation, col(Organisation.id) == col(OrganisationAlias.organisation_id))
            .join(District, col(District.id) == col(Organisation.district_id))
            .where(*here)
            .order_by(col(OrganisationAlias.id))
        )
        aliases: defaultdict[int, list[str]] = defaultdict(list)
        for organisation_id, key in spelt:
            aliases[organisation_id].append(key)
    return tuple(KnownOrganisation(*(*row, tuple(aliases.get(row[0], ())))) for row in found)


def was_open(period: Period) -> ColumnElement[bool]:
    """Match organisations that were open on some day of a month."""
    opened, closed = col(Organisation.opened), col(Organisation.closed)
    return and_(
        or_(opened.is_(None), opened < period.closing_date),
        or_(closed.is_(None), closed >= period.shifted(-1).closing_date),
    )


def add_organisations(
    database: Database, organisations: Iterable[NewOrganisation], *, author: str, now: datetime
) -> tuple[int, ...]:
    """Add organisations in one transaction; return their numbers in order."""
    with database.write() as session:
        actor_of(session).demand("keep_register")
        districts = read_district_ids(session)
        rows = [
            {
                "district_id": district_id(districts, organisation.district),
                "name": organisation.name,
                "key": name_key(organisation.name),
                "kind": organisation.kind,
                "subordination": organisation.subordination,
                "opened": organisation.opened,
            }
            for organisation in organisations
        ]
        if not rows:
            session.rollback()
            return ()
        adding = insert(Organisation).returning(col(Organisation.id), sort_by_parameter_order=True)
        numbers = tuple(number for number in session.scalars(adding, rows) if number is not None)
        write_audit(session, "organisations_added", Author(author, now), count=len(numbers))
        return numbers
