"""The log of a whole run: whatever a person sends, nothing of it is kept."""

import json
import socket
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import pytest

from tests.browser.running_server import start_server

NAME, PHONE, PASSWORD, COOKIE = "Сидорова Алёна", "+79135551234", "verna-lozinka-77", "gk3Jd8aPq0ZxW91mVt7b.Qx9k2LrA71"
SECRETS = (NAME, quote(NAME), PHONE, quote(PHONE), PASSWORD, COOKIE)
HEADERS = {"Cookie": f"cmn_sign_in={COOKIE}; _streamlit_xsrf={COOKIE}", "Referer": f"http://x/{quote(NAME)}"}


def ask(address: str, path: str, *, method: str = "GET", body: bytes | None = None, **headers: str) -> int:
    request = Request(address + path, data=body, method=method, headers={**HEADERS, **headers})
    try:
        with urlopen(request, timeout=20) as answer:
            return answer.status
    except HTTPError as error:
        error.close()
        return error.code


def send_raw(address: str, content: bytes) -> bytes:
    """Send bytes as they are; return the beginning of what came back."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(content)
        return line.recv(4096)


@pytest.mark.slow
def test_the_log_of_a_run_keeps_nothing_of_what_people_send(tmp_path: Path) -> None:
    server = start_server(f"sqlite:///{tmp_path / 'new.sqlite3'}", tmp_path, {"CMN_LOG_LEVEL": "debug"})
    try:
        ask(server.address, f"/district?district={quote(NAME)}&phone={quote(PHONE)}")
        ask(server.address, f"/invitation/{COOKIE.replace('.', '')}")
        form = urlencode({"login": NAME, "password": PASSWORD, "phone": PHONE}).encode()
        ask(server.address, "/sign-in", method="POST", body=form)
        ask(server.address, "/sign-in", method="POST", body=form, Origin=server.address)
        ask(server.address, f"/_stcore/upload_file/{COOKIE}/{COOKIE}", method="PUT", body=f"{NAME} {PHONE}".encode())
        ask(server.address, f"/media/{COOKIE}.xlsx")
        send_raw(
            server.address, f"GET /{quote(NAME)} HTTP/1.1\r\nCookie: {COOKIE}\r\nbad header {PHONE}\r\n\r\n".encode()
        )
        assert ask(server.address, "/health") == 200
    finally:
        server.stop()
    written = (tmp_path / "server.log").read_text(encoding="utf-8")
    assert [secret for secret in SECRETS if secret in written] == []
    lines = [json.loads(line) for line in written.splitlines()]
    assert {"event", "level", "logger", "time"} <= set(lines[0])
