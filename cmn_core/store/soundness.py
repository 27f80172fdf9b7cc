"""Is a database's file sound: SQLite is asked before anything is built on what it holds."""

from sqlalchemy import text

from cmn_core.store.engine import Database
from cmn_core.store.failures import DatabaseDamaged


def check_soundness(database: Database) -> None:
    """Walk a SQLite file page by page; raise DatabaseDamaged where it does not hold together.

    A server looks after its own files: of one nothing is asked.
    """
    with database.read() as session:
        if session.get_bind().dialect.name != "sqlite":
            return
        found = session.execute(text("PRAGMA quick_check(1)")).scalar_one()
        if found != "ok":
            raise DatabaseDamaged(database.place)
