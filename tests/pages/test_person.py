"""Whose session it is: read anew at each run, pages by role, nothing of one person for another."""

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.access import Person, Role
from cmn_core.http.sign_in_cookie import sign_token
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database, open_database
from cmn_core.store.failures import DatabaseUnavailable
from cmn_core.store.secrets import signing_key
from cmn_core.store.sessions import Actor
from cmn_core.store.sign_ins import Entered, leave
from pages._parts import person as persons
from pages._parts.page_list import PAGES, landing_page
from tests.pages.shell import ask_by_cookie, open_shell
from tests.people import COOKIE, Someone, begin_sign_in

TARA = frozenset({"52654000"})
PEOPLE: dict[Role, Person] = {
    "administrator": Person(1, "admin", "Администратор", "administrator"),
    "centre": Person(2, "centre", "Центр", "centre"),
    "district": Person(3, "tara", "Тара", "district", TARA),
    "methodologist": Person(5, "zimina", "Методист", "methodologist", TARA),
    "viewer": Person(4, "viewer", "Наблюдатель", "viewer"),
}


def _errors(app: AppTest) -> list[str]:
    """Return the beginnings of what is refused, without the signs that keep text from being markup."""
    return [error.value.replace("\\", "").partition(":")[0] for error in app.error]


def _listed(app: AppTest) -> set[str]:
    return {link.proto.label for link in app.sidebar.get("page_link")}


@pytest.mark.parametrize(
    ("role", "hidden"),
    [
        ("administrator", set()),
        ("centre", {"Пользователи"}),
        ("district", {"Пользователи", "Данные"}),
        ("methodologist", {"Пользователи", "Данные", "Загрузка отчёта", "Мои задачи"}),
        ("viewer", {"Пользователи", "Данные", "Загрузка отчёта", "Программа наставничества"}),
    ],
)
def test_the_list_holds_what_the_role_opens(role: Role, hidden: set[str], demo_database: str) -> None:
    listed = _listed(open_shell("help.py", person=PEOPLE[role]))
    assert listed == {entry.title for entry in PAGES if entry.opens_for(PEOPLE[role])}
    assert not listed & hidden
    assert {"Обзор", "Район", "Отчёты", "Справка", "Моя учётная запись"} <= listed


def test_the_corner_names_the_person_and_the_municipality(demo_database: str) -> None:
    shown = " ".join(part.proto.body for part in open_shell("help.py", person=PEOPLE["district"]).sidebar.get("html"))
    assert "Тара" in shown
    assert "муниципалитет: Тарский" in shown


@pytest.mark.parametrize(
    ("page", "role"),
    [
        (entry.path, role)
        for entry in PAGES
        for role, person in PEOPLE.items()
        if not entry.opens_for(person)
    ],
)  # fmt: skip
def test_a_page_of_another_role_is_refused_and_recorded(page: str, role: Role, demo_copy: str) -> None:
    app = open_shell(f"{page}.py", person=PEOPLE[role])
    assert [title.value for title in app.main.title] == ["Нет доступа"]
    database = open_database(demo_copy)
    line = read_audit(database, 1)[0]
    database.close()
    assert (line.action, line.author) == ("refused", PEOPLE[role].name)


def test_a_municipality_lands_on_its_tasks_and_others_on_the_overview() -> None:
    has_tasks = any(entry.path == "tasks" for entry in PAGES)
    assert landing_page(PEOPLE["district"]) == ("/tasks" if has_tasks else "/")
    assert landing_page(PEOPLE["methodologist"]) == "/programme"
    assert {landing_page(PEOPLE[role]) for role in ("administrator", "centre", "viewer")} == {"/"}


@pytest.fixture
def entered(database: Database) -> Entered:
    return begin_sign_in(database, Someone("centre"))


@pytest.fixture
def cookies(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the cookies that the session's browser sends; pages ask them as on the server."""
    sent: dict[str, str] = {}
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.cookies", property(lambda _context: sent))
    monkeypatch.setattr(persons, "ask_who_acts", ask_by_cookie)
    return sent


def test_who_acts_is_read_from_the_cookie_at_each_run(
    database: Database, entered: Entered, cookies: dict[str, str]
) -> None:
    cookies[COOKIE] = sign_token(entered.token, signing_key(database))
    app = open_shell("help.py")
    assert not app.error
    assert any("/sign-out" in part.proto.body for part in app.sidebar.get("html"))
    assert entered.actor.sign_in_id is not None
    leave(database, entered.actor.sign_in_id, now=database.clock())
    app.run()
    assert _errors(app) == ["Вход в систему завершён"]
    assert "/sign-in" in app.main.get("html")[-1].proto.body
    assert not app.sidebar.get("page_link")


@pytest.mark.parametrize("cookie", [None, "", "forged", "a.b", "x" * 5000])
def test_a_forged_cookie_shows_nothing(cookie: str | None, database: Database, cookies: dict[str, str]) -> None:
    if cookie is not None:
        cookies[COOKIE] = cookie
    app = open_shell("overview.py")
    assert _errors(app) == ["Вход в систему завершён"]
    assert not app.main.title


def test_what_one_person_had_in_hand_is_nothing_for_another(
    database: Database, entered: Entered, cookies: dict[str, str]
) -> None:
    key = signing_key(database)
    cookies[COOKIE] = sign_token(entered.token, key)
    app = open_shell("help.py")
    app.session_state["in_hand"] = "чужое"
    app.run()
    assert "in_hand" in app.session_state
    cookies[COOKIE] = sign_token(begin_sign_in(database, Someone("viewer")).token, key)
    app.run()
    assert "in_hand" not in app.session_state
    actor: Actor = app.session_state["current_actor"]
    assert actor.person.role == "viewer"


def test_while_the_database_is_away_the_person_stays(
    database: Database, entered: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_shell("help.py", person=PEOPLE["centre"])

    def away(_database: Database) -> None:
        raise DatabaseUnavailable("База данных не отвечает.")

    monkeypatch.setattr(persons, "ask_who_acts", away)
    app.run()
    assert not app.error
    assert _listed(app)
    assert open_shell("help.py").error[0].value.startswith("База данных не отвечает")
