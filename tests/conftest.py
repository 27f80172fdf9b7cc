"""What every test may use, the order of the tests, and what a skip means in CI."""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from cmn_core.demo.demonstration import prepare_demonstration
from cmn_core.store import password_hashes
from cmn_core.store.engine import open_database
from cmn_core.store.location import ADDRESS_VARIABLE
from tests.logs.memory import Log, logged
from tests.postgresql import NO_PROGRAMS, TestServer, find_programs, named_server, run_server
from tests.postgresql_schemas import SchemaTemplate, make_template
from tests.quick_passwords import QUICK

IN_CI = os.environ.get("CI") == "true"
_RUN_LAST = ("browser", "office", "slow")
_MAY_SKIP = "outside"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what is quick first: the slower a kind of tests, the later it comes."""
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker("browser")
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    return max((place for place, name in enumerate(_RUN_LAST, 1) if item.get_closest_marker(name)), default=0)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure in CI, where everything that a test needs is installed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail") and not item.get_closest_marker(_MAY_SKIP):
        report.outcome = "failed"
        report.longrepr = f"Skipped in CI: {_reason_of(report)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a module that skips as a whole into a failure in CI."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"Skipped in CI: {_reason_of(report)}"
    return report


def _reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    return report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)


@pytest.fixture(autouse=True)
def _own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a test that names no database away from the developer's own."""
    monkeypatch.setenv(ADDRESS_VARIABLE, f"sqlite:///{tmp_path / 'unnamed.sqlite3'}")


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords in a moment; one kept with other parameters is renewed when its person enters."""
    monkeypatch.setattr(password_hashes, "hasher", lambda: QUICK)


@pytest.fixture
def empty_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Point the pages at a database without a report; return its address."""
    address = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    monkeypatch.setenv(ADDRESS_VARIABLE, address)
    return address


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of this run alone, the same one in each of the processes that share the tests."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def demonstration_file(shared_folder: Path) -> Path:
    """Make the demonstration once a run; return its file, of which copies are taken and which nobody opens.

    Copying a file that SQLite has open in the same process takes SQLite's locks away, and other processes' journals
    with them (sqlite.org/howtocorrupt, «POSIX advisory locks»).
    """
    made = shared_folder / "demonstration"
    with FileLock(shared_folder / "demonstration.lock"):
        if not made.exists():
            _make_demonstration(shared_folder / "demonstration_in_making").rename(made)
    return made / "demo.sqlite3"


def _make_demonstration(folder: Path) -> Path:
    folder.mkdir()
    address = f"sqlite:///{folder / 'demo.sqlite3'}"
    database = open_database(address)
    prepare_demonstration(database, address)
    database.close()
    return folder


@pytest.fixture(scope="session")
def read_demonstration(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of this process's own demonstration, to be read only."""
    return f"sqlite:///{shutil.copy(demonstration_file, tmp_path_factory.mktemp('read'))}"


@pytest.fixture
def demo_database(read_demonstration: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Point the pages at the demonstration, to be read only; return its address."""
    address = read_demonstration
    monkeypatch.setenv(ADDRESS_VARIABLE, address)
    return address


@pytest.fixture
def demo_copy(demonstration_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Point the pages at a demonstration of the test's own, to be changed; return its address."""
    address = f"sqlite:///{shutil.copy(demonstration_file, tmp_path / 'demo.sqlite3')}"
    monkeypatch.setenv(ADDRESS_VARIABLE, address)
    return address


@pytest.fixture
def log() -> Iterator[Log]:
    """Send the log of all libraries into memory."""
    with logged() as written:
        yield written


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[TestServer]:
    """Run PostgreSQL once a session, or use the developer's own; skip where there is none."""
    named, programs = named_server(), find_programs()
    if named is not None:
        yield named
    elif programs is None:
        pytest.skip(NO_PROGRAMS)
    else:
        with run_server(programs) as server:
            yield server


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: TestServer) -> Iterator[SchemaTemplate]:
    """Make a ready and empty schema once a session, to be copied."""
    with make_template(postgresql_server) as template:
        yield template


@pytest.fixture
def postgresql_address(postgresql_template: SchemaTemplate) -> Iterator[str]:
    """Return the address of a ready and empty schema on the server, the test's own."""
    with postgresql_template.copied() as address:
        yield address
