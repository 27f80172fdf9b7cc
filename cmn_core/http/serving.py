"""Start the dashboard: a free port, one line with the address, a quiet end by Ctrl+C."""

import errno
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from cmn_core.errors import CmnError
from cmn_core.http.binding import check_binding
from cmn_core.http.settings import http_settings
from cmn_core.http.visitor import is_loopback
from cmn_core.store.engine import open_database

DEFAULT_PORT = 8501
_PORTS_TRIED = 50
_PROJECT_FOLDER = Path(__file__).resolve().parents[2]
_SECONDS_TO_CLOSE = 3
# EACCES: the port is reserved by the system, usual on Windows.
_BUSY = frozenset({errno.EADDRINUSE, errno.EACCES})


class ServingError(CmnError):
    """The dashboard cannot be started."""


def serve(
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    open_browser: bool = False,
    say: Callable[[str], None],
    note: str = "",
) -> None:
    """Serve the dashboard until it is stopped; `say` gets one line with the address when it is ready.

    Without a port the first free one from 8501 is taken; a port that was asked for and is busy is a ServingError.
    `note` is added to the line, for example what data are shown.
    """
    if not is_loopback(host):
        _check_binding(host)
    if not (_PROJECT_FOLDER / "app.py").is_file():
        raise ServingError(f"В папке {_PROJECT_FOLDER} нет файла app.py. Запускайте из папки проекта.")
    with bind_socket(host, port) as bound:
        address = f"http://{_in_address(host)}:{bound.getsockname()[1]}"
        server = _AnnouncingServer(_configure(host), lambda: _announce(address, note, open_browser, say))
        if str(_PROJECT_FOLDER) not in sys.path:
            sys.path.insert(0, str(_PROJECT_FOLDER))
        # uvicorn raises the signal that stopped it once more when all is closed.
        with suppress(KeyboardInterrupt):
            server.run(sockets=[bound])
        if not server.started:
            raise ServingError("Приложение не запустилось. Подробности выведены выше.")


def _check_binding(host: str) -> None:
    database = open_database()
    try:
        check_binding(host, database, http_settings())
    finally:
        database.close()


class _AnnouncingServer(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._announce()


def _configure(host: str) -> uvicorn.Config:
    return uvicorn.Config(
        "app:app",
        host=host,
        # The application's own log, see app.py.
        log_config=None,
        log_level="error",
        access_log=False,
        # The guard must see the peer itself, never what a header says of it.
        proxy_headers=False,
        server_header=False,
        ws="websockets-sansio",
        ws_ping_interval=30,
        ws_ping_timeout=30,
        # Measured: half of a page's 20 KB for a fifth more processor time, which a hundred people share.
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=_SECONDS_TO_CLOSE,
    )


def bind_socket(host: str, port: int | None) -> socket.socket:
    """Return a listening socket on the port, without one on the first free; raise ServingError where it cannot be."""
    first = DEFAULT_PORT if port is None else port
    for candidate in range(first, first + (_PORTS_TRIED if port is None else 1)):
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        # asyncio turns Nagle off only where the protocol is named: else each page waits 40 ms for an acknowledgement.
        bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        # On Windows this option would let two servers share a port.
        if os.name != "nt":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, candidate))
            bound.listen()
        except OSError as error:
            bound.close()
            if error.errno not in _BUSY:
                raise ServingError(f"Адрес {host}:{candidate} занять нельзя: {error.strerror}.") from error
        else:
            return bound
    if port is not None:
        raise ServingError(f"Порт {port} занят другой программой. Укажите другой порт или закройте её.")
    raise ServingError(f"Порты {first}–{first + _PORTS_TRIED - 1} заняты. Закройте лишние программы.")


def _announce(address: str, note: str, open_browser: bool, say: Callable[[str], None]) -> None:
    say(f"Приложение открыто: {address}{f' ({note})' if note else ''}. Остановить: Ctrl+C.")
    if open_browser and _has_screen():
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _has_screen() -> bool:
    # Without a screen a browser of the text terminal would take the console over.
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
