"""Signing in and out as a person does: the way in, what is seen, and pages that close when the sign-in ends."""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cmn_core.store.audit import Author, read_audit
from cmn_core.store.engine import open_database
from cmn_core.store.people import close_account
from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page, sign_in_as, wait_until_built
from tests.people import PASSWORD, Someone, add_someone

TARA = "52654000"
ENDED = "Вход завершён"


@pytest.fixture(scope="module")
def server(
    serve_database: Callable[[str], RunningServer], demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> RunningServer:
    """Serve a demonstration in which people come and go."""
    return serve_database(f"sqlite:///{shutil.copy(demonstration_file, tmp_path_factory.mktemp('people'))}")


def test_a_visitor_of_the_demonstration_is_in_with_one_click(page: Page, server: RunningServer) -> None:
    page.goto(f"{server.address}/help?period=2020-10")
    expect(page).to_have_url(re.compile(r"/sign-in\?next="))
    page.get_by_role("button", name="Войти как муниципалитет: Тарский").click()
    expect(page).to_have_url(f"{server.address}/help?period=2020-10")
    wait_until_built(page)
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar).to_contain_text("Гусев Олег")
    expect(sidebar).to_contain_text("муниципалитет: Тарский")
    expect(sidebar.get_by_role("link", name="Загрузка отчёта")).to_be_visible()
    expect(sidebar.get_by_role("link", name="Данные")).to_have_count(0)


def test_a_municipality_that_opens_the_bare_address_lands_on_its_tasks(page: Page, server: RunningServer) -> None:
    page.goto(server.address)
    page.get_by_role("button", name="Войти как муниципалитет: Тарский").click()
    expect(page).to_have_url(re.compile(r"/tasks(\?|$)"))
    expect(page).to_have_title(re.compile("^Мои задачи"))


def test_a_page_of_another_role_is_refused_and_recorded(page: Page, server: RunningServer) -> None:
    someone = Someone("viewer")
    sign_in_as(page, server, someone)
    open_page(page, server, "/upload")
    expect(page.get_by_role("heading", name="Нет доступа")).to_be_visible()
    expect(page.get_by_test_id("stFileUploader")).to_have_count(0)
    database = open_database(server.database)
    line = next(line for line in read_audit(database) if line.action == "refused")
    database.close()
    assert (line.author, line.details["deed"]) == (someone.account.name, "send_reports")


def test_the_form_is_filled_by_keyboard_alone(page: Page, server: RunningServer) -> None:
    database = open_database(server.database)
    someone = Someone("centre", login="keyboard")
    add_someone(database, someone)
    database.close()
    page.goto(f"{server.address}/sign-in?next=%2Fhelp")
    page.get_by_text("Войти по логину и паролю").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("keyboard")
    page.keyboard.press("Tab")
    page.keyboard.type("не тот пароль")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Логин или пароль не подходит")
    expect(page.get_by_label("Логин")).to_have_value("keyboard")
    expect(page.get_by_label("Пароль", exact=True)).to_be_focused()
    page.keyboard.type(PASSWORD)
    page.get_by_label("Показать пароль").check()
    expect(page.get_by_label("Пароль", exact=True)).to_have_attribute("type", "text")
    page.get_by_label("Пароль", exact=True).press("Enter")
    expect(page).to_have_url(re.compile(r"/help"))
    wait_until_built(page)


def test_leaving_closes_every_page_of_the_sign_in_and_coming_back_opens_it(page: Page, server: RunningServer) -> None:
    sign_in_as(page, server, Someone("centre", login="leaver"))
    open_page(page, server, "/help")
    second = page.context.new_page()
    open_page(second, server, "/overview")
    page.get_by_role("button", name="Выйти").click()
    expect(page.get_by_role("status")).to_contain_text("Вы вышли")
    expect(second.get_by_role("heading", name=ENDED)).to_be_visible()
    assert second.evaluate("document.elementFromPoint(640, 500).closest('dialog') !== null"), "the page is covered"
    second.get_by_role("link", name="Войти снова").click()
    expect(second).to_have_url(re.compile(r"/sign-in\?next=%2F"))
    second.get_by_role("button", name="Войти как региональный центр").click()
    wait_until_built(second)
    expect(second.get_by_test_id("stSidebar")).to_contain_text("Лаптева Инна")


def test_an_account_that_is_closed_is_shut_out_at_work(page: Page, server: RunningServer) -> None:
    someone = Someone("district", (TARA,), login="closed")
    sign_in_as(page, server, someone)
    open_page(page, server, "/help")
    database = open_database(server.database)
    number = add_someone(database, someone).number
    assert number is not None
    close_account(database, number, by=Author("Проверка", datetime.now(UTC)))
    database.close()
    expect(page.get_by_role("heading", name=ENDED)).to_be_visible()
    page.goto(f"{server.address}/help")
    expect(page).to_have_url(re.compile(r"/sign-in\?next="))


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_the_sign_in_fits_the_screen(page: Page, server: RunningServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(f"{server.address}/sign-in")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    expect(page.get_by_role("button", name="Войти как наблюдатель")).to_be_in_viewport()


def test_the_password_is_masked_until_the_tick(page: Page, server: RunningServer) -> None:
    page.goto(f"{server.address}/sign-in")
    page.locator("summary").click()
    field = page.get_by_label("Пароль", exact=True)
    expect(field).to_have_attribute("type", "password")
    expect(field).to_have_attribute("autocomplete", "current-password")
    field.fill("сосна над Иртышом")
    page.get_by_label("Показать пароль").check()
    expect(field).to_have_attribute("type", "text")
    expect(field).to_have_value("сосна над Иртышом")
