"""One region's page on a server with 89 regions, beside the same region alone on a server."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle

from streamlit.testing.v1 import AppTest

from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts_reading import read_year_facts
from cmn_core.store.location import ADDRESS_VARIABLE
from tests.benchmarks.databases import fill_database
from tests.benchmarks.measures import Measure, median, time_calls
from tests.pages.shell import open_shell
from tests.postgresql import TestServer, find_programs, run_server
from tests.postgresql_schemas import SchemaTemplate, make_template

_REGIONS = 89
_ORGANISATIONS = 20
_MONTHS = range(1, 13)
_ALLOWED_RATIO = 2.0
_RUNS = 30


@dataclass(frozen=True, slots=True)
class _Region:
    """The measured region of a server, opened, and its page."""

    address: str
    database: Database
    page: AppTest

    def read(self) -> object:
        """Read what counting a year needs."""
        return read_year_facts(self.database, 2020)

    def run_page(self) -> object:
        """Run the page's script again, with nothing changed."""
        return self._run()

    def run_page_after_saving(self) -> object:
        """Run the page's script after somebody saved: all is read and drawn anew."""
        with self.database.write():
            pass
        return self._run()

    def _run(self) -> object:
        os.environ[ADDRESS_VARIABLE] = self.address
        return self.page.run()


def measure_regions() -> list[Measure]:
    """Time a lone region and one of 89 in turns; nothing where PostgreSQL is absent."""
    programs = find_programs()
    if programs is None:
        return []
    with ExitStack() as opened:
        lone, crowd = (opened.enter_context(run_server(programs)) for _ in range(2))
        here, there = (_fill(opened, server) for server in (lone, crowd))
        others = [_open(opened, address) for address in _copy(there)]
        regions = [
            _open_region(opened, lone.address_of(here.schema)),
            _open_region(opened, crowd.address_of(there.schema)),
        ]
        asked: list[tuple[str, Callable[[_Region], object]]] = [
            ("a year's facts", _Region.read),
            ("the overview's script run", _Region.run_page),
            ("the overview's script run after a saving", _Region.run_page_after_saving),
        ]
        return [_compare(name, call, regions, others) for name, call in asked]


def _compare(name: str, call: Callable[[_Region], object], regions: list[_Region], others: list[Database]) -> Measure:
    """Time both in turns; between them the neighbours are read, so that nothing lies ready for one region alone."""
    taken: list[list[float]] = [[], []]
    neighbours = cycle(others)
    for _ in range(_RUNS):
        for index, region in enumerate(regions):
            for _ in range(3):
                read_year_facts(next(neighbours), 2020)
            taken[index] += time_calls(lambda region=region: call(region), 1)
    alone, among = (median(times) for times in taken)
    return Measure(name, among / alone, "×", _ALLOWED_RATIO, f"{alone * 1000:.1f} → {among * 1000:.1f} ms")


def _fill(opened: ExitStack, server: TestServer) -> SchemaTemplate:
    template = opened.enter_context(make_template(server))
    fill_database(server.address_of(template.schema), _ORGANISATIONS, _MONTHS)
    with server.connect() as connection:
        connection.execute("ANALYZE")
    return template


def _copy(template: SchemaTemplate) -> list[str]:
    """Make the neighbours; return their addresses."""
    schemas = [f"region_{number}" for number in range(1, _REGIONS)]
    with template.server.connect() as connection:
        for schema in schemas:
            template.copy(connection, schema)
        connection.execute("ANALYZE")
    return [template.server.address_of(schema) for schema in schemas]


def _open(opened: ExitStack, address: str) -> Database:
    database = open_database(address)
    opened.callback(database.close)
    return database


def _open_region(opened: ExitStack, address: str) -> _Region:
    database = _open(opened, address)
    os.environ[ADDRESS_VARIABLE] = address
    page = open_shell(period="2020-11").run()
    if page.exception or page.error:
        raise RuntimeError(f"{page.exception} {page.error}")
    return _Region(address, database, page)
