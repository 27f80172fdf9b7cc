"""A schema per region: made when missing, migrated by itself, blind to its neighbours."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from cmn_core.store.engine import open_database
from cmn_core.store.facts_reading import data_revision, read_year_facts
from cmn_core.store.failures import StoreError
from cmn_core.store.reports import read_versions
from cmn_core.store.schema import HEAD
from tests.postgresql import TestServer
from tests.postgresql_schemas import drop_schema, new_schema_name
from tests.store.made_readings import decide, row, save
from tests.store.together import run_together


@pytest.fixture
def schema(postgresql_server: TestServer) -> Iterator[str]:
    """A name that no schema has yet."""
    name = new_schema_name()
    yield name
    drop_schema(postgresql_server, name)


def test_a_missing_schema_is_made_with_its_own_alembic_version(postgresql_server: TestServer, schema: str) -> None:
    database = open_database(postgresql_server.address_of(schema))
    with database.read() as session:
        found = session.execute(
            text("SELECT table_name FROM information_schema.tables WHERE table_schema = :schema"), {"schema": schema}
        )
        assert {"alembic_version", "report", "district"} <= set(found.scalars())
        assert session.execute(text(f"SELECT version_num FROM {schema}.alembic_version")).scalar() == HEAD
        assert session.execute(text("SELECT count(*) FROM district")).scalar() == 33
    database.close()


def test_the_schema_may_be_named_as_a_search_path(postgresql_server: TestServer, schema: str) -> None:
    by_path = postgresql_server.url.update_query_dict({"options": f"-csearch_path={schema}"})
    first = open_database(by_path.render_as_string(hide_password=False))
    save(first, [row("СОШ № 1")])
    second = open_database(postgresql_server.address_of(schema))
    assert len(read_year_facts(second, 2020).reports) == 1
    first.close()
    second.close()


def test_two_regions_on_one_server_do_not_see_each_other(postgresql_server: TestServer, schema: str) -> None:
    other_schema = new_schema_name()
    here, there = (open_database(postgresql_server.address_of(name)) for name in (schema, other_schema))
    assert here.url != there.url, "what is remembered of one is not shown for the other"
    save(here, [row("СОШ № 1", (5, 0, 0))])
    revision = data_revision(there)
    assert read_year_facts(there, 2020).reports == ()
    save(there, [row("СОШ № 1", (7, 0, 0))])
    save(there, [row("СОШ № 1", (8, 0, 0))], decide(compared_with=1), content=b"second")
    assert data_revision(there) == revision + 2
    assert [version.version for version in read_versions(here, decide().key)] == [1]
    assert [sums.people.drawn_in for sums in read_year_facts(here, 2020).sums if sums.form is None] == [5]
    assert [sums.people.drawn_in for sums in read_year_facts(there, 2020).sums if sums.form is None] == [8]
    here.close()
    there.close()
    drop_schema(postgresql_server, other_schema)


def test_processes_that_open_a_missing_schema_at_once_all_find_it_ready(
    postgresql_server: TestServer, schema: str
) -> None:
    results = run_together(_open_and_report, [(postgresql_server.address_of(schema),)] * 4)
    assert results == [1] * 4, "made and seeded once"


def test_a_schema_with_another_programs_tables_is_left_alone(postgresql_server: TestServer, schema: str) -> None:
    with postgresql_server.connect() as connection:
        connection.execute(f"CREATE SCHEMA {schema}; CREATE TABLE {schema}.contacts (name text)")
    with pytest.raises(StoreError, match="другой программы"):
        open_database(postgresql_server.address_of(schema))


def test_a_user_without_the_right_to_make_tables_is_told(postgresql_server: TestServer, schema: str) -> None:
    role = f"{schema}_reader"
    with postgresql_server.connect() as connection:
        connection.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'reader'")
    address = postgresql_server.url.set(username=role, password="reader").update_query_dict({"schema": schema})
    try:
        with pytest.raises(StoreError, match="нет права"):
            open_database(address.render_as_string(hide_password=False))
    finally:
        with postgresql_server.connect() as connection:
            connection.execute(f"DROP ROLE {role}")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"port": 1}, "не отвечает"),
        ({"database": "no_such_database"}, "не принял"),
        ({"username": "nobody_here"}, "не принял"),
        ({"query": {"no_such_option": "1"}}, "не принял"),
    ],
)
def test_a_server_that_cannot_be_used_is_told_without_the_password(
    postgresql_server: TestServer, change: dict[str, str], words: str
) -> None:
    address = postgresql_server.url.set(password="secret").set(**change)
    with pytest.raises(StoreError, match=words) as told:
        open_database(address.render_as_string(hide_password=False))
    assert "secret" not in told.value.message


def _open_and_report(address: str) -> int:
    database = open_database(address)
    try:
        return data_revision(database)
    finally:
        database.close()
