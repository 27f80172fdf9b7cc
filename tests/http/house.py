"""The whole stack around a page that says who asks, on a database of the test's own."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from cmn_core.http.settings import HttpSettings
from cmn_core.http.sign_ins import SignIns
from cmn_core.http.stack import build_middleware, build_routes
from cmn_core.http.visitor import visitor_of

PAGES = ("overview", "district", "tasks")


def build_house(sign_ins: SignIns, settings: HttpSettings | None = None) -> Starlette:
    """Build the application with pages that answer with the person's login."""

    async def page(request: Request) -> PlainTextResponse:
        actor = visitor_of(request.scope).actor
        return PlainTextResponse(actor.person.login if actor else "nobody")

    async def stream(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.send_text(websocket.headers["x-cmn-sign-in"])
        async for words in websocket.iter_text():
            await websocket.send_text(words.upper())

    shut = ("/", "/district", "/tasks", "/static/js/a.js", "/media/report.xlsx", "/_stcore/host-config")
    return Starlette(
        routes=[
            *build_routes(sign_ins, title="Проба", icon="data:,", landing=lambda person: f"/?role={person.role}"),
            *(Route(path, page, methods=["GET", "POST", "PUT", "DELETE"]) for path in shut),
            Route("/_stcore/health", page),
            WebSocketRoute("/_stcore/stream", stream),
        ],
        middleware=build_middleware(sign_ins, title="Проба", home="overview", pages=PAGES, settings=settings),
    )
