"""No page is wider than the screen, on a telephone, at the office and on a large display."""

import pytest
from playwright.sync_api import Page

from pages._parts.page_list import PAGES
from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page

_WIDTHS = (390, 1280, 1920)
_DRAWN_MS = 200
_WIDER = "element => element.scrollWidth - element.clientWidth"


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.path)
def test_no_page_is_wider_than_the_screen(page: Page, demo_server: RunningServer, entry) -> None:
    page.set_viewport_size({"width": _WIDTHS[0], "height": 900})
    open_page(page, demo_server, f"/{entry.path}")
    main = page.get_by_test_id("stMain")
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        # Charts are drawn anew for the new width.
        page.wait_for_timeout(_DRAWN_MS)
        assert main.evaluate(_WIDER) <= 0, width
