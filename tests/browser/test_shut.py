"""Every page as a browser guards it: nothing asked outside, nothing against the content policy, a way out.

What was asked and refused is watched by the fixture `page`.
"""

import pytest
from playwright.sync_api import Page, expect

from pages._parts.page_list import PAGES
from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.path)
def test_every_page_has_the_way_out(page: Page, demo_server: RunningServer, entry) -> None:
    open_page(page, demo_server, f"/{entry.path}?period=2020-10&district=52654000")
    expect(page.get_by_test_id("stSidebar").get_by_text("Выйти", exact=True)).to_be_visible()


def test_the_password_is_masked_until_the_tick(page: Page, demo_server: RunningServer) -> None:
    page.goto(f"{demo_server.address}/sign-in")
    page.locator("summary").click()
    field = page.get_by_label("Пароль", exact=True)
    expect(field).to_have_attribute("type", "password")
    expect(field).to_have_attribute("autocomplete", "current-password")
    field.fill("сосна над Иртышом")
    page.get_by_label("Показать пароль").check()
    expect(field).to_have_attribute("type", "text")
    expect(field).to_have_value("сосна над Иртышом")
