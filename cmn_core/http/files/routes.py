"""The addresses of files with a scope; every one asks the store in the hands of whoever is signed in."""

from collections.abc import Callable
from datetime import UTC, datetime

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from cmn_core.documents.report_file import make_report, name_report
from cmn_core.http.files.attachment import XLSX, attach
from cmn_core.http.files.handed import HANDED
from cmn_core.http.files.kept import answer_annotated, answer_original
from cmn_core.http.files.served_database import served_database
from cmn_core.http.visitor import visitor_of
from cmn_core.http.word_page import word_page
from cmn_core.period import parse_period
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database
from cmn_core.store.moments import region_moment

PREFIX = "/files"
_AT_ONCE = 2
"""Files that are made at the same time: more would only wait for one another."""
_HIGHEST = 2**31 - 1
_NOT_HANDED = "Ссылка на этот файл больше не действует: обновите страницу, с которой он скачивается."


def build_file_routes() -> list[BaseRoute]:
    """List the routes."""
    making = CapacityLimiter(_AT_ONCE)

    def route(path: str, answer: Callable[[Request, Database], Response]) -> Route:
        async def respond(request: Request) -> Response:
            return await to_thread.run_sync(_answer, request, answer, limiter=making)

        return Route(f"{PREFIX}/{path}", respond, methods=["GET"], name=path)

    return [
        route("original/{report_id:int}", lambda request, database: answer_original(database, _number(request))),
        route("annotated/{report_id:int}", lambda request, database: answer_annotated(database, _number(request))),
        route("report", _answer_report),
        route("handed/{token}", _answer_handed),
    ]


def _answer(request: Request, answer: Callable[[Request, Database], Response]) -> Response:
    """Give the file; a refusal rises with its line in the record written, and is put in words further out."""
    actor = visitor_of(request.scope).actor
    if actor is None:
        return word_page("Вход не выполнен", "Войдите в систему и откройте ссылку снова.", 401)
    return answer(request, served_database().acting(actor))


def _number(request: Request) -> int:
    number: int = request.path_params["report_id"]
    # No report has a number that a database could not even hold.
    return min(number, _HIGHEST)


def _answer_report(request: Request, database: Database) -> Response:
    region = shipped_reference().region
    period = parse_period(request.query_params.get("period", ""))
    asked = request.query_params.get("district", "")
    district = region.find_district(asked).oktmo if asked else None
    database.demand("see_organisations", district)
    accepted = request.query_params.get("accepted") == "1"
    content = make_report(database, period, district, region_moment(datetime.now(UTC)), accepted_only=accepted)
    return attach(name_report(region, period, district), content, XLSX)


def _answer_handed(request: Request, database: Database) -> Response:
    handed = HANDED.find(database.actor, request.path_params["token"])
    if handed is None:
        return word_page("Файла нет", _NOT_HANDED, 404)
    return attach(handed.name, handed.make(), handed.media_type)
