"""The real server on a database, for as long as a block lasts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.running_server import RunningServer, start_server


@contextmanager
def serve(database: Path, folder: Path) -> Iterator[RunningServer]:
    """Start the dashboard on a database's file; its log lies in the folder."""
    server = start_server(f"sqlite:///{database}", folder)
    try:
        yield server
    finally:
        server.stop()
