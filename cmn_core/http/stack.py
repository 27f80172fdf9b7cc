"""What stands around the pages, outermost first."""

from collections.abc import Callable, Iterable

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from cmn_core.access import Person
from cmn_core.http.crowd_limit import CrowdLimit
from cmn_core.http.failure_answers import FailureAnswers
from cmn_core.http.files.routes import build_file_routes
from cmn_core.http.form_desk import FormDesk
from cmn_core.http.form_page import FormPages
from cmn_core.http.health import HEALTH_ROUTE
from cmn_core.http.host_guard import HostGuard
from cmn_core.http.invitation_route import build_invitation_routes
from cmn_core.http.page_paths import PagePaths
from cmn_core.http.password_route import build_password_routes
from cmn_core.http.russian_frame import RussianFrame
from cmn_core.http.security_headers import SecurityHeaders
from cmn_core.http.settings import HttpSettings, http_settings
from cmn_core.http.sign_in_guard import SignInGuard
from cmn_core.http.sign_in_route import build_sign_in_routes
from cmn_core.http.sign_ins import SignIns
from cmn_core.http.sign_out_route import build_sign_out_routes
from cmn_core.http.static_compression import StaticCompression
from cmn_core.reference.palette import read_palette


def build_middleware(
    sign_ins: SignIns, *, title: str, home: str, pages: Iterable[str], settings: HttpSettings | None = None
) -> list[Middleware]:
    """List the middleware for an application of this title, home page and page addresses.

    Without settings those of the environment hold.
    """
    return [
        Middleware(SecurityHeaders),
        Middleware(FailureAnswers),
        Middleware(CrowdLimit),
        Middleware(HostGuard, settings=settings or http_settings()),
        Middleware(SignInGuard, sign_ins=sign_ins),
        Middleware(PagePaths, home=home, pages=frozenset(pages)),
        Middleware(RussianFrame, title=title),
        Middleware(StaticCompression),
    ]


def build_routes(sign_ins: SignIns, *, title: str, icon: str, landing: Callable[[Person], str]) -> list[BaseRoute]:
    """List the routes of the application's own; `landing`: the page that a person sees first."""
    pages = FormPages(title=title, icon=icon, palette=read_palette())
    desk = FormDesk(sign_ins, pages, landing)
    return [
        HEALTH_ROUTE,
        *build_file_routes(),
        *pages.routes(),
        *build_sign_in_routes(desk),
        *build_sign_out_routes(desk),
        *build_invitation_routes(desk),
        *build_password_routes(desk),
    ]
