"""/sign-in: login and password, or at this computer a demonstration account with one button."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from cmn_core.access import Person
from cmn_core.demo.accounts import read_demo_accounts
from cmn_core.documents.people_table import describe_role
from cmn_core.http.binding import FIRST_ADMINISTRATOR
from cmn_core.http.device import describe_device
from cmn_core.http.form_desk import FormDesk, FormRefused, go, now
from cmn_core.http.own_paths import read_own_path
from cmn_core.http.sign_in_cookie import give_token
from cmn_core.http.visitor import Visitor, is_loopback
from cmn_core.reference import shipped_reference
from cmn_core.store.engine import Database
from cmn_core.store.people import list_people
from cmn_core.store.sign_ins import SignInRefused, enter, has_people, leave


def build_sign_in_routes(desk: FormDesk) -> list[BaseRoute]:
    """Return the routes of the way in."""

    async def show(request: Request) -> Response:
        return await _show(desk, request, wanted=request.query_params.get("next", ""))

    async def take(request: Request) -> Response:
        try:
            form = await desk.take(request)
        except FormRefused as refused:
            return await _show(desk, request, status=refused.status, fault=refused.message)
        return await _enter(desk, request, form.get("login", ""), form.get("password", ""), form.get("next", ""))

    async def take_demonstration(request: Request) -> Response:
        form, password = await desk.take(request), read_demo_accounts().password
        return await _enter(desk, request, form.get("login", ""), password, form.get("next", ""))

    return [
        Route("/sign-in", desk.in_words(show), methods=["GET"]),
        Route("/sign-in", desk.in_words(take), methods=["POST"]),
        Route("/sign-in/demonstration", desk.in_words(take_demonstration), methods=["POST"]),
    ]


async def begin_sign_in(desk: FormDesk, request: Request, login: str, password: str, wanted: str) -> Response:
    """Begin a sign-in and lead to the wanted page; raise SignInRefused. The browser's former sign-in ends."""
    visitor = await desk.visitor(request)
    entered = await desk.sign_ins.ask_slowly(
        enter,
        login,
        password,
        address=told_address(visitor),
        device=describe_device(request.headers.get("user-agent", "")),
        now=now(),
    )
    if visitor.actor is not None and visitor.actor.sign_in_id is not None:
        await desk.sign_ins.ask(leave, visitor.actor.sign_in_id, now=now())
        desk.sign_ins.forget(visitor.actor.sign_in_id)
    # Whoever opened the bare address asked for no page of their own choice.
    asked = None if wanted == "/" else read_own_path(wanted)
    response = go(asked or desk.landing(entered.actor.person))
    give_token(response, entered.token, await desk.sign_ins.key(), is_secure=visitor.is_secure)
    return response


def told_address(visitor: Visitor) -> str:
    """Return the address that wrong tries are counted by and that may open a demonstration account.

    A proxy of this computer that the settings do not name is no person at this computer.
    """
    is_proxied = is_loopback(visitor.address) and not visitor.is_local
    return f"за посредником {visitor.address}" if is_proxied else visitor.address


async def _enter(desk: FormDesk, request: Request, login: str, password: str, wanted: str) -> Response:
    try:
        return await begin_sign_in(desk, request, login, password, wanted)
    except SignInRefused as refused:
        status = 429 if refused.wait_minutes else 400
        return await _show(desk, request, status=status, fault=refused.message, login=login, wanted=wanted)


async def _show(
    desk: FormDesk, request: Request, *, status: int = 200, fault: str = "", login: str = "", wanted: str = ""
) -> Response:
    visitor = await desk.visitor(request)
    offered = await desk.sign_ins.ask(_list_offered) if visitor.is_local else ()
    return await desk.show(
        request,
        "sign_in",
        status=status,
        fault=fault,
        login=login,
        wanted=read_own_path(wanted) or "",
        home=desk.landing(visitor.actor.person) if visitor.actor else "/",
        left="left" in request.query_params,
        has_people=await desk.sign_ins.ask(has_people),
        first_administrator=FIRST_ADMINISTRATOR,
        offered=[(person.login, describe_role(person, shipped_reference().region), person.name) for person in offered],
    )


def _list_offered(database: Database) -> tuple[Person, ...]:
    """Return the open demonstration accounts, in the order they were made."""
    cards = (card for card in list_people(database) if card.is_demonstration and card.is_active)
    return tuple(sorted((card.person for card in cards), key=lambda person: person.number or 0))
