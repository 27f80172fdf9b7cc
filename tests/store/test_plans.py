"""Pages read through indexes: no statement of theirs walks over all organisations or rows."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import (
    data_revision,
    latest_period,
    read_organisation_facts,
    read_practices,
    read_year_facts,
)
from cmn_core.store.reports import read_in_force, read_last_before, read_reports_of, read_versions
from cmn_core.store.tables import Stored
from tests.store.made_readings import AZOVO, NOVEMBER, OCTOBER, OMSK, TARA, decide, row, save

GROWING = {
    "organisation", "organisation_alias", "organisation_figures", "programme_row", "report", "report_sums",
    "report_partners", "population",
}  # fmt: skip

READINGS: dict[str, Callable[[Database], object]] = {
    "a year": lambda database: read_year_facts(database, 2020),
    "the latest period": latest_period,
    "organisations of a municipality": lambda database: read_organisation_facts(database, TARA, [1, 2]),
    "practices of a municipality": lambda database: read_practices(database, TARA, [1, 2]),
    "the report in force": lambda database: read_in_force(database, decide().key),
    "the report before": lambda database: read_last_before(database, decide().key),
    "versions": lambda database: read_versions(database, decide().key),
    "reports of a municipality": lambda database: read_reports_of(database, TARA),
    "the revision": data_revision,
}


@pytest.fixture
def database(database: Database) -> Database:
    keys = [(TARA, OCTOBER), (TARA, NOVEMBER), (OMSK, OCTOBER), (AZOVO, OCTOBER)]
    for number, (sender, period) in enumerate(keys):
        rows = [row(f"Школа № {n}", (1, 1, 1), "А", "own") for n in range(20)]
        save(database, rows, decide(sender, period=period), content=b"%d" % number)
    save(database, [row("Школа № 1")], decide(TARA, scope="state"), content=b"shared")
    return database


@pytest.fixture
def statements() -> Iterator[list[tuple[str, Any]]]:
    heard: list[tuple[str, Any]] = []

    def hear(_c: object, _cursor: object, statement: str, parameters: Any, _ctx: object, _many: bool) -> None:
        if statement.startswith("SELECT"):
            heard.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    yield heard
    event.remove(Engine, "before_cursor_execute", hear)


@pytest.mark.parametrize("name", READINGS)
def test_no_growing_table_is_walked_over(database: Database, statements: list[tuple[str, Any]], name: str) -> None:
    READINGS[name](database)
    asked = [(statement, parameters) for statement, parameters in statements if "FROM pg_catalog" not in statement]
    assert asked
    with database.read() as session:
        walked = walked_on_server if session.get_bind().dialect.name == "postgresql" else walked_on_sqlite
        for statement, parameters in asked:
            assert not walked(session.connection(), statement, parameters) & GROWING, statement


def walked_on_sqlite(connection: Connection, statement: str, parameters: Any) -> set[str]:
    """Return the tables that a statement reads from end to end."""
    plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    return {line[3].split()[1] for line in plan if line[3].startswith("SCAN")}


def walked_on_server(connection: Connection, statement: str, parameters: Any) -> set[str]:
    """Return the tables that a statement would read from end to end even if that cost the earth."""
    connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    plan = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalar_one()
    steps = [plan[0]["Plan"]]
    walked = set()
    while steps:
        step = steps.pop()
        steps += step.get("Plans", [])
        by_index = "Index Cond" in step or step["Node Type"] == "Bitmap Heap Scan"
        if "Relation Name" in step and not by_index:
            walked.add(step["Relation Name"])
    return walked


def test_the_growing_tables_are_the_ones_meant() -> None:
    assert set(Stored.metadata.tables) >= GROWING


def test_a_year_takes_the_same_few_statements_whatever_it_holds(
    database: Database, statements: list[tuple[str, Any]]
) -> None:
    read_year_facts(database, 2020)
    assert len(statements) <= 9
