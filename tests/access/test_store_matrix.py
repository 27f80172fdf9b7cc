"""Each function of the store in the hands of each role, at home and abroad: done, or refused and recorded."""

from pathlib import Path

import pytest

from cmn_core.access import ROLES, AccessDenied, Deed, Role
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from tests.access.store_calls import STORE, Ask
from tests.access.world import FOREIGN, OWN, Place, World

CASES = [
    pytest.param(ask, role, oktmo, id=f"{name}-{role}-{'own' if oktmo == OWN else 'foreign'}")
    for name, ask in STORE.items()
    for role in ROLES
    for oktmo in ([OWN, FOREIGN] if ask.whose == "place" else [OWN])
]


@pytest.mark.parametrize(("ask", "role", "oktmo"), CASES)
def test_the_store_does_what_the_role_may_and_no_more(
    world: World, tmp_path: Path, ask: Ask, role: Role, oktmo: str
) -> None:
    actor = world.actor(role)
    allowed = actor.person.may(ask.deed, oktmo if ask.whose == "place" else None)
    with world.opened(tmp_path) as database:
        lines = len(read_audit(database))
        refused = _call(database.acting(actor), ask, world.places[oktmo])
        assert refused == (None if allowed else ask.deed)
        written = read_audit(database)[: len(read_audit(database)) - lines]
        assert [line.details["deed"] for line in written if line.action == "refused"] == ([] if allowed else [ask.deed])


def _call(database: Database, ask: Ask, place: Place) -> Deed | None:
    """Return the deed that was refused, None where the call went through."""
    values, named = ask.give(place)
    try:
        ask.function(database, *values, **named)
    except AccessDenied as refusal:
        return refusal.deed
    return None
