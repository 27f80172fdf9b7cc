"""What our forms have in common: who fills one in, whether it is ours, and the answer in words."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import wraps
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cmn_core.access import Person
from cmn_core.errors import CmnError
from cmn_core.http.database_away import tell_away
from cmn_core.http.form_page import FormPages
from cmn_core.http.form_token import FIELD, bind_form, is_form_token, keep_binding, make_form_token, read_binding
from cmn_core.http.sign_ins import SignIns
from cmn_core.http.visitor import Visitor, keep_visitor, visitor_of
from cmn_core.store.failures import DatabaseUnavailable

_MOST_BYTES = 16_384
_MOST_FIELDS = 20
_TYPE = "application/x-www-form-urlencoded"
Endpoint = Callable[[Request], Awaitable[Response]]


class FormRefused(CmnError):  # noqa: N818 - named by what happened
    """Refuse a form that was not sent by our own page, or not as our page sends it."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class FormDesk:
    """Where forms are handed out and taken in."""

    sign_ins: SignIns
    pages: FormPages
    landing: Callable[[Person], str]
    """The page that a person sees first."""

    async def visitor(self, request: Request) -> Visitor:
        """Return who asks, also on an address that is open to all."""
        visitor = visitor_of(request.scope)
        if visitor.actor is None:
            visitor = replace(visitor, actor=await self.sign_ins.find(visitor, request.headers))
            keep_visitor(request.scope, visitor)
        return visitor

    async def show(self, request: Request, name: str, *, status: int = 200, **values: object) -> Response:
        """Hand a form out with its token."""
        visitor = await self.visitor(request)
        binding = bind_form(visitor, request.headers)
        token = make_form_token(binding, await self.sign_ins.key())
        person = visitor.actor.person if visitor.actor else None
        response = self.pages.render(name, status=status, form_token=token, person=person, **values)
        keep_binding(response, visitor, binding)
        return response

    async def take(self, request: Request) -> Mapping[str, str]:
        """Take a form in; raise FormRefused where it is not ours."""
        fields = await _read_fields(request)
        visitor = await self.visitor(request)
        binding = read_binding(visitor, request.headers)
        if not is_form_token(fields.get(FIELD, ""), binding, await self.sign_ins.key()):
            raise FormRefused(
                "Эта страница открыта слишком давно, или в другом окне уже вошли или вышли. Попробуйте ещё раз.", 403
            )
        return fields

    def in_words(self, endpoint: Endpoint) -> Endpoint:
        """Wrap an endpoint: a failure becomes a page with its sentence."""

        @wraps(endpoint)
        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except DatabaseUnavailable as away:
                told = tell_away(away, visitor_of(request.scope))
                return self.pages.render("message", status=503, message=told, person=None)
            except CmnError as failure:
                status = getattr(failure, "status", 400)
                return self.pages.render("message", status=status, message=failure.message, person=None)

        return answer


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def go(address: str) -> RedirectResponse:
    """Lead on after a form was taken, so that a reload sends nothing twice."""
    return RedirectResponse(address, status_code=303, headers={"Cache-Control": "no-store"})


async def _read_fields(request: Request) -> dict[str, str]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _TYPE:
        raise FormRefused("Форма отправлена не так, как её отправляет наша страница.", 415)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise FormRefused("В форме слишком много текста.", 413)
    try:
        pairs = parse_qsl(
            body.decode("ascii", "replace"), keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise FormRefused("В форме слишком много полей.", 413) from error
    # No database keeps a zero character in a text.
    return {name: value.replace("\0", "") for name, value in pairs}
