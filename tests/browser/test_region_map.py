"""The map of the region's own boundaries: chosen beside the tiles, drawn in the browser, a click opens its place."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from cmn_core.store.boundaries import save_boundaries
from cmn_core.store.engine import open_database
from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page, wait_until_built
from tests.charts.square_region import make_boundaries
from tests.store.made_readings import NOW


def test_the_map_is_chosen_and_a_click_opens_the_municipality(
    page: Page, serve_database: Callable[[str], RunningServer], demo_copy: str
) -> None:
    database = open_database(demo_copy)
    save_boundaries(database, make_boundaries(), file_name="к.geojson", sha256="0", author="Центр", now=NOW)
    database.close()
    open_page(page, serve_database(demo_copy))
    page.get_by_text("Карта", exact=True).click()
    expect(page).to_have_url(re.compile("map=shapes"))
    wait_until_built(page)
    name = page.locator(".st-key-room_overview_tiles").get_by_text("Тарский", exact=True)
    expect(name).to_be_visible()
    place = name.bounding_box()
    assert place is not None
    # Over the name lies the shape's transparent twin, which takes the click.
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page).to_have_url(re.compile(r"/district\?.*district=52654000"))
