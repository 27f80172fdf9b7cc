"""Whose session this is."""

from cmn_core.store.sessions import AT_THE_COMPUTER, Actor


def current_actor() -> Actor:
    """Return who acts in this session; until there is sign-in, whoever sits at this computer."""
    return AT_THE_COMPUTER
