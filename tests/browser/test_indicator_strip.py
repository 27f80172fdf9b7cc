"""A click on an indicator's card: the picture, the address and the browser's «back» agree."""

import re

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page, wait_until_built

_OVERLAPPING = """() => [...document.querySelectorAll('.st-key-indicators button p')].flatMap(card => {
  const words = [...card.children].map(part => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return [part.textContent, range.getBoundingClientRect()];
  });
  return words.flatMap(([one, a], place) => words.slice(place + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
    .map(([other]) => [one, other]));
})"""


def test_a_card_changes_picture_and_address_and_back_brings_the_former(page: Page, demo_server: RunningServer) -> None:
    open_page(page, demo_server, "/?period=2020-10")
    main = page.get_by_test_id("stMain")
    main.get_by_role("button", name="Наставники 15–19 лет").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("по наставникам")
    expect(page).to_have_url(re.compile(r"indicator=mentor_share"))
    wait_until_built(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("по охвату")


def test_a_card_of_a_district_opens_how_its_figure_was_made(page: Page, demo_server: RunningServer) -> None:
    open_page(page, demo_server, "/district?period=2020-10&district=52654000")
    page.get_by_test_id("stMain").get_by_role("button", name="Молодые педагоги").click()
    expect(page).to_have_url(re.compile(r"indicator=young_teacher_share.*section=counting"))
    expect(page.get_by_role("heading", name=re.compile(r"^Молодые педагоги, % = "))).to_be_visible()


def test_words_of_a_card_without_a_share_stand_under_each_other(page: Page, demo_server: RunningServer) -> None:
    # State organisations have no number of enterprises to be a share of: the card tells a count, the plan, who reached.
    open_page(page, demo_server, "/?period=2020-11&subordination=state")
    expect(page.locator(".st-key-indicators [class*='_neutral'] button p del").first).to_be_visible()
    assert page.evaluate(_OVERLAPPING) == []
