"""Is the schema of this version of the program; make it so, one process at a time."""

import threading
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from cmn_core.store.failures import ELSEWHERE, StoreError

HEAD = "0007"
"""The newest revision, so that an up-to-date database opens without importing Alembic."""
MIGRATIONS = Path(__file__).parent / "migrations"
# Alembic keeps its running context in module globals.
_ALEMBIC_RUNS = threading.Lock()


def is_current(engine: Engine, place: str) -> bool:
    """Tell whether the schema is the newest; raise StoreError for a schema that is not ours or is newer."""
    with engine.connect() as connection:
        return _read_revision(connection, place) == HEAD


def upgrade_schema(migrating: Engine, place: str) -> None:
    """Bring a schema to the newest revision in one transaction; who waited for it finds it done."""
    with _ALEMBIC_RUNS, migrating.begin() as connection:
        if _read_revision(connection, place) == HEAD:
            return
        _run_alembic(connection, HEAD)
        _check_owners(connection, place)


def build_schema(connection: Connection, revision: str, place: str) -> None:
    """Bring the schema of an open transaction to a revision of this program."""
    with _ALEMBIC_RUNS:
        _run_alembic(connection, revision)
    _check_owners(connection, place)


def is_known_revision(revision: str) -> bool:
    """Tell a revision of this program from a later one's."""
    return revision in _known_revisions()


def has_tables(connection: Connection, place: str) -> bool:
    """Tell whether the program's tables are there; raise StoreError for those of another program or a newer one."""
    return _read_revision(connection, place) is not None


def _check_owners(connection: Connection, place: str) -> None:
    """PostgreSQL looks at each row as it comes; SQLite, whose tables migrations rebuild, is asked afterwards."""
    if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
        raise StoreError(f"База данных {place} не обновлена: в ней есть строки без хозяина. Восстановите копию.")


def _run_alembic(connection: Connection, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Alembic expands % in options.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _read_revision(connection: Connection, place: str) -> str | None:
    """Return the revision, None for an empty database."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise StoreError(f"В базе данных {place} лежат таблицы другой программы. Чтобы не испортить их, {ELSEWHERE}.")
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision is not None and revision not in _known_revisions():
        raise StoreError(
            f"База данных {place} сделана более новой версией программы. Обновите программу или {ELSEWHERE}."
        )
    return revision


def _known_revisions() -> frozenset[str]:
    return frozenset(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))
