"""The migrations make the tables that the program uses, once, whoever comes first."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import data_revision
from cmn_core.store.schema import HEAD, MIGRATIONS
from cmn_core.store.tables import Stored
from tests.store.made_readings import open_file
from tests.store.together import run_together

INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index'",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
}
PROJECT = Path(__file__).resolve().parents[2]


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    return made


def test_the_head_written_in_code_is_alembics() -> None:
    assert ScriptDirectory.from_config(config()).get_current_head() == HEAD


@pytest.mark.filterwarnings("ignore:autogenerate skipping", "ignore:Skipped unsupported reflection")
def test_the_migrated_schema_is_that_of_the_tables(database: Database) -> None:
    with database.read() as session:
        connection = session.connection()
        found = compare_metadata(MigrationContext.configure(connection), Stored.metadata)
        indexes = dict(session.execute(text(INDEXES[connection.dialect.name])).all())
    assert found == []
    assert "UNIQUE" in indexes["uq_report_version"]
    assert "coalesce(sender_id, 0)" in indexes["uq_current_report_key"].lower()
    assert re.search(r"WHERE \(?merged_into_id IS NULL", indexes["uq_organisation_district_id_key"])


def test_the_schema_goes_down_and_up_again(database: Database) -> None:
    with database.write() as session:
        connection = session.connection()
        made = config()
        made.attributes["connection"] = connection
        command.downgrade(made, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        command.upgrade(made, "head")
        assert connection.execute(text("SELECT revision FROM data_revision")).scalar() == 0


def test_an_up_to_date_database_opens_without_alembic_and_pandas(tmp_path: Path) -> None:
    open_file(tmp_path).close()
    url = f"sqlite:///{tmp_path / 'cmn.sqlite3'}"
    code = (
        "import sys",
        "from cmn_core.store.engine import open_database",
        "import cmn_core.store.reports, cmn_core.store.organisations, cmn_core.store.facts_reading",
        f"open_database({url!r})",
        "print(sorted({'alembic', 'pandas', 'streamlit', 'openpyxl'} & set(sys.modules)))",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(code)], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_processes_that_open_an_empty_database_at_once_all_find_it_ready(tmp_path: Path) -> None:
    results = run_together(_open_and_report, [(tmp_path,)] * 4)
    assert results == [1] * 4, "made and seeded once"


def _open_and_report(folder: Path) -> int:
    database = open_file(folder)
    try:
        return data_revision(database)
    finally:
        database.close()
