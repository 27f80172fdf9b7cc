"""The cookie that carries a sign-in's token, signed, so that a guessed one never reaches the database."""

import hashlib
from collections.abc import Iterable, Mapping

from itsdangerous import BadSignature, Signer
from starlette.datastructures import Headers
from starlette.responses import Response

_NAME = "cmn_sign_in"
_SALT = "cmn sign-in cookie"
_LONGEST = 256
"""Characters; ours has about 90, so a longer one is nobody's."""


def cookie_name(name: str, *, is_secure: bool) -> str:
    """Return a cookie's name; behind https the browser itself holds «__Host-» to this host, https and «/»."""
    return f"__Host-{name}" if is_secure else name


def read_cookie(headers: Headers, name: str) -> str | None:
    """Return a cookie's value; None: there is none, it is too long, or several of one name came."""
    values = [
        value.strip()
        for line in headers.getlist("cookie")
        for part in line.split(";")
        for key, separator, value in [part.partition("=")]
        if separator and key.strip() == name
    ]
    return values[0] if len(values) == 1 and len(values[0]) <= _LONGEST else None


def set_cookie(response: Response, name: str, value: str, *, is_secure: bool) -> None:
    """Give the browser a cookie that no script can read, until the browser is closed.

    «Lax», not «Strict»: a link from a letter must open its page, and whatever changes something asks for a form's
    token and the request's origin besides.
    """
    response.set_cookie(
        cookie_name(name, is_secure=is_secure), value, path="/", secure=is_secure, httponly=True, samesite="lax"
    )


def drop_cookie(response: Response, name: str, *, is_secure: bool) -> None:
    """Take a cookie from the browser."""
    response.delete_cookie(
        cookie_name(name, is_secure=is_secure), path="/", secure=is_secure, httponly=True, samesite="lax"
    )


def give_token(response: Response, token: str, key: bytes, *, is_secure: bool) -> None:
    """Put a sign-in's token into the browser."""
    set_cookie(response, _NAME, sign_token(token, key), is_secure=is_secure)


def drop_token(response: Response, *, is_secure: bool) -> None:
    """Take the token from the browser."""
    drop_cookie(response, _NAME, is_secure=is_secure)


def read_token(headers: Headers, key: bytes, *, is_secure: bool) -> str | None:
    """Return the token of a request; None: there is none that we signed."""
    value = read_cookie(headers, cookie_name(_NAME, is_secure=is_secure))
    return None if value is None else _unsign(value, key)


def find_token(cookies: Mapping[str, str], key: bytes) -> str | None:
    """Return the token among the cookies of a session that the guard has let in."""
    values = (cookies.get(name) for name in _names())
    return next((_unsign(value, key) for value in values if value), None)


def sign_token(token: str, key: bytes) -> str:
    """Write a token as the cookie carries it."""
    return _signer(key).sign(token).decode("ascii")


def _names() -> Iterable[str]:
    return (cookie_name(_NAME, is_secure=True), cookie_name(_NAME, is_secure=False))


def _unsign(value: str, key: bytes) -> str | None:
    try:
        return _signer(key).unsign(value.encode("latin-1", "replace")).decode("ascii")
    except (BadSignature, UnicodeDecodeError):
        return None


def _signer(key: bytes) -> Signer:
    return Signer(key, salt=_SALT, digest_method=hashlib.sha256)
