"""Starting the dashboard as a person does."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from cmn_core.errors import UsageError
from cmn_core.http.serving import ServingError, bind_socket, serve

START = "from cmn_core.http.serving import serve; serve(say=lambda line: print(line, flush=True), note='проба')"


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken.getsockname()[1]


def test_a_port_that_was_asked_for_and_is_busy_is_said(busy_port: int) -> None:
    with pytest.raises(ServingError, match=f"Порт {busy_port} занят"):
        serve(port=busy_port, say=pytest.fail)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::"])
def test_other_computers_are_not_served_without_an_account(host: str) -> None:
    with pytest.raises(UsageError, match="нет ни одной учётной записи"):
        serve(host=host, say=pytest.fail)


def test_small_messages_are_sent_at_once() -> None:
    async def look_at_a_connection() -> int:
        without_delay: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def accept(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            accepted = writer.get_extra_info("socket")
            without_delay.set_result(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with bind_socket("127.0.0.1", None) as bound:
            async with await asyncio.start_server(accept, sock=bound):
                _, writer = await asyncio.open_connection(*bound.getsockname())
                writer.close()
                return await asyncio.wait_for(without_delay, timeout=10)

    assert asyncio.run(look_at_a_connection()) != 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process on Windows")
def test_it_starts_from_any_folder_says_one_line_and_ends_quietly(tmp_path: Path, empty_database: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", START], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("Приложение открыто: http://127.0.0.1:")
        assert "(проба)" in line
        with urlopen(f"{line.split()[2]}/health", timeout=10) as answer:
            assert b'"status":"ok"' in answer.read()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
        assert (process.returncode, out, err) == (0, "", "")
    finally:
        process.kill()


@pytest.mark.slow
def test_settings_are_found_from_any_folder(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    asked = (
        f"import sys; sys.path.insert(0, {str(root)!r}); import app; from streamlit import config; "
        "print(config.get_option('theme.primaryColor'), config.get_option('server.maxUploadSize'), "
        "config.get_option('browser.gatherUsageStats'), config.get_option('runner.postScriptGC'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, env=os.environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["#1F6FB2", "20", "False", "False"]
