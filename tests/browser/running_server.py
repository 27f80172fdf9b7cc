"""The real server in a process of its own, as a person starts it."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from cmn_core.store.location import ADDRESS_VARIABLE
from tests.free_port import find_free_port
from tests.people import ADMINISTRATOR, COOKIE, Someone, make_cookie

_START = (
    "import sys; from cmn_core.http.serving import serve; "
    "serve(port=int(sys.argv[1]), say=lambda line: print(line, flush=True))"
)
_SECONDS_TO_END = 15


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server that answers at `address` until it is stopped."""

    address: str
    process: subprocess.Popen[str]
    database: str
    _cookies: dict[Someone, str] = field(default_factory=dict)

    def cookie_of(self, someone: Someone = ADMINISTRATOR) -> str:
        """Return the cookie's value of someone who is signed in, once for all who ask."""
        if someone not in self._cookies:
            self._cookies[someone] = make_cookie(self.database, someone)
        return self._cookies[someone]

    def cookie_header(self, someone: Someone = ADMINISTRATOR) -> str:
        """Return what a client without a browser sends as «Cookie»."""
        return f"{COOKIE}={self.cookie_of(someone)}"

    def knows(self, cookie: str) -> bool:
        """Tell whether a cookie's value was given out for this server."""
        return cookie in self._cookies.values()

    def stop(self) -> None:
        """End this process and no other."""
        self.process.terminate()
        try:
            self.process.communicate(timeout=_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()


def start_server(database: str, folder: Path, settings: dict[str, str] | None = None) -> RunningServer:
    """Start the dashboard on a database from a folder that is not the project's; return when it answers."""
    log = (folder / "server.log").open("w", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-c", _START, str(find_free_port())],
        cwd=folder,
        env={**os.environ, ADDRESS_VARIABLE: database, "PYTHONIOENCODING": "utf-8", **(settings or {})},
        stdout=subprocess.PIPE,
        stderr=log,
        encoding="utf-8",
    )
    log.close()
    assert process.stdout is not None
    line = process.stdout.readline()
    if "http://" not in line:
        process.kill()
        raise RuntimeError((folder / "server.log").read_text(encoding="utf-8"))
    return RunningServer(line.split()[2].rstrip("."), process, database)
