"""Passwords as they are kept: argon2id, few at a time, and the same time for an account that is not there."""

import threading
import unicodedata
from functools import cache

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher

from cmn_core.reference.sign_in import read_sign_in_rules

_AT_ONCE = threading.BoundedSemaphore(read_sign_in_rules().hashing_at_once)


def level_password(password: str) -> str:
    """Return a password as it is hashed: «й» typed as one sign or as two is one password."""
    return unicodedata.normalize("NFC", password)


def hash_password(password: str) -> str:
    """Return what is kept of a password."""
    with _AT_ONCE:
        return hasher().hash(_encode(password))


def verify_password(password: str, kept: str | None) -> tuple[bool, str | None]:
    """Tell whether it is the password, and what to keep instead where today's parameters are others.

    `kept`: None where there is no such account or no password yet; it takes as long as a wrong password.
    """
    is_told = kept is not None and len(level_password(password)) <= read_sign_in_rules().password_most
    with _AT_ONCE:
        try:
            is_right, renewed = hasher().verify_and_update(_encode(password if is_told else ""), kept or nobodys_hash())
        except UnknownHashError:
            return False, None
    return is_right and is_told, renewed if is_told else None


@cache
def hasher() -> PasswordHash:
    """Return the hasher with today's parameters."""
    rules = read_sign_in_rules()
    return PasswordHash((Argon2Hasher(rules.argon2_passes, rules.argon2_memory_kib, parallelism=1),))


@cache
def nobodys_hash() -> str:
    """Return what a password is compared with where there is no account."""
    return hasher().hash("nobody's")


def _encode(password: str) -> bytes:
    # A browser may send half of a surrogate pair.
    return level_password(password).encode("utf-8", "surrogatepass")
