"""Whether the application answers: for whoever watches the server."""

from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


async def answer_health(_request: Request) -> JSONResponse:
    """Answer that the process serves, and which version it is."""
    return JSONResponse({"status": "ok", "version": version("cmn-dashboard")}, headers={"Cache-Control": "no-store"})


HEALTH_ROUTE = Route("/health", answer_health)
