"""A PostgreSQL server of the tests' own on a free port of this computer, or the one that a developer names."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.engine import URL, make_url

from tests.free_port import find_free_port

SERVER_VARIABLE = "CMN_TEST_POSTGRESQL"
"""Address of a database in which its user may make schemas; without it Debian's programs start a server."""
NO_PROGRAMS = f"PostgreSQL is not installed (Debian: apt-get install postgresql) nor named in {SERVER_VARIABLE}"
_DEBIAN = Path("/usr/lib/postgresql")
_SECONDS_TO_START = 30
# The data live as long as the tests: a power cut may take them.
_SETTINGS = ("listen_addresses=127.0.0.1", "fsync=off", "synchronous_commit=off", "full_page_writes=off",
             "max_connections=200", "autovacuum=off")  # fmt: skip


@dataclass(frozen=True, slots=True)
class TestServer:
    """A database on a server, in which tests make schemas."""

    __test__ = False
    url: URL

    @contextmanager
    def connect(self) -> Iterator["psycopg.Connection[Any]"]:
        """Open a connection of its own, each statement a transaction."""
        address = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            yield connection

    def address_of(self, schema: str) -> str:
        """Return the address by which the application opens a schema."""
        return self.url.update_query_dict({"schema": schema}).render_as_string(hide_password=False)


def find_programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs, the newest."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@dataclass(slots=True)
class ServerProcess:
    """A server of the tests' own, to be stopped and started again at will."""

    programs: Path
    folder: Path
    port: int
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def server(self) -> TestServer:
        """What tests use it by."""
        return TestServer(URL.create("postgresql", "app", host="127.0.0.1", port=self.port, database="postgres"))

    def start(self) -> None:
        """Start it on its data and return once it answers."""
        arguments = [self.programs / "postgres", "-D", self.folder / "data", "-p", str(self.port), "-k", self.folder]
        for setting in _SETTINGS:
            arguments += ["-c", setting]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(arguments, stdout=log, stderr=log, **_owner())
        deadline = time.monotonic() + _SECONDS_TO_START
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((self.folder / "log").read_text(encoding="utf-8"))
            time.sleep(0.05)

    def stop(self) -> None:
        """Stop it at once, whoever is connected."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(timeout=_SECONDS_TO_START)

    def _answers(self) -> bool:
        try:
            with self.server.connect():
                return True
        except psycopg.OperationalError:
            return False


@contextmanager
def run_process(programs: Path) -> Iterator[ServerProcess]:
    """Run a server in a folder of its own for as long as the tests last."""
    folder = Path(tempfile.mkdtemp(prefix="cmn_postgresql_"))
    process = ServerProcess(programs, folder, find_free_port())
    try:
        _hand_over(folder)
        _run(programs / "initdb", "-D", folder / "data", "-U", "app", "--auth=trust", "--encoding=UTF8",
             "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        process.start()
        yield process
    finally:
        process.stop()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def run_server(programs: Path) -> Iterator[TestServer]:
    """Run a server that is only asked, never stopped, until the tests end."""
    with run_process(programs) as process:
        yield process.server


def named_server() -> TestServer | None:
    """Return the server that a developer names."""
    address = os.environ.get(SERVER_VARIABLE)
    return TestServer(make_url(address)) if address else None


def _run(*arguments: str | Path) -> None:
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, **_owner())


def _owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": [], "cwd": "/"}


def _hand_over(folder: Path) -> None:
    if _owner():
        shutil.chown(folder, "postgres", "postgres")
