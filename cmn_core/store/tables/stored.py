"""What all tables share: one schema with predictable names of keys and indexes."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Stored(SQLModel):
    """A row of this database; named constraints let a migration rebuild a table on SQLite."""

    metadata = MetaData(naming_convention=NAMING)
