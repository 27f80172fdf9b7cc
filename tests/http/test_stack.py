"""The whole application: what every answer carries."""

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from cmn_core.http.sign_ins import SignIns
from cmn_core.http.stack import build_middleware, build_routes
from tests.http.asgi import get


@pytest.fixture
def application(sign_ins: SignIns) -> Starlette:
    def page(_request: object) -> HTMLResponse:
        return HTMLResponse('<html lang="en"><title>Streamlit</title><div id="root"></div></html>')

    return Starlette(
        routes=[
            *build_routes(sign_ins, title="Т", icon="data:,", landing=lambda _person: "/"),
            Route("/district", page),
            Route("/overview", page),
            Route("/", page),
        ],
        middleware=build_middleware(sign_ins, title="Т", home="overview", pages=["overview", "district"]),
    )


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [("/", "localhost", 200), ("/district", "localhost", 200), ("/health", "localhost", 200),
     ("/nothing", "localhost", 404), ("/overview", "localhost", 307), ("/", "evil.example", 403)],
)  # fmt: skip
def test_every_answer_is_closed_to_other_sites(
    application: Starlette, cookie: dict[str, str], path: str, host: str, status: int
) -> None:
    answer = get(application, path, cookie, host=host)
    assert answer.status == status
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "http:" not in policy
    assert ("script-src 'self'" in policy) is (status == 200 and path != "/health")


def test_health_says_its_version(application: Starlette) -> None:
    answer = get(application, "/health")
    assert '"status":"ok"' in answer.text
    assert '"version":"0.1.0"' in answer.text
