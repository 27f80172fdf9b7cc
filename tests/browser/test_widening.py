"""«Варианты расширения» in the browser: by keyboard alone, and nothing is lost on the way."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.running_server import RunningServer
from tests.browser.screen import go_to, open_page, wait_until_built

MUROMTSEVO = "52634000"
LINK = f"/widening?period=2020-11&district={MUROMTSEVO}"


def _pairs(page: Page) -> Locator:
    return page.get_by_role("spinbutton", name="Пар: Ученик – ученик", exact=True)


def test_pairs_are_typed_by_keyboard_and_survive_a_reload_and_another_page(
    page: Page, demo_server: RunningServer
) -> None:
    open_page(page, demo_server, LINK)
    title = page.get_by_test_id("stMain").get_by_role("heading", level=1)
    expect(title).to_contain_text("До плана Муромцевского района по охвату не хватает")
    _pairs(page).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("7")
    page.keyboard.press("Tab")
    told = page.locator(".st-key-widening_rows .cmn-told", has_text="+14\u00a0детей")
    expect(told).to_be_visible()
    # On to the groups of the same row.
    expect(page.get_by_role("spinbutton", name="Групп: Ученик – ученик", exact=True)).to_be_focused()
    assert "plan=" in page.url
    page.reload()
    wait_until_built(page)
    expect(_pairs(page)).to_have_value("7")
    go_to(page, "Справка")
    expect(page.get_by_test_id("stMain").get_by_role("heading", name="Справка")).to_be_visible()
    go_to(page, "Варианты расширения")
    expect(_pairs(page)).to_have_value("7")
    expect(told).to_be_visible()


def test_a_row_tells_its_columns_on_a_telephone(page: Page, demo_server: RunningServer) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, demo_server, LINK)
    field = _pairs(page)
    box = field.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    label = page.locator(".st-key-widening_rows").get_by_text("Пар: Ученик – ученик", exact=True)
    expect(label).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
