"""An invited person chooses a password, works, and is out at once when the account is closed."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.invitations import invite
from cmn_core.store.people import NewPerson, add_person, close_account, list_people
from tests.browser.running_server import RunningServer
from tests.browser.screen import go_to, open_page
from tests.store.made_people import NOW

_UNFOLDING_MS = 600
_PASSWORD = "зелёная лодка плывёт"


@pytest.fixture
def server(serve_database: Callable[[str], RunningServer], tmp_path: Path) -> RunningServer:
    return serve_database(f"sqlite:///{tmp_path / 'people.sqlite3'}")


@pytest.fixture
def other_page(browser: Browser) -> Iterator[Page]:
    """A browser of somebody else's."""
    context = browser.new_context(locale="ru-RU")
    yield context.new_page()
    context.close()


def test_from_a_link_to_a_closed_account(other_page: Page, server: RunningServer) -> None:
    link = _invite(server)
    other_page.goto(link)
    other_page.get_by_label("Новый пароль", exact=True).fill(_PASSWORD)
    other_page.get_by_label("Новый пароль ещё раз", exact=True).fill(_PASSWORD)
    other_page.get_by_role("button", name="Сохранить пароль и войти").click()
    go_to(other_page, "Моя учётная запись")
    expect(other_page.get_by_text("роль «наблюдатель»")).to_be_visible()
    expect(other_page.get_by_text("— это устройство")).to_be_visible()
    expect(other_page.get_by_role("link", name="Пользователи")).to_have_count(0)
    _close_account(server, "sidorova")
    go_to(other_page, "Справка")
    # The page's own words, the cover over a closed line, or the form: whichever comes first.
    out = other_page.get_by_text(re.compile("Вход (в систему )?завершён")).or_(other_page.get_by_label("Логин"))
    expect(out.first).to_be_visible()
    expect(other_page.get_by_text("Connection failed")).to_have_count(0)
    other_page.goto(link)
    expect(other_page.get_by_text("больше не действует")).to_be_visible()


def test_who_has_typed_a_login_opens_the_list_of_roles_at_one_click(page: Page, server: RunningServer) -> None:
    open_page(page, server, "/people")
    page.get_by_text("Добавить пользователя").click()
    # While the part is still unfolding, a list that opens in it is shut by the browser's layout.
    page.wait_for_timeout(_UNFOLDING_MS)
    page.get_by_label("Имя, как его увидят другие").fill("Котова Анна")
    page.get_by_label("Логин").fill("kotova")
    page.get_by_role("combobox", name="Роль").click()
    page.get_by_role("option", name="наблюдатель").click()
    page.get_by_role("button", name="Добавить и получить ссылку").click()
    expect(page.get_by_text("Добавлено: Котова Анна (kotova)")).to_be_visible()


def _invite(server: RunningServer) -> str:
    """Add an account and return its link; adding it on the page is tested without a browser."""
    database = open_database(server.database)
    by = Author("Проверка", datetime.now(UTC))
    person = add_person(database, NewPerson("sidorova", "Сидорова Елена", "viewer", frozenset()), by=by)
    token = invite(database, person.number or 0, by=by)
    database.close()
    return f"{server.address}/invitation/{token}"


def _close_account(server: RunningServer, login: str) -> None:
    database = open_database(server.database)
    number = next(card.person.number for card in list_people(database) if card.person.login == login)
    close_account(database, number or 0, by=Author("Проверка", NOW))
    database.close()
