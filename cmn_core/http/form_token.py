"""What a form of ours carries so that no other site can send it: signed, short-lived, bound to the sign-in.

Before there is a sign-in it is bound to a cookie that only we set (signed double submit).
"""

import hashlib
import secrets

from itsdangerous import BadSignature, TimestampSigner
from starlette.datastructures import Headers
from starlette.responses import Response

from cmn_core.http.sign_in_cookie import cookie_name, read_cookie, set_cookie
from cmn_core.http.visitor import Visitor

FIELD = "form_token"
LASTS_S = 12 * 3600
"""A sign-in's longest time: a page that stood open for a working day can still be left."""
_NAME = "cmn_form"
_SALT = "cmn form"
_NONCE_BYTES = 16


def bind_form(visitor: Visitor, headers: Headers) -> str:
    """Return what a visitor's forms are bound to: the sign-in, else the cookie, else a new value for a cookie."""
    if visitor.actor is not None:
        return bound_to_sign_in(visitor.actor.sign_in_id)
    return read_binding(visitor, headers) or secrets.token_urlsafe(_NONCE_BYTES)


def read_binding(visitor: Visitor, headers: Headers) -> str | None:
    """Return what the forms of a visitor who sends one must be bound to; None: nothing, so none is ours."""
    if visitor.actor is not None:
        return bound_to_sign_in(visitor.actor.sign_in_id)
    return read_cookie(headers, cookie_name(_NAME, is_secure=visitor.is_secure))


def keep_binding(response: Response, visitor: Visitor, binding: str) -> None:
    """Give the browser of someone who is not signed in what the forms are bound to."""
    if visitor.actor is None:
        set_cookie(response, _NAME, binding, is_secure=visitor.is_secure)


def bound_to_sign_in(sign_in_id: int | None) -> str:
    """Return what the forms of a sign-in are bound to."""
    return f"sign-in {sign_in_id}"


def make_form_token(binding: str, key: bytes) -> str:
    """Return a form's token."""
    # The binding is in the signature alone: the page does not tell a cookie's value.
    signed = _signer(binding, key).sign("form").decode("ascii")
    return signed.removeprefix("form.")


def is_form_token(token: str, binding: str | None, key: bytes) -> bool:
    """Tell whether a token is ours, of this binding and not too old."""
    if binding is None:
        return False
    try:
        _signer(binding, key).unsign(f"form.{token}", max_age=LASTS_S)
    except BadSignature:
        return False
    return True


def _signer(binding: str, key: bytes) -> TimestampSigner:
    return TimestampSigner(key, salt=f"{_SALT} {binding}", digest_method=hashlib.sha256)
