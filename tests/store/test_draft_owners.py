"""Drafts are of who began them and of the municipality they are meant for; the centre sees all."""

from collections.abc import Callable

import pytest

from cmn_core.access import AccessDenied, Person
from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.store.audit import Author
from cmn_core.store.draft_reading import list_drafts, read_cells, read_draft
from cmn_core.store.drafts import Window, end_draft, keep_choices, leave_cell, reopen_draft, start_draft
from cmn_core.store.engine import Database
from cmn_core.store.sessions import Actor
from cmn_core.store.tables import PersonRow
from tests.store.made_readings import NOW, OMSK, TARA
from tests.store.way import in_hands_of

BY = Author("Иванова", NOW)


def start(database: Database, sender: str | None = TARA) -> int:
    return start_draft(database, "отчёт.xlsx", b"workbook", "digest", {"sender": sender}, BY)


def listed(database: Database) -> list[int]:
    return [draft.draft_id for draft in list_drafts(database)]


@pytest.fixture
def official(database: Database) -> Database:
    """The database in the hands of an official of Tara who has an account."""
    with database.write() as session:
        row = PersonRow(login="tara", login_key="tara", name="Тара", role="district", created_at=NOW)
        session.add(row)
        session.flush()
        number = row.id
    return database.acting(Actor(Person(number, "tara", "Тара", "district", frozenset({TARA}))))


DEEDS: dict[str, Callable[[Database, int], object]] = {
    "read": read_draft,
    "cells": read_cells,
    "leave": lambda database, draft: leave_cell(
        database, draft, CellCorrection("Лист1", "C7", "5", "-5"), None, Window("w", "И"), now=NOW
    ),
    "choices": lambda database, draft: keep_choices(database, draft, {"sender": TARA}, now=NOW),
    "end": lambda database, draft: end_draft(database, draft, "deleted", BY),
    "reopen": lambda database, draft: reopen_draft(database, draft, BY),
}


def test_a_municipalitys_people_share_its_drafts_and_the_centre_sees_all(
    database: Database, official: Database
) -> None:
    own, of_centre, of_omsk = start(official), start(database), start(database, OMSK)
    unplaced = start(official, None)
    assert set(listed(official)) == {own, of_centre, unplaced}
    assert set(listed(in_hands_of(database, "district", TARA))) == {own, of_centre}
    assert listed(in_hands_of(database, "district", OMSK)) == [of_omsk]
    assert set(listed(in_hands_of(database, "centre"))) == {own, of_centre, of_omsk, unplaced}
    with pytest.raises(AccessDenied):
        list_drafts(in_hands_of(database, "viewer"))


@pytest.mark.parametrize("deed", DEEDS)
def test_others_drafts_are_left_alone(database: Database, official: Database, deed: str) -> None:
    draft = start(official)
    for stranger in (in_hands_of(database, "district", OMSK), in_hands_of(database, "viewer")):
        with pytest.raises(AccessDenied):
            DEEDS[deed](stranger, draft)
    for person in (official, in_hands_of(database, "district", TARA), in_hands_of(database, "centre")):
        DEEDS[deed](person, draft)
        reopen_draft(database, draft, BY)


def test_a_wrong_guess_of_the_sender_shows_a_draft_to_nobody_else(database: Database, official: Database) -> None:
    draft = start(official, OMSK)
    keep_choices(official, draft, {"sender": OMSK}, now=NOW)
    assert listed(in_hands_of(database, "district", OMSK)) == []
    keep_choices(official, draft, {"sender": TARA}, now=NOW)
    assert listed(in_hands_of(database, "district", TARA)) == [draft]
    assert listed(official) == [draft]


def test_who_goes_to_another_municipality_leaves_the_drafts_behind(database: Database, official: Database) -> None:
    left, unplaced = start(official), start(official, None)
    number = official.actor.person.number
    moved = database.acting(Actor(Person(number, "tara", "Тара", "district", frozenset({OMSK}))))
    assert listed(moved) == [unplaced]
    for deed in DEEDS.values():
        with pytest.raises(AccessDenied):
            deed(moved, left)
