"""A PostgreSQL server of the tests' own on a free port of this computer, or the one that a developer names."""

import os
import shutil
import signal
import socket
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

SERVER_VARIABLE = "CMN_TEST_POSTGRESQL"
"""Address of a database in which its user may make schemas; without it Debian's programs start a server."""
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


@contextmanager
def run_server(programs: Path) -> Iterator[TestServer]:
    """Run a server in a folder of its own for as long as the tests last."""
    folder = Path(tempfile.mkdtemp(prefix="cmn_postgresql_"))
    try:
        _hand_over(folder)
        _run(programs / "initdb", "-D", folder / "data", "-U", "app", "--auth=trust", "--encoding=UTF8",
             "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        port = _find_free_port()
        process = start_process(programs, folder, port)
        try:
            yield TestServer(URL.create("postgresql", "app", host="127.0.0.1", port=port, database="postgres"))
        finally:
            # At once: a «terminate» waits until the last client has gone.
            process.send_signal(signal.SIGINT)
            process.wait(timeout=_SECONDS_TO_START)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start_process(programs: Path, folder: Path, port: int) -> "subprocess.Popen[bytes]":
    """Start the server on its data and return once it answers."""
    arguments = [programs / "postgres", "-D", folder / "data", "-p", str(port), "-k", folder]
    for setting in _SETTINGS:
        arguments += ["-c", setting]
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(arguments, stdout=log, stderr=log, **_owner())
    deadline = time.monotonic() + _SECONDS_TO_START
    while True:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="app", dbname="postgres").close()
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                raise RuntimeError((folder / "log").read_text(encoding="utf-8")) from None
            time.sleep(0.05)
        else:
            return process


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


def _find_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
