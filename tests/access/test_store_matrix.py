"""Each function of the store in the hands of each role, at home and abroad: done, or refused and recorded."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmn_core import store
from cmn_core.access import ROLES, AccessDenied, Deed, Person, Role
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import read_audit
from cmn_core.store.comparing import compare_with_stored
from cmn_core.store.engine import Database
from cmn_core.store.pile_saving import undo_pile
from cmn_core.store.report_way import accept_many
from cmn_core.store.versions import find_same_bytes, read_numbered, read_version
from tests.access.store_calls import (
    ANSWERS_NARROWED,
    OF_THE_DOOR,
    OF_THE_FRAME,
    STORE,
    THROUGH_OTHERS,
    Ask,
    given,
    name_of,
)
from tests.access.world import BY, CENTRE, FOREIGN, OWN, Place, World, monthly_key
from tests.store.made_monthly import monthly

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
    allowed = _is_allowed(actor.person, ask, oktmo)
    with world.opened(tmp_path) as database:
        lines = len(read_audit(database))
        refused = _call(database.acting(actor), ask, world.places[oktmo])
        assert refused == (None if allowed else ask.deed)
        written = read_audit(database)[: len(read_audit(database)) - lines]
        assert [line.details["deed"] for line in written if line.action == "refused"] == ([] if allowed else [ask.deed])


def _is_allowed(person: Person, ask: Ask, oktmo: str) -> bool:
    if ask.whose == "somewhere":
        return person.may_somewhere(ask.deed)
    return person.may(ask.deed, oktmo if ask.whose == "place" else None)


def test_every_function_of_the_store_stands_in_the_table() -> None:
    exempt = (ANSWERS_NARROWED, THROUGH_OTHERS, OF_THE_FRAME, OF_THE_DOOR)
    listed = [*STORE, *(name_of(function) for table in exempt for function in table)]
    assert sorted(listed) == sorted(_list_functions())


def _list_functions() -> Iterator[str]:
    """Name the public functions of the store that take a database first."""
    for found in pkgutil.iter_modules(store.__path__, f"{store.__name__}."):
        module = importlib.import_module(found.name)
        for function in vars(module).values():
            if not inspect.isfunction(function) or function.__name__.startswith("_"):
                continue
            first = next(iter(inspect.signature(function).parameters.values()), None)
            if function.__module__ == module.__name__ and first is not None and first.annotation is Database:
                yield name_of(function)


@pytest.mark.parametrize("role", ROLES)
def test_an_answer_that_is_narrowed_holds_what_the_person_may_see(world: World, tmp_path: Path, role: Role) -> None:
    actor = world.actor(role)
    seen = {place.report_id for oktmo, place in world.places.items() if actor.person.may("see_reports", oktmo)}
    with world.opened(tmp_path) as database:
        held = database.acting(actor)
        everything = read_numbered(database, [place.report_id for place in world.places.values()])
        assert read_numbered(held, everything.keys()).keys() == seen
        same = [found for version in everything.values() for found in find_same_bytes(held, version.sha256)]
        assert {version.report_id for version in same} == seen


@pytest.mark.parametrize("oktmo", [OWN, FOREIGN])
@pytest.mark.parametrize("role", ROLES)
def test_what_is_made_of_others_is_refused_with_them(world: World, tmp_path: Path, role: Role, oktmo: str) -> None:
    actor, place, key = world.actor(role), world.places[oktmo], monthly_key(oktmo)
    with world.opened(tmp_path) as database:
        held = database.acting(actor)
        compare = Ask(compare_with_stored, "send_reports", "place", lambda at: given(
            monthly([]), key, shipped_reference()))  # fmt: skip
        assert (_call(held, compare, place) is None) is actor.person.may("send_reports", oktmo)
        (undone,) = undo_pile(held, {1: (key, place.report_id)}, **BY)
        assert (undone.refusal is None) is actor.person.may("send_reports", oktmo)
        (accepted,) = accept_many(database.acting(actor), [place.accepted_id], by=CENTRE)
        assert ("Нет доступа" in (accepted.refusal or "")) is not actor.person.may("judge_reports", oktmo)


def _call(database: Database, ask: Ask, place: Place) -> Deed | None:
    """Return the deed that was refused, None where the call went through."""
    values, named = ask.give(place)
    try:
        ask.function(database, *values, **named)
    except AccessDenied as refusal:
        return refusal.deed
    return None


def test_a_report_that_does_not_exist_is_refused_like_a_foreign_one(world: World, tmp_path: Path) -> None:
    with world.opened(tmp_path) as database:
        official = database.acting(world.actor("district"))
        for number in (world.places[FOREIGN].report_id, 999_999):
            with pytest.raises(AccessDenied):
                read_version(official, number)
        assert read_version(database.acting(world.actor("centre")), 999_999) is None
