"""Our own small pages (sign-in, invitation, password): templates and looks that need neither Streamlit nor a script."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from cmn_core.reference.palette import Palette

_FOLDER = Path(__file__).with_name("forms")
_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
_ASSETS = {"form.css": "text/css", "show_password.js": "text/javascript"}
_KEPT = "public, max-age=3600"


class FormPages:
    """The templates, filled."""

    def __init__(self, *, title: str, icon: str, palette: Palette) -> None:
        self._templates = Environment(
            loader=FileSystemLoader(_FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(title=title, icon=icon, palette=palette)

    def render(self, name: str, *, status: int = 200, **values: object) -> Response:
        """Return a page that is never kept by a browser or a proxy."""
        page = self._templates.get_template(f"{name}.html").render(values)
        return HTMLResponse(page, status, headers={"Cache-Control": "no-store", "Content-Security-Policy": _POLICY})

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the looks."""
        return [Route(f"/sign-in/{name}", self._answer_asset, methods=["GET"]) for name in _ASSETS]

    async def _answer_asset(self, request: Request) -> Response:
        name = request.url.path.rpartition("/")[2]
        written = self._templates.get_template(name).render()
        return Response(written, media_type=_ASSETS[name], headers={"Cache-Control": _KEPT})
