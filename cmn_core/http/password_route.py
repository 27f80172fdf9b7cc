"""/password: a person changes their own password; their other sign-ins end."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from cmn_core.http.form_desk import FormDesk, FormRefused, now
from cmn_core.http.invitation_route import NOT_ALIKE, password_hint
from cmn_core.store.failures import DatabaseUnavailable, StoreError
from cmn_core.store.passwords import change_password
from cmn_core.store.sessions import SignInEnded


def build_password_routes(desk: FormDesk) -> list[BaseRoute]:
    """Return the routes of changing one's password."""

    async def show(request: Request) -> Response:
        return await _show(desk, request)

    async def take(request: Request) -> Response:
        try:
            form = await desk.take(request)
            await _change(desk, request, form)
        except (DatabaseUnavailable, SignInEnded):
            raise
        except (FormRefused, StoreError) as refused:
            status = refused.status if isinstance(refused, FormRefused) else 400
            return await _show(desk, request, status=status, fault=refused.message)
        return await _show(desk, request, is_done=True)

    return [
        Route("/password", desk.in_words(show), methods=["GET"]),
        Route("/password", desk.in_words(take), methods=["POST"]),
    ]


async def _change(desk: FormDesk, request: Request, form: Mapping[str, str]) -> None:
    old, new = form.get("old_password", ""), form.get("new_password", "")
    if new != form.get("again", ""):
        raise StoreError(NOT_ALIKE)
    visitor = await desk.visitor(request)
    if visitor.actor is None:
        raise SignInEnded
    await desk.sign_ins.ask_slowly(change_password, visitor.actor, old, new, now=now())


async def _show(
    desk: FormDesk, request: Request, *, status: int = 200, fault: str = "", is_done: bool = False
) -> Response:
    return await desk.show(request, "password", status=status, fault=fault, is_done=is_done, hint=password_hint())
