"""Nobody passes without a sign-in, save to what is open; whoever is in goes out when it ends."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from cmn_core.http import live_connections
from cmn_core.http.sign_in_cookie import sign_token
from cmn_core.http.sign_in_guard import FOREIGN, NOT_SIGNED_IN, SIGN_IN_ENDED
from cmn_core.http.sign_ins import SignIns
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.people import close_account
from cmn_core.store.secrets import signing_key
from cmn_core.store.sign_ins import Entered, leave
from tests.http.asgi import connect, get, websocket_scope
from tests.http.house import build_house
from tests.people import ADMINISTRATOR, COOKIE, Someone, add_someone, begin_sign_in

LOGIN = ADMINISTRATOR.account.login
OWN_ORIGIN = {"origin": "http://127.0.0.1:8501"}


def now() -> datetime:
    return datetime.now(UTC)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/health"), ("HEAD", "/health"), ("GET", "/_stcore/health"), ("GET", "/sign-in"),
     ("GET", "/sign-in/form.css"), ("GET", "/sign-in/show_password.js")],
)  # fmt: skip
def test_what_is_open_is_open(house: Starlette, method: str, path: str) -> None:
    assert get(house, path, method=method).status == 200


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/", "%2F"),
        ("/district?period=2020-11&district=52654000", "%2Fdistrict%3Fperiod%3D2020-11%26district%3D52654000"),
        ("/sign-out", "%2Fsign-out"),
        ("/password", "%2Fpassword"),
        ("/nothing", "%2Fnothing"),
        ("/sign-in/", "%2Fsign-in%2F"),
        ("/sign-in/..%2f_stcore/host-config", "%2Fsign-in%2F..%2F_stcore%2Fhost-config"),
        ("//evil.example/x", "%2F%2Fevil.example%2Fx"),
    ],
)
def test_a_page_leads_to_the_sign_in(house: Starlette, path: str, wanted: str) -> None:
    answer = get(house, path)
    assert (answer.status, answer.headers["location"]) == (303, f"/sign-in?next={wanted}")
    assert answer.headers["cache-control"] == "no-store"


def test_a_link_to_a_file_leads_there_too(house: Starlette) -> None:
    answer = get(house, "/files/report?period=2020-11", {"sec-fetch-mode": "navigate"})
    assert (answer.status, answer.headers["location"]) == (303, "/sign-in?next=%2Ffiles%2Freport%3Fperiod%3D2020-11")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/files/report"),
        ("GET", "/static/js/a.js"),
        ("GET", "/media/report.xlsx"),
        ("GET", "/_stcore/host-config"),
        ("GET", "/_stcore/metrics"),
        ("GET", "/_stcore/health/../host-config"),
        ("GET", "/_stcore/health%2f..%2fhost-config"),
        ("GET", "/_stcore/HEALTH"),
        ("HEAD", "/"),
        ("OPTIONS", "/"),
        ("OPTIONS", "/sign-in"),
        ("POST", "/"),
        ("PUT", "/_stcore/upload_file/a/b"),
        ("GET", "/health/"),
        ("DELETE", "/health"),
        ("POST", "/health"),
    ],
)
def test_all_else_is_refused_in_words(house: Starlette, method: str, path: str) -> None:
    answer = get(house, path, method=method)
    assert (answer.status, answer.text) == (401, NOT_SIGNED_IN)


def test_who_is_signed_in_passes(house: Starlette, cookie: dict[str, str]) -> None:
    assert get(house, "/district", cookie).text == LOGIN
    assert get(house, "/static/js/a.js", cookie).text == LOGIN
    assert get(house, "/nothing", cookie).status == 404
    assert get(house, "/", cookie | OWN_ORIGIN, method="POST").text == LOGIN


def _forged(database: Database, entered: Entered) -> list[str]:
    key, token = signing_key(database), entered.token
    good = sign_token(token, key)
    return [
        "",
        token,
        good[:-1],
        good[1:],
        good + "x",
        good.swapcase(),
        sign_token(token, b"another key"),
        sign_token(token[:-1], key),
        sign_token("", key),
        f"{good}; {COOKIE}={good}",
        f"{good}; {COOKIE}=x",
        f'"{good}"',
        good + "=" * 4000,
        "é" * 43 + good[43:],
        "x" * 4000,
    ]


def test_a_forged_cookie_is_nobodys(house: Starlette, database: Database, entered: Entered) -> None:
    for value in _forged(database, entered):
        written = {"cookie": f"{COOKIE}={value}"}
        assert get(house, "/", written).status == 303, value
        assert [message["type"] for message in connect(house, written | OWN_ORIGIN)] == ["websocket.close"]
    twice = sign_token(entered.token, signing_key(database))
    assert get(house, "/", {"cookie": f"other=1; {COOKIE}={twice}; {COOKIE}2=x"}).text == LOGIN


def test_a_cookie_of_http_is_none_behind_https(house: Starlette, cookie: dict[str, str]) -> None:
    secure = {"cookie": cookie["cookie"].replace(COOKIE, f"__Host-{COOKIE}")}
    assert get(house, "/", secure).status == 303

    async def over_https(scope, receive, send) -> None:
        await house({**scope, "scheme": "https"}, receive, send)

    assert get(over_https, "/", cookie).status == 303
    assert get(over_https, "/", secure).text == LOGIN


def test_an_ended_sign_in_is_shut_within_a_second(
    house: Starlette, database: Database, entered: Entered, cookie: dict[str, str]
) -> None:
    clock = [0.0]
    slow = build_house(SignIns(clock=lambda: clock[0]))
    assert get(slow, "/", cookie).status == 200
    assert entered.actor.sign_in_id is not None
    leave(database, entered.actor.sign_in_id, now=now())
    clock[0] = 0.9
    assert get(slow, "/", cookie).status == 200
    clock[0] = 1.0
    assert get(slow, "/", cookie).status == 303
    clock[0] = 0.5
    assert get(slow, "/", cookie).status == 303
    assert get(house, "/", cookie).status == 303


def test_a_closed_account_is_shut(house: Starlette, database: Database) -> None:
    add_someone(database, ADMINISTRATOR)
    someone = begin_sign_in(database, Someone("viewer"))
    number = someone.actor.person.number
    assert number is not None
    close_account(database, number, by=Author("Проверка", now()))
    written = {"cookie": f"{COOKIE}={sign_token(someone.token, signing_key(database))}"}
    assert get(house, "/", written).status == 303


@pytest.mark.parametrize(
    "foreign",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://127.0.0.1:8501.evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:8501"},
    ],
)
def test_another_site_can_send_nothing(house: Starlette, cookie: dict[str, str], foreign: dict[str, str]) -> None:
    for method, path in (("POST", "/"), ("PUT", "/media/report.xlsx"), ("POST", "/sign-in")):
        answer = get(house, path, cookie | foreign, method=method)
        assert (answer.status, answer.text) == (403, FOREIGN)
    assert [message["type"] for message in connect(house, cookie | foreign)] == ["websocket.close"]
    assert get(house, "/", cookie | foreign).text == LOGIN


@pytest.mark.parametrize("headers", [{}, {"cookie": "a=b"}, {"cookie": f"{COOKIE}=forged"}])
def test_a_websocket_without_a_sign_in_is_closed_before_it_is_accepted(
    house: Starlette, headers: dict[str, str]
) -> None:
    assert [message["type"] for message in connect(house, headers | OWN_ORIGIN)] == ["websocket.close"]


class Line:
    """A live connection of the house."""

    def __init__(self, house: Starlette, headers: dict[str, str]) -> None:
        self._inbox: asyncio.Queue[Message] = asyncio.Queue()
        self.outbox: asyncio.Queue[Message] = asyncio.Queue()
        self._inbox.put_nowait({"type": "websocket.connect"})
        self.task = asyncio.create_task(
            house(websocket_scope(headers | OWN_ORIGIN), self._inbox.get, self.outbox.put)  # type: ignore[arg-type]
        )

    async def hear(self) -> Message:
        """Return what the server says next."""
        return await asyncio.wait_for(self.outbox.get(), timeout=10)

    async def say(self, words: str) -> Message:
        """Send a message and return what the server says to it."""
        self._inbox.put_nowait({"type": "websocket.receive", "text": words})
        return await self.hear()


async def _connect(house: Starlette, headers: dict[str, str], entered: Entered) -> Line:
    line = Line(house, headers)
    assert (await line.hear())["type"] == "websocket.accept"
    assert (await line.hear())["text"] == str(entered.actor.sign_in_id)
    return line


ENDED = {"type": "websocket.close", "code": SIGN_IN_ENDED, "reason": ""}


def test_a_live_connection_ends_at_the_first_message_after_its_sign_in(
    database: Database, entered: Entered, cookie: dict[str, str]
) -> None:
    clock = [0.0]
    house = build_house(SignIns(clock=lambda: clock[0]))

    async def talk() -> None:
        # Nobody may choose whose session is handed on: a header of that name is ours alone.
        line = await _connect(house, cookie | {"X-Cmn-Sign-In": "1000", "x_cmn_sign_in": "1001"}, entered)
        assert (await line.say("слово"))["text"] == "СЛОВО"
        assert entered.actor.sign_in_id is not None
        leave(database, entered.actor.sign_in_id, now=now())
        clock[0] += 2
        assert await line.say("ещё слово") == ENDED
        await asyncio.wait_for(line.task, timeout=10)
        assert line.outbox.empty()

    asyncio.run(talk())


def test_leaving_closes_the_pages_of_that_sign_in_alone(
    sign_ins: SignIns, house: Starlette, database: Database, entered: Entered, cookie: dict[str, str]
) -> None:
    other = begin_sign_in(database)
    other_cookie = {"cookie": f"{COOKIE}={sign_token(other.token, signing_key(database))}"}

    async def talk() -> None:
        first, second = await _connect(house, cookie, entered), await _connect(house, cookie, entered)
        elsewhere = await _connect(house, other_cookie, other)
        assert entered.actor.sign_in_id is not None
        leave(database, entered.actor.sign_in_id, now=now())
        sign_ins.forget(entered.actor.sign_in_id)
        assert await first.hear() == ENDED
        assert await second.hear() == ENDED
        assert (await elsewhere.say("слово"))["text"] == "СЛОВО"
        elsewhere.task.cancel()

    asyncio.run(talk())


@pytest.mark.parametrize("how", ["left elsewhere", "idle too long"])
def test_a_page_that_nobody_touches_is_closed_too(
    house: Starlette, database: Database, entered: Entered, cookie: dict[str, str], how: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(live_connections, "WATCH_S", 0.05)

    async def talk() -> None:
        line = await _connect(house, cookie, entered)
        if how == "left elsewhere":
            assert entered.actor.sign_in_id is not None
            leave(database, entered.actor.sign_in_id, now=now())
        else:
            monkeypatch.setattr("cmn_core.http.sign_ins.datetime", _Tomorrow)
        assert await line.hear() == ENDED

    asyncio.run(talk())


class _Tomorrow(datetime):
    @classmethod
    def now(cls, tz=None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(days=1)
