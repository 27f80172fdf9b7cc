"""What stands around the pages, outermost first."""

from collections.abc import Iterable

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from cmn_core.http.crowd_limit import CrowdLimit
from cmn_core.http.failure_answers import FailureAnswers
from cmn_core.http.files.routes import build_file_routes
from cmn_core.http.health import HEALTH_ROUTE
from cmn_core.http.host_guard import HostGuard
from cmn_core.http.page_paths import PagePaths
from cmn_core.http.russian_frame import RussianFrame
from cmn_core.http.security_headers import SecurityHeaders
from cmn_core.http.settings import http_settings
from cmn_core.http.static_compression import StaticCompression


def build_middleware(*, title: str, home: str, pages: Iterable[str]) -> list[Middleware]:
    """List the middleware for an application of this title, home page and page addresses."""
    return [
        Middleware(SecurityHeaders),
        Middleware(FailureAnswers),
        Middleware(CrowdLimit),
        Middleware(HostGuard, settings=http_settings()),
        Middleware(PagePaths, home=home, pages=frozenset(pages)),
        Middleware(RussianFrame, title=title),
        Middleware(StaticCompression),
    ]


def build_routes() -> list[BaseRoute]:
    """List the routes of the application's own."""
    return [HEALTH_ROUTE, *build_file_routes()]
