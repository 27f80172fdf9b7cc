"""/sign-out: the sign-in ends, with every page that is open by it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from cmn_core.http.form_desk import FormDesk, FormRefused, go, now
from cmn_core.http.sign_in_cookie import drop_token
from cmn_core.store.sign_ins import leave


def build_sign_out_routes(desk: FormDesk) -> list[BaseRoute]:
    """Return the routes of the way out; a link to it shows the button, the button's form ends the sign-in."""

    async def show(request: Request) -> Response:
        return await desk.show(request, "sign_out", fault="")

    async def take(request: Request) -> Response:
        try:
            await desk.take(request)
        except FormRefused as refused:
            return await desk.show(request, "sign_out", status=refused.status, fault=refused.message)
        visitor = await desk.visitor(request)
        if visitor.actor is not None and visitor.actor.sign_in_id is not None:
            await desk.sign_ins.ask(leave, visitor.actor.sign_in_id, now=now())
            desk.sign_ins.forget(visitor.actor.sign_in_id)
        response = go("/sign-in?left")
        drop_token(response, is_secure=visitor.is_secure)
        return response

    return [
        Route("/sign-out", desk.in_words(show), methods=["GET"]),
        Route("/sign-out", desk.in_words(take), methods=["POST"]),
    ]
