"""Who opens a page in a test."""

from cmn_core.access import Person, Role


def person_of(role: Role, *districts: str) -> Person:
    """Return someone without an account; `districts`: ОКТМО."""
    return Person(None, role, "Сидорова Анна", role, frozenset(districts))
