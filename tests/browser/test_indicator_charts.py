"""A click on a municipality in the charts of «Показатели» opens it in the month that is shown."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page


@pytest.mark.parametrize("view", ["ranking", "gaps", "all"])
def test_a_click_on_a_municipality_opens_it(page: Page, demo_server: RunningServer, view: str) -> None:
    open_page(page, demo_server, f"/indicators?period=2020-10&view={view}")
    name = page.get_by_test_id("stMain").locator("svg").get_by_text("Муромцевский", exact=True)
    expect(name).to_be_visible()
    place = name.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page).to_have_url(re.compile(r"/district\?.*period=2020-10.*district=52634000"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Муромцевск")
