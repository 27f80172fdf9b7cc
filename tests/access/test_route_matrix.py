"""Each route in the hands of each role, at home and abroad: the file, or «нет доступа» and a line in the record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from cmn_core.access import ROLES, Role
from cmn_core.http.failure_answers import FailureAnswers
from cmn_core.http.files.handed import HANDED, HandedFile
from cmn_core.http.files.routes import build_file_routes
from cmn_core.http.open_paths import is_open
from cmn_core.http.visitor import Visitor, keep_visitor
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.location import ADDRESS_VARIABLE
from cmn_core.store.sessions import Actor
from tests.access.route_calls import ONES_OWN, OPEN, ROUTES
from tests.access.world import FOREIGN, OWN, World
from tests.http.asgi import Answer, get


class _Door:
    """Stand in for the guard: the request is this person's."""

    def __init__(self, app: ASGIApp, actor: Actor | None) -> None:
        self.app = app
        self._actor = actor

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        keep_visitor(scope, Visitor("127.0.0.1", False, True, "127.0.0.1", self._actor))
        await self.app(scope, receive, send)


def _ask(actor: Actor | None, address: str) -> Answer:
    return get(
        Starlette(routes=build_file_routes(), middleware=[Middleware(_Door, actor=actor), Middleware(FailureAnswers)]),
        address,
    )


@pytest.fixture
def database(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    with world.opened(tmp_path) as opened:
        monkeypatch.setenv(ADDRESS_VARIABLE, opened.url)
        yield opened


def test_every_route_stands_in_the_table() -> None:
    from app import app

    routes = [route for route in app._user_routes if isinstance(route, Route)]
    assert len(routes) == len(app._user_routes)
    assert {route.path for route in routes} == ROUTES.keys() | ONES_OWN.keys() | OPEN.keys()
    for route in routes:
        address = OPEN.get(route.path, route.path)
        for method in route.methods or ():
            assert is_open(method, address) is (route.path in OPEN), (method, address)


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("oktmo", [OWN, FOREIGN])
@pytest.mark.parametrize("role", ROLES)
def test_a_route_gives_what_the_role_may(world: World, database: Database, role: Role, oktmo: str, path: str) -> None:
    deed, _, address = ROUTES[path]
    place, actor = world.places[oktmo], world.actor(role)
    answer = _ask(actor, address.format(report_id=place.report_id, oktmo=oktmo))
    last = read_audit(database)[0]
    assert answer.headers["cache-control"] == "no-store"
    if actor.person.may(deed, oktmo):
        assert answer.status == 200
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.body
        taken = deed == "take_original"
        assert (last.action == "original_taken" and last.report_id == place.report_id) is taken
    else:
        assert answer.status == 403
        assert "Нет доступа" in answer.text
        assert (last.action, last.details) == ("refused", {"deed": deed})


@pytest.mark.parametrize("path", ROUTES)
def test_nobody_gets_nothing(world: World, database: Database, path: str) -> None:
    lines = len(read_audit(database))
    answer = _ask(None, ROUTES[path][2].format(report_id=world.places[OWN].report_id, oktmo=OWN))
    assert (answer.status, len(read_audit(database))) == (401, lines)
    assert "Вход не выполнен" in answer.text


@pytest.mark.parametrize("role", ROLES)
def test_the_regions_report_is_for_those_who_see_all_organisations(
    world: World, database: Database, role: Role
) -> None:
    actor = world.actor(role)
    answer = _ask(actor, "/files/report?period=2020-11")
    assert answer.status == (200 if actor.person.may("see_organisations") else 403)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/files/report?period=вчера", 400, "Действие не выполнено"),
        ("/files/report?period=2020-11&district=Нигде", 400, "Действие не выполнено"),
        ("/files/original/999999", 404, "Файла нет"),
        ("/files/annotated/99999999999999999999", 404, "Файла нет"),
        ("/files/handed/unknown", 404, "обновите страницу"),
        ("/files/original/1/../2", 404, ""),
        ("/files/original/-1", 404, ""),
        ("/files/original/one", 404, ""),
    ],
)
def test_an_address_that_leads_nowhere_is_told_so(
    world: World, database: Database, address: str, status: int, words: str
) -> None:
    answer = _ask(world.actor("administrator"), address)
    assert answer.status == status
    assert words in answer.text


def test_a_report_that_does_not_exist_is_refused_like_a_foreign_one(world: World, database: Database) -> None:
    actor = world.actor("district")
    foreign = _ask(actor, f"/files/original/{world.places[FOREIGN].report_id}")
    unknown = _ask(actor, "/files/original/999999")
    assert (foreign.status, foreign.text) == (unknown.status, unknown.text)


def test_what_a_session_hands_over_is_its_persons_alone(world: World, database: Database) -> None:
    owner, other = world.actor("district"), world.actor("viewer")
    token = HANDED.hand(owner, "window", HandedFile("копия.xlsx", "text/plain", lambda: b"copy"))
    assert _ask(owner, f"/files/handed/{token}").body == b"copy"
    assert _ask(other, f"/files/handed/{token}").status == 404
