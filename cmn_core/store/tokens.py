"""What a cookie or a link carries: unguessable, and kept in the database as its digest alone."""

import hashlib
import secrets

_BYTES = 32


def make_token() -> str:
    """Return 256 random bits in letters that an address may carry."""
    return secrets.token_urlsafe(_BYTES)


def digest_token(token: str) -> str:
    """Return what is kept of a token; whoever reads the database cannot enter by it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
