"""/invitation/…: a person who was sent this link chooses a password and is signed in."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from cmn_core.http.form_desk import FormDesk, FormRefused, now
from cmn_core.http.sign_in_route import begin_sign_in
from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.failures import DatabaseUnavailable, StoreError
from cmn_core.store.invitations import InvitationEnded, accept_invitation, find_invitation
from cmn_core.wording import format_moment, genitive_count_of

NOT_ALIKE = "Пароли в двух полях разные. Введите один и тот же пароль дважды."


def build_invitation_routes(desk: FormDesk) -> list[BaseRoute]:
    """Return the routes of an invitation."""

    async def show(request: Request) -> Response:
        return await _show(desk, request)

    async def take(request: Request) -> Response:
        try:
            form = await desk.take(request)
            return await _accept(desk, request, form.get("new_password", ""), form.get("again", ""))
        except (DatabaseUnavailable, InvitationEnded):
            raise
        except (FormRefused, StoreError) as refused:
            status = refused.status if isinstance(refused, FormRefused) else 400
            return await _show(desk, request, status=status, fault=refused.message)

    return [
        Route("/invitation/{token}", desk.in_words(show), methods=["GET"]),
        Route("/invitation/{token}", desk.in_words(take), methods=["POST"]),
    ]


async def _accept(desk: FormDesk, request: Request, password: str, again: str) -> Response:
    if password != again:
        raise StoreError(NOT_ALIKE)
    person = await desk.sign_ins.ask_slowly(accept_invitation, request.path_params["token"], password, now=now())
    return await begin_sign_in(desk, request, person.login, password, "")


async def _show(desk: FormDesk, request: Request, *, status: int = 200, fault: str = "") -> Response:
    invited = await desk.sign_ins.ask(find_invitation, request.path_params["token"], now=now())
    if invited is None:
        raise InvitationEnded
    return await desk.show(
        request,
        "invitation",
        status=status,
        fault=fault,
        invited=invited,
        until=format_moment(invited.ends_at),
        hint=password_hint(),
    )


def password_hint() -> str:
    """Say what a password must be, before one is typed."""
    least = genitive_count_of(read_sign_in_rules().password_least, "знак", "знака", "знаков")
    return f"Не короче {least}. Проще всего запомнить несколько слов подряд, пробелы можно."
