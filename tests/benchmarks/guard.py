"""What the guard adds to a request and to a message of a live connection, and signing in over http."""

import asyncio
import os
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cmn_core.http.host_guard import HostGuard
from cmn_core.http.settings import HttpSettings
from cmn_core.http.sign_in_cookie import sign_token
from cmn_core.http.sign_in_guard import SignInGuard
from cmn_core.http.sign_ins import SignIns
from cmn_core.store.engine import open_database
from cmn_core.store.location import ADDRESS_VARIABLE
from cmn_core.store.secrets import signing_key
from tests.benchmarks.load.watched_server import WatchedServer
from tests.benchmarks.measures import Measure, median, p95
from tests.benchmarks.served import serve
from tests.http.asgi import request_scope, websocket_scope
from tests.http.visits import token_in
from tests.people import ADMINISTRATOR, COOKIE, PASSWORD, add_someone, begin_sign_in

_TIMES = 400
_SIGN_INS = 20
_ALLOWED_ADDED_S = 0.005
_ALLOWED_SIGN_IN_S = 0.400


def measure_guard(demonstration: Path, folder: Path) -> list[Measure]:
    """Time requests and messages with the guard and without it, in turns; then whole sign-ins."""
    address = f"sqlite:///{demonstration}"
    os.environ[ADDRESS_VARIABLE] = address
    database = open_database(address)
    value = sign_token(begin_sign_in(database).token, signing_key(database))
    database.close()
    headers = {"cookie": f"{COOKIE}={value}"}
    measures = []
    for what, asks_each_time in (("remembered", False), ("the database asked each time", True)):
        added = asyncio.run(_time_requests(headers, asks_each_time=asks_each_time))
        measures.append(_of_added(f"a request, {what}: added, p95", added))
        added = asyncio.run(_time_messages(headers, asks_each_time=asks_each_time))
        measures.append(_of_added(f"a message, {what}: added, p95", added))
    return [*measures, _measure_sign_ins(demonstration, folder)]


def _of_added(name: str, added: list[float]) -> Measure:
    return Measure(name, p95(added), "s", _ALLOWED_ADDED_S, f"median {median(added) * 1000:.2f} ms")


def _build(*, asks_each_time: bool) -> tuple[ASGIApp, ASGIApp]:
    """Return the inner application behind the host's guard, without and with the sign-in's."""
    moments = iter(range(10**9))
    sign_ins = SignIns(clock=(lambda: float(next(moments))) if asks_each_time else time.monotonic)
    settings = HttpSettings()
    return HostGuard(_inner, settings), HostGuard(SignInGuard(_inner, sign_ins), settings)


async def _time_requests(headers: dict[str, str], *, asks_each_time: bool) -> list[float]:
    without, guarded = _build(asks_each_time=asks_each_time)
    scope = request_scope("/district", headers)
    added = []
    for _ in range(_TIMES):
        bare = await _time_request(without, scope)
        added.append(await _time_request(guarded, scope) - bare)
    return added[_TIMES // 10 :]


async def _time_request(app: ASGIApp, scope: Scope) -> float:
    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    statuses = []

    async def send(message: Message) -> None:
        statuses.append(message.get("status"))

    started = time.perf_counter()
    await app({**scope}, receive, send)
    seconds = time.perf_counter() - started
    if statuses[0] != 200:
        raise RuntimeError(f"the guard answered {statuses[0]}")
    return seconds


async def _time_messages(headers: dict[str, str], *, asks_each_time: bool) -> list[float]:
    lines = [_Line(app, headers) for app in _build(asks_each_time=asks_each_time)]
    for line in lines:
        await line.say({"type": "websocket.connect"})
    added = []
    for _ in range(_TIMES):
        bare, guarded = [await line.say({"type": "websocket.receive", "text": "x"}) for line in lines]
        added.append(guarded - bare)
    for line in lines:
        line.task.cancel()
    return added[_TIMES // 10 :]


class _Line:
    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._inbox: asyncio.Queue[Message] = asyncio.Queue()
        self._outbox: asyncio.Queue[Message] = asyncio.Queue()
        self.task = asyncio.ensure_future(app(websocket_scope(headers), self._inbox.get, self._outbox.put))

    async def say(self, message: Message) -> float:
        """Return how long the answer took."""
        started = time.perf_counter()
        self._inbox.put_nowait(message)
        answer = await self._outbox.get()
        seconds = time.perf_counter() - started
        if answer["type"] == "websocket.close":
            raise RuntimeError("the guard closed the connection")
        return seconds


async def _inner(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})
        return
    await receive()
    await send({"type": "websocket.accept"})
    while (await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": "x"})


def _measure_sign_ins(demonstration: Path, folder: Path) -> Measure:
    database = open_database(f"sqlite:///{demonstration}")
    add_someone(database, ADMINISTRATOR)
    database.close()
    with serve(demonstration, folder) as server:
        _time_sign_in(server.address)
        watched = WatchedServer(server.process.pid)
        started = time.perf_counter()
        taken = [_time_sign_in(server.address) for _ in range(_SIGN_INS)]
        # On a busy computer the time is mostly waiting for a core.
        busy_s = watched.cores() * (time.perf_counter() - started) / _SIGN_INS
    remark = f"median {median(taken):.3f} s, of the processor {busy_s:.3f} s"
    return Measure("signing in over http, p95", p95(taken), "s", _ALLOWED_SIGN_IN_S, remark)


def _time_sign_in(address: str) -> float:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        connection.request("GET", "/sign-in")
        page = connection.getresponse()
        binding = (page.getheader("Set-Cookie") or "").partition(";")[0]
        token = token_in(page.read().decode())
        fields = urlencode({"login": ADMINISTRATOR.account.login, "password": PASSWORD, "form_token": token})
        headers = {"Cookie": binding, "Content-Type": "application/x-www-form-urlencoded"}
        started = time.perf_counter()
        connection.request("POST", "/sign-in", fields, headers)
        answer = connection.getresponse()
        seconds = time.perf_counter() - started
        if answer.status != 303:
            raise RuntimeError(f"the server answered {answer.status} to a sign-in")
        return seconds
    finally:
        connection.close()
