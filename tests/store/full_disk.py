"""A disk without room, as SQLite meets it."""

from sqlalchemy import text

from cmn_core.store.engine import Database


def limit_pages(database: Database, pages: int) -> None:
    """Make the only pooled connection believe that the disk ends there."""
    with database.read() as session:
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
