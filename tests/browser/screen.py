"""Words for what stands on the screen."""

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.people import ADMINISTRATOR, COOKIE, Someone


def sign_in_as(page: Page, server: RunningServer, someone: Someone = ADMINISTRATOR) -> None:
    """Let the browser be signed in as somebody."""
    page.context.add_cookies([{"name": COOKIE, "value": server.cookie_of(someone), "url": server.address}])


def open_page(page: Page, server: RunningServer, path: str = "/") -> None:
    """Open an address and wait until its page stands; whoever is not signed in yet is the administrator."""
    if not any(server.knows(cookie.get("value", "")) for cookie in page.context.cookies(server.address)):
        sign_in_as(page, server)
    page.goto(server.address + path)
    wait_until_built(page)


def wait_until_built(page: Page) -> None:
    """Wait until the script has run and its page stands."""
    expect(page.get_by_test_id("stMainBlockContainer").get_by_test_id("stElementContainer").first).to_be_attached()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def expect_scope(page: Page, words: list[str]) -> None:
    """Wait until the selectors at the top of the page show these words."""
    fields = page.locator(".st-key-scope_bar input")
    expect(fields).to_have_count(len(words))
    for index, word in enumerate(words):
        expect(fields.nth(index)).to_have_value(word)


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option of a selector of the scope."""
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
    expect(page.get_by_role("combobox", name=label, exact=True)).to_have_value(option)


def go_to(page: Page, title: str) -> None:
    """Choose a page in the list beside it."""
    page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True).click()
