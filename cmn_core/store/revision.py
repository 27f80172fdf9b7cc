"""The number that grows with every write."""

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.store.engine import Database
from cmn_core.store.tables import DataRevision


def data_revision(database: Database) -> int:
    """Return the revision of the data: the key of every cache."""
    with database.read() as session:
        return read_revision(session)


def read_revision(session: Session) -> int:
    """Return the revision as a session sees it."""
    return session.scalars(select(col(DataRevision.revision))).one()
