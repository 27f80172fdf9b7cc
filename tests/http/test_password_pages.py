"""Choosing a password by an invitation, and changing one's own."""

from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette

from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.invitations import invite
from tests.http.visits import Browser, token_of
from tests.people import ADMINISTRATOR, COOKIE, PASSWORD, Someone, add_someone

NEW = "восемь пустых бочек у реки"
VIEWER = Someone("viewer")
LOGIN = VIEWER.account.login


@pytest.fixture
def link(database: Database) -> str:
    add_someone(database, ADMINISTRATOR)
    number = add_someone(database, VIEWER).number
    assert number is not None
    return f"/invitation/{invite(database, number, by=Author('Проверка', datetime.now(UTC)))}"


def test_an_invited_person_chooses_a_password_and_is_in(house: Starlette, link: str) -> None:
    browser = Browser(house)
    page = browser.open(link)
    assert (page.status, VIEWER.account.name in page.text) == (200, True)
    answer = browser.send(link, form_token=token_of(page), new_password=NEW, again=NEW)
    assert (answer.status, answer.headers["location"]) == (303, "/?role=viewer")
    assert browser.open("/").text == LOGIN
    assert Browser(house).fill("/sign-in", login=LOGIN, password=NEW).status == 303
    assert Browser(house).fill("/sign-in", login=LOGIN, password=PASSWORD).status == 400
    used = Browser(house).open(link)
    assert used.status == 400
    assert "Ссылка больше не действует" in used.text


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [("коротко", "коротко", "не меньше 12"), (NEW, NEW + " ", "в двух полях разные"), (LOGIN * 2, LOGIN * 2, "легко")],
)
def test_a_password_that_is_not_fit_is_told_beside_the_form(
    house: Starlette, link: str, password: str, again: str, said: str
) -> None:
    browser = Browser(house)
    answer = browser.fill(link, new_password=password, again=again)
    assert answer.status == 400
    assert said in answer.text
    assert f'value="{password}"' not in answer.text
    assert COOKIE not in browser.cookies
    assert browser.fill(link, new_password=NEW, again=NEW).status == 303


def test_a_link_of_nobody_serves_nobody(house: Starlette, link: str) -> None:
    for wrong in (link[:-1] + ("A" if link[-1] != "A" else "B"), f"/invitation/{'x' * 43}"):
        answer = Browser(house).open(wrong)
        assert (answer.status, "Ссылка больше не действует" in answer.text) == (400, True)
    assert Browser(house).open("/invitation/short").status == 303
    assert Browser(house).send(link, new_password=NEW, again=NEW).status == 403


def test_an_old_link_serves_nobody(house: Starlette, database: Database) -> None:
    add_someone(database, ADMINISTRATOR)
    number = add_someone(database, VIEWER).number
    assert number is not None
    long_ago = datetime.now(UTC) - timedelta(days=30)
    token = invite(database, number, by=Author("Проверка", long_ago))
    assert "Ссылка больше не действует" in Browser(house).open(f"/invitation/{token}").text


@pytest.fixture
def browser(house: Starlette, link: str) -> Browser:
    browser = Browser(house)
    browser.fill("/sign-in", login=LOGIN, password=PASSWORD)
    return browser


def test_a_new_password_ends_the_other_sign_ins(house: Starlette, browser: Browser) -> None:
    elsewhere = Browser(house)
    elsewhere.fill("/sign-in", login=LOGIN, password=PASSWORD)
    answer = browser.fill("/password", old_password=PASSWORD, new_password=NEW, again=NEW)
    assert (answer.status, "Пароль изменён" in answer.text) == (200, True)
    assert browser.open("/").text == LOGIN
    assert Browser(house).fill("/sign-in", login=LOGIN, password=NEW).status == 303


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("не тот", NEW, NEW, "Прежний пароль не подходит"),
        (PASSWORD, NEW, "другой", "в двух полях разные"),
        (PASSWORD, "коротко", "коротко", "не меньше 12"),
    ],
)
def test_a_change_that_is_refused_is_told_beside_the_form(
    browser: Browser, old: str, new: str, again: str, said: str
) -> None:
    answer = browser.fill("/password", old_password=old, new_password=new, again=again)
    assert (answer.status, said in answer.text) == (400, True)
    assert browser.open("/").text == LOGIN


def test_nobody_changes_a_password_without_a_sign_in(house: Starlette, browser: Browser) -> None:
    assert Browser(house).open("/password").headers["location"] == "/sign-in?next=%2Fpassword"
    assert Browser(house).send("/password", old_password=PASSWORD, new_password=NEW, again=NEW).status == 401
    assert browser.send("/password", old_password=PASSWORD, new_password=NEW, again=NEW).status == 403
