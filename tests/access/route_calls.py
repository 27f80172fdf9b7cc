"""What each route of the application's own demands; a new one gets a line here."""

from cmn_core.access import Deed
from tests.access.store_calls import Whose

ROUTES: dict[str, tuple[Deed, Whose, str]] = {
    "/files/original/{report_id:int}": ("take_original", "place", "/files/original/{report_id}"),
    "/files/annotated/{report_id:int}": ("take_original", "place", "/files/annotated/{report_id}"),
    "/files/report": ("see_organisations", "place", "/files/report?period=2020-11&district={oktmo}"),
}
"""Path: the deed, whose it is, and an address to ask."""

BY_THE_HANDS: dict[str, str] = {
    "/files/handed/{token}": "gives a session's own file to the very sign-in that handed it over (test_handed.py)",
}
OPEN: dict[str, str] = {
    "/health": "whoever watches the server has no account",
}
