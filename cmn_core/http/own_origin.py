"""Whether a request comes from our own pages."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

from cmn_core.http.visitor import Visitor

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def comes_from_us(visitor: Visitor, headers: Headers) -> bool:
    """Tell a request of our own pages, or of no page at all, from one that another site makes a browser send."""
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origins = headers.getlist("origin")
    return all(_host_of(origin) == visitor.host for origin in origins)


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None
