"""What each route of the application's own demands; a new one gets a line here."""

from cmn_core.access import Deed
from tests.access.store_calls import Whose

ROUTES: dict[str, tuple[Deed, Whose, str]] = {
    "/files/original/{report_id:int}": ("take_original", "place", "/files/original/{report_id}"),
    "/files/annotated/{report_id:int}": ("take_original", "place", "/files/annotated/{report_id}"),
    "/files/report": ("see_organisations", "place", "/files/report?period=2020-11&district={oktmo}"),
}
"""Path: the deed, whose it is, and an address to ask."""

ONES_OWN: dict[str, str] = {
    "/files/handed/{token}": "a session's own file for the very sign-in that handed it over",
    "/sign-out": "ends the sign-in that asks",
    "/password": "changes the password of whoever asks",
}
"""Needs a sign-in and nothing else, with the reason."""
OPEN: dict[str, str] = {
    "/health": "/health",
    "/sign-in": "/sign-in",
    "/sign-in/form.css": "/sign-in/form.css",
    "/sign-in/show_password.js": "/sign-in/show_password.js",
    "/sign-in/demonstration": "/sign-in/demonstration",
    "/invitation/{token}": f"/invitation/{'x' * 32}",
}
"""Path and an address: open to everyone by the guard's own list, which gives the reasons."""
