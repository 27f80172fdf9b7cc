"""A refusal leaves its line in the record, in a transaction of its own."""

from sqlalchemy import select
from sqlmodel import col

from cmn_core.access import AccessDenied, Deed
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.engine import Database
from cmn_core.store.sessions import AT_THE_COMPUTER, actor_of
from cmn_core.store.tables import District


def record_refusal(database: Database, refusal: AccessDenied) -> None:
    """Add the line; whoever was refused need not be signed in any more."""
    with database.acting(AT_THE_COMPUTER).write(changes_figures=False) as session:
        district = session.scalar(select(col(District.id)).where(col(District.oktmo) == refusal.district))
        person = database.actor.person
        write_audit(
            session,
            "refused",
            Author(person.name, database.clock()),
            person_id=person.number,
            district_id=district,
            deed=refusal.deed,
        )


def demand_somewhere(database: Database, deed: Deed) -> None:
    """Raise AccessDenied, with its line, unless there is a place where whoever holds the database may do a deed."""
    with database.read() as session:
        actor_of(session).demand_somewhere(deed)
