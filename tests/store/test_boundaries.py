"""Boundaries are kept whole; which of them a map shows is a dated choice that can be taken back."""

from pathlib import Path

import pytest

from cmn_core.reference.boundaries import Boundaries
from cmn_core.store.audit import read_audit
from cmn_core.store.boundaries import (
    attribute_boundaries,
    choose_boundaries,
    read_boundaries_in_force,
    read_boundary_uploads,
    save_boundaries,
)
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.setting_changes import take_back
from tests.store.made_readings import NOW, OMSK, TARA, open_file

BY = {"author": "Центр", "now": NOW}
RING = [[73.0, 56.0], [73.0, 57.0], [74.0, 57.0], [73.0, 56.0]]
FIRST, SECOND = Boundaries({TARA: [[RING]]}, "© первый"), Boundaries({TARA: [[RING]], OMSK: [[RING]]})


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_file(tmp_path)


def save(database: Database, boundaries: Boundaries, name: str = "границы.geojson") -> object:
    return save_boundaries(database, boundaries, file_name=name, sha256="0" * 64, **BY)


def test_without_boundaries_there_are_none(database: Database) -> None:
    assert read_boundaries_in_force(database) is None
    assert read_boundary_uploads(database) == ()
    with pytest.raises(StoreError, match="сначала загрузите"):
        attribute_boundaries(database, "©", **BY)
    with pytest.raises(StoreError, match="менять нечего"):
        choose_boundaries(database, None, **BY)


def test_the_last_saved_are_shown_and_the_former_come_back(database: Database) -> None:
    save(database, FIRST)
    change = save(database, SECOND)
    assert read_boundaries_in_force(database) == SECOND
    take_back(database, (change,), **BY)  # type: ignore[arg-type]
    assert read_boundaries_in_force(database) == FIRST
    choose_boundaries(database, 2, **BY)
    assert [(upload.upload_id, upload.in_force) for upload in read_boundary_uploads(database)] == [
        (2, True),
        (1, False),
    ]


def test_removed_ones_stay_to_be_brought_back(database: Database) -> None:
    save(database, FIRST)
    change = choose_boundaries(database, None, **BY)
    assert read_boundaries_in_force(database) is None
    take_back(database, (change,), **BY)
    assert read_boundaries_in_force(database) == FIRST
    with pytest.raises(StoreError, match="нет"):
        choose_boundaries(database, 99, **BY)


def test_the_words_under_the_map_change_and_the_shapes_stay(database: Database) -> None:
    save(database, FIRST)
    attribute_boundaries(database, "© другой", **BY)
    assert read_boundaries_in_force(database) == Boundaries(FIRST.shapes, "© другой")


def test_every_step_leaves_a_line(database: Database) -> None:
    save(database, FIRST)
    choose_boundaries(database, None, **BY)
    assert [line.action for line in read_audit(database)] == ["setting_changed", "setting_changed", "boundaries_saved"]
    assert read_audit(database)[2].details["municipalities"] == 1


def test_nothing_is_not_saved(database: Database) -> None:
    with pytest.raises(StoreError, match="ни одной границы"):
        save(database, Boundaries({}))
    assert read_boundary_uploads(database) == ()
