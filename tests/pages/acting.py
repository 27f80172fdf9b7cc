"""Whose session a page's test is."""

import pytest

from cmn_core.access import Person, Role
from cmn_core.store.sessions import Actor


def act_as(monkeypatch: pytest.MonkeyPatch, role: Role, *districts: str) -> None:
    """Let the pages be opened by a person of this role, of these municipalities."""
    person = Person(None, role, "Сидорова Анна", role, frozenset(districts))
    monkeypatch.setattr("pages._parts.person.AT_THE_COMPUTER", Actor(person))
