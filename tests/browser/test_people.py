"""An invited person chooses a password, works, and is out at once when the account is closed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.people import close_account, list_people
from tests.browser.running_server import RunningServer
from tests.browser.screen import go_to, open_page
from tests.store.made_people import NOW

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


def test_from_a_link_to_a_closed_account(page: Page, other_page: Page, server: RunningServer) -> None:
    link = _invite(page, server)
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
    expect(other_page.get_by_text("Войдите снова").or_(other_page.get_by_label("Логин")).first).to_be_visible()
    other_page.goto(link)
    expect(other_page.get_by_text("больше не действует")).to_be_visible()


def _invite(page: Page, server: RunningServer) -> str:
    open_page(page, server, "/people")
    page.get_by_text("Добавить пользователя").click()
    page.get_by_role("textbox", name="Имя, как его увидят другие").fill("Сидорова Елена")
    page.get_by_role("textbox", name="Логин").fill("sidorova")
    page.get_by_role("combobox", name="Роль").click()
    page.get_by_role("option", name="наблюдатель").click()
    page.get_by_role("button", name="Добавить и получить ссылку").click()
    link = page.locator("code", has_text="/invitation/")
    expect(link).to_be_visible()
    return link.inner_text()


def _close_account(server: RunningServer, login: str) -> None:
    database = open_database(server.database)
    number = next(card.person.number for card in list_people(database) if card.person.login == login)
    close_account(database, number or 0, by=Author("Проверка", NOW))
    database.close()
