"""«Практики» in a browser: a line unfolds by the keyboard, a cell of the picture opens who stands behind it."""

from playwright.sync_api import Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import expect_scope, open_page, wait_until_built

_BESIDE_THE_NAMES_PX = 230
"""From a name's beginning to the middle of the first column, at 1280 px."""


def test_a_line_unfolds_by_the_keyboard_and_nothing_hangs_over(page: Page, demo_server: RunningServer) -> None:
    open_page(page, demo_server, "/practices?period=2020-11&search=успеху")
    line = page.locator("details.cmn-fold").filter(has_text="Вместе к успеху").first
    table = line.locator("table")
    expect(table).not_to_be_visible()
    line.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(table).to_be_visible()
    expect(line).to_contain_text("Написания: «Вместе к успеху»")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_cell_opens_the_programmes_behind_its_number(page: Page, demo_server: RunningServer) -> None:
    open_page(page, demo_server, "/practices?period=2020-11&view=forms")
    cell = page.locator(".st-key-room_practices_forms").get_by_text("Азовский", exact=True)
    box = cell.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + _BESIDE_THE_NAMES_PX, box["y"] + box["height"] / 2)
    expect(page.locator("details.cmn-fold").first).to_be_visible()
    wait_until_built(page)
    expect(page.get_by_role("combobox", name="Форма", exact=True)).to_have_value("Ученик – ученик")
    expect_scope(page, ["ноябрь 2020", "Азовский", "все организации", "отправленные и принятые"])
