"""Junk, giants and slow ones on a socket of the running server: it answers sanely and stays up."""

import random
import socket
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from urllib.request import urlopen

import pytest

from tests.browser.running_server import RunningServer, start_server

pytestmark = pytest.mark.slow
NOISE = random.Random(4).randbytes(300).replace(b"\r", b"").replace(b"\n", b"").replace(b"\0", b"")
HELLO = b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\n"
ROUGH = {
    "a giant header": HELLO + b"Cookie: a=" + b"x" * 300_000 + b"\r\n\r\n",
    "many headers": HELLO + b"".join(b"X-%d: y\r\n" % number for number in range(20_000)) + b"\r\n",
    "a giant address": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "two lengths": HELLO.replace(b"GET", b"POST") + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "a strange coding": HELLO.replace(b"GET", b"POST") + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "a negative length": HELLO.replace(b"GET", b"POST") + b"Content-Length: -1\r\n\r\n",
    "a folded header": HELLO + b"X-A: b\r\n c: d\r\n\r\n",
    "a blank before the colon": HELLO + b"X-A : b\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": HELLO + b"Host: evil.example\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "another protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + NOISE,
    "noise": NOISE + b"\r\n\r\n",
    "a damaged cookie": HELLO + b"Cookie: cmn_sign_in=" + NOISE.replace(b";", b"") + b"\r\n\r\n",
    "an endless cookie": HELLO + b"Cookie: cmn_sign_in=" + b"A" * 30_000 + b"; ; =; \xff=\xfe\r\n\r\n",
    "a websocket without its key": b"GET /_stcore/stream HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\n\r\n",
    "a path that climbs": b"GET /static/../../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a path that climbs in secret": b"GET /static/%2e%2e%2f%2e%2e%2fetc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a path with nothing in it": b"GET /%00%0d%0aX: y HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a method of its own": b"FROB / HTTP/1.1\r\nHost: localhost\r\n\r\n",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("rough")
    started = start_server(f"sqlite:///{folder / 'new.sqlite3'}", folder)
    yield started
    started.stop()


def line_to(server: RunningServer) -> socket.socket:
    host, port = server.address.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=20)


def is_well(server: RunningServer) -> bool:
    with urlopen(f"{server.address}/health", timeout=5) as answer:
        return answer.status == 200


@pytest.mark.parametrize("name", ROUGH)
def test_a_rough_request_is_refused_and_nothing_more(server: RunningServer, name: str) -> None:
    received = b""
    # The server may cut the line before it has heard all.
    with line_to(server) as line, suppress(OSError):
        line.sendall(ROUGH[name])
        line.shutdown(socket.SHUT_WR)
        while piece := line.recv(65536):
            received += piece
    status = int(received.split()[1]) if received.startswith(b"HTTP/1.1 ") else 0
    assert status < 500
    assert received.count(b"HTTP/1.1 ") <= 1, "a request hidden in another was answered"
    assert b"root:" not in received
    assert b"Traceback" not in received
    assert is_well(server)


def test_a_hundred_that_send_a_letter_and_wait_keep_nobody_from_working(server: RunningServer) -> None:
    with ExitStack() as waiting:
        for _ in range(100):
            waiting.enter_context(line_to(server)).sendall(b"G")
        assert is_well(server)
    assert is_well(server)
