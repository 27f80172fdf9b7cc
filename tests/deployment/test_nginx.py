"""docs/deployment.md word for word: nginx in front of the application, walked as people and as others walk it."""

import json
import re
import socket
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.location import ADDRESS_VARIABLE
from cmn_core.store.people import NewPerson, add_person
from tests.browser.running_server import RunningServer, start_server
from tests.deployment.document import written_settings
from tests.deployment.nginx import HOST, PROGRAM, SITE, Nginx, ask_over, run_nginx

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="nginx is not installed (Debian: apt-get install nginx-light)"),
]
LOGIN, PASSWORD = "centre", "сосна над Иртышом 1982"
VISITOR, FORGED, NEIGHBOUR = "127.0.0.2", "203.0.113.9", "127.0.0.3"
MB = 1024 * 1024


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a database that has one account."""
    folder = tmp_path_factory.mktemp("deployed")
    database = open_database(f"sqlite:///{folder / 'cmn.sqlite3'}")
    person = NewPerson(LOGIN, "Региональный центр", "centre", frozenset())
    add_person(database, person, by=Author("test", datetime.now(UTC)), password=PASSWORD)
    database.close()
    return folder


@pytest.fixture(scope="module")
def server(place: Path) -> Iterator[RunningServer]:
    """Serve it with the settings of the document."""
    address = f"sqlite:///{place / 'cmn.sqlite3'}"
    here = {ADDRESS_VARIABLE: address, "CMN_BACKUP_FOLDER": str(place / "backups")}
    started = start_server(address, place, {**written_settings(), **here})
    yield started
    started.stop()


@pytest.fixture(scope="module")
def nginx(place: Path, server: RunningServer) -> Iterator[Nginx]:
    with run_nginx(place, server.address.removeprefix("http://")) as running:
        yield running


@pytest.fixture(scope="module")
def cookie(nginx: Nginx) -> str:
    """Sign in over https; return the cookie's «name=value»."""
    return sign_in(nginx, PASSWORD)


def sign_in(nginx: Nginx, password: str, **headers: str) -> str:
    form = nginx.ask("/sign-in")
    token = re.search(r'name="form_token" value="([^"]+)"', form.body)
    assert token is not None, form.body
    binding = form.cookies()[0].partition(";")[0]
    body = urlencode({"login": LOGIN, "password": password, "form_token": token[1], "next": ""}).encode()
    told = {"Cookie": binding, "Origin": SITE, "Content-Type": "application/x-www-form-urlencoded", **headers}
    entered = nginx.ask("/sign-in", method="POST", body=body, **told)
    assert entered.status == 303, entered.body
    given = next(line for line in entered.cookies() if line.startswith("__Host-cmn_sign_in="))
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=lax"} <= set(given.split("; "))
    return given.partition(";")[0]


def addresses_of_sign_ins(place: Path) -> list[str]:
    with sqlite3.connect(place / "cmn.sqlite3") as database:
        return [row[0] for row in database.execute("select address from sign_in order by id")]


def test_http_leads_to_https(nginx: Nginx) -> None:
    plain = socket.create_connection(("127.0.0.1", nginx.plain_port), timeout=20)
    answer = ask_over(plain, "/district?period=2020-11", headers={"Host": HOST})
    assert (answer.status, answer.header("Location")) == (301, f"{SITE}/district?period=2020-11")


def test_a_stranger_is_led_to_the_sign_in_over_https_alone(nginx: Nginx) -> None:
    answer = nginx.ask("/district?period=2020-11")
    assert answer.status == 303
    assert answer.header("Location").startswith("/sign-in?next=")
    assert answer.header("Strict-Transport-Security") == "max-age=31536000; includeSubDomains"
    assert answer.header("Content-Security-Policy") != ""


def test_a_page_opens_with_the_cookie(nginx: Nginx, cookie: str) -> None:
    answer = nginx.ask("/", Cookie=cookie)
    assert answer.status == 200
    assert '<html lang="ru">' in answer.body
    assert f"wss://{HOST}" in answer.header("Content-Security-Policy")
    assert answer.header("Strict-Transport-Security") != ""


def test_the_frame_takes_no_words_from_other_sites(nginx: Nginx, cookie: str) -> None:
    answer = nginx.ask("/_stcore/host-config", Cookie=cookie, Origin="https://evil.example")
    assert answer.status == 200
    assert json.loads(answer.body)["allowedOrigins"] == []
    assert answer.header("Access-Control-Allow-Origin") == ""


def test_the_visitors_own_address_is_recorded_whatever_is_forged(nginx: Nginx, place: Path) -> None:
    headers = {"X-Forwarded-For": FORGED, "X-Real-IP": FORGED, "Forwarded": f"for={FORGED}"}
    sign_in(nginx, PASSWORD, **headers)
    # The words around it tell a proxy of this computer from a person at it.
    assert addresses_of_sign_ins(place)[-1].endswith(VISITOR)


def test_a_request_past_nginx_is_not_believed(server: RunningServer) -> None:
    address = ("127.0.0.1", int(server.address.rpartition(":")[2]))
    line = socket.create_connection(address, timeout=20, source_address=(NEIGHBOUR, 0))
    answer = ask_over(line, "/sign-in", headers={"Host": HOST, "X-Forwarded-For": FORGED, "X-Forwarded-Proto": "https"})
    assert answer.status == 200
    # Neither https nor the address is taken from somebody who is no proxy of ours.
    assert answer.header("Strict-Transport-Security") == ""
    assert not any(line.startswith("__Host-") for line in answer.cookies())


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1"])
def test_another_name_is_refused(nginx: Nginx, host: str) -> None:
    assert nginx.ask("/sign-in", Host=host).status == 403


def live(nginx: Nginx, cookie: str, *, origin: str = SITE) -> ClientConnection:
    return connect(
        f"wss://{HOST}/_stcore/stream",
        sock=nginx.line(VISITOR),
        ssl=nginx.context(),
        server_hostname=HOST,
        subprotocols=["streamlit"],  # type: ignore[list-item]
        additional_headers={"Cookie": cookie} if cookie else {},
        origin=origin,  # type: ignore[arg-type]
        max_size=None,
    )


def begin_session(line: ClientConnection) -> str:
    """Ask for a page; return the session's id."""
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    line.send(asked.SerializeToString())
    while True:
        told = ForwardMsg.FromString(line.recv(timeout=60))  # type: ignore[arg-type]
        if told.WhichOneof("type") == "new_session":
            return told.new_session.initialize.session_id


def test_a_live_page_speaks_through_nginx(nginx: Nginx, cookie: str) -> None:
    with live(nginx, cookie) as line:
        assert begin_session(line) != ""


@pytest.mark.parametrize(("has_cookie", "origin"), [(False, SITE), (True, "https://evil.example")])
def test_a_live_page_of_nobody_or_of_another_site_does_not_open(
    nginx: Nginx, cookie: str, has_cookie: bool, origin: str
) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        live(nginx, cookie if has_cookie else "", origin=origin)


def upload(nginx: Nginx, cookie: str, session: str, size: int) -> tuple[int, str]:
    given = nginx.ask("/_stcore/health", Cookie=cookie).cookies()
    token = next(line.partition(";")[0] for line in given if line.startswith("_streamlit_xsrf="))
    part = (
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="f.xlsx"\r\n\r\n' + bytes(size) + b"\r\n--x--\r\n"
    )
    answer = nginx.ask(
        f"/_stcore/upload_file/{session}/{uuid4()}",
        method="PUT",
        body=part,
        Cookie=f"{cookie}; {token}",
        Origin=SITE,
        **{"X-Xsrftoken": token.partition("=")[2], "Content-Type": "multipart/form-data; boundary=x"},
    )
    return answer.status, answer.body


def test_a_report_of_20_mb_passes_and_a_larger_one_is_refused_in_words(nginx: Nginx, cookie: str) -> None:
    with live(nginx, cookie) as line:
        session = begin_session(line)
        assert upload(nginx, cookie, session, 20 * MB - 1024)[0] == 204
        status, words = upload(nginx, cookie, session, 22 * MB)
    assert status == 413
    assert "больше 20 МБ" in words


def test_headers_without_end_are_refused_in_words(nginx: Nginx) -> None:
    answer = nginx.ask("/", Cookie="a=" + "x" * 40_000)
    assert answer.status == 400
    assert "cookie" in answer.body
    assert answer.header("Strict-Transport-Security") != ""
    assert nginx.ask("/health").status == 200


def test_a_request_hidden_in_another_is_refused(nginx: Nginx) -> None:
    head = f"POST /sign-in HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
    hidden = "0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with nginx.context().wrap_socket(nginx.line(VISITOR), server_hostname=HOST) as secret:
        secret.sendall((head + hidden).encode())
        received = b""
        while piece := secret.recv(65536):
            received += piece
    assert received.startswith(b"HTTP/1.1 400 ")
    assert received.count(b"HTTP/1.1 ") == 1


def test_the_log_of_nginx_keeps_no_key_of_an_invitation(nginx: Nginx) -> None:
    nginx.ask("/invitation/abcdefghijklmnopqrstuvwxyz?name=x")
    # The line is written when the answer has gone.
    for _ in range(50):
        if "/invitation/" in nginx.log:
            break
        time.sleep(0.1)
    assert "/invitation/..." in nginx.log
    assert "abcdefghij" not in nginx.log
    assert "name=x" not in nginx.log


def test_while_the_application_is_away_a_sentence_stands_there(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        nobody = f"127.0.0.1:{taken.getsockname()[1]}"
    with run_nginx(tmp_path, nobody) as alone:
        answer = alone.ask("/")
    assert (answer.status, answer.header("Retry-After")) == (503, "30")
    assert "перезапускается" in answer.body
