"""Drafts: each left cell is kept, two windows lose nothing, old ones go, and no figure's revision moves."""

from datetime import timedelta

import pytest

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.store.audit import Author
from cmn_core.store.draft_reading import list_drafts, read_cells, read_draft
from cmn_core.store.drafts import Window, end_draft, keep_choices, leave_cell, reopen_draft, start_draft
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.revision import data_revision
from tests.store.made_readings import NOW

BY = Author("Иванова", NOW)
HERE, THERE = Window("first", "Иванова"), Window("second", "Петрова")


def start(database: Database, content: bytes = b"workbook") -> int:
    return start_draft(database, "отчёт.xlsx", content, "digest", {"sender": "52654000"}, BY)


def leave(
    database: Database, draft: int, cell: str, now: str, *, seen: str | None = None, was: str = "-5",
    window: Window = HERE, sheet: str | None = "Лист1",
):  # fmt: skip
    return leave_cell(database, draft, CellCorrection(sheet, cell, now, was), seen, window, now=NOW)


def test_a_left_cell_is_in_the_database_at_once_with_the_file(database: Database) -> None:
    draft = start(database)
    assert leave(database, draft, "C7", "5") is None
    assert leave(database, draft, "B3", "8", sheet=None) is None
    keep_choices(database, draft, {"sender": "52701000"}, now=NOW)
    found = read_draft(database, draft)
    assert found is not None
    assert (found.file_name, found.content, found.choices) == ("отчёт.xlsx", b"workbook", {"sender": "52701000"})
    assert [(*item.place, item.now) for item in found.corrections] == [
        (None, "B3", "8"),
        ("Лист1", "C7", "5"),
    ]
    (listed,) = list_drafts(database)
    assert (listed.draft_id, listed.left_cells, listed.updated_at) == (draft, 2, NOW)


def test_the_files_own_value_takes_a_correction_back(database: Database) -> None:
    draft = start(database)
    leave(database, draft, "C7", "5")
    leave(database, draft, "C7", "-5", seen="5")
    found = read_draft(database, draft)
    assert found is not None
    assert found.corrections == ()
    # An empty cell is a value too: only what the file says is none.
    leave(database, draft, "C7", "")
    assert [item.now for item in read_draft(database, draft).corrections] == [""]


def test_of_two_windows_the_later_cell_wins_and_the_other_is_told(database: Database) -> None:
    draft = start(database)
    leave(database, draft, "C7", "5", window=THERE)
    leave(database, draft, "D7", "6", window=THERE)
    told = leave(database, draft, "C7", "7")
    assert told is not None
    assert (told.value, told.author) == ("5", "Петрова")
    cells = read_cells(database, draft)
    assert {place: item.value for place, item in cells.items()} == {("Лист1", "C7"): "7", ("Лист1", "D7"): "6"}
    # Who saw the other's value, or types the same one, is told nothing.
    assert leave(database, draft, "D7", "9", seen="6") is None
    assert leave(database, draft, "C7", "7", seen="5", window=THERE) is None


def test_a_deleted_draft_is_brought_back_whole(database: Database) -> None:
    draft = start(database)
    leave(database, draft, "C7", "5")
    end_draft(database, draft, "deleted", BY)
    assert list_drafts(database) == ()
    with pytest.raises(StoreError, match="удалён в другом окне"):
        leave(database, draft, "C7", "6")
    reopen_draft(database, draft, BY)
    assert [item.left_cells for item in list_drafts(database)] == [1]


@pytest.mark.parametrize("end", [None, "saved", "deleted"])
def test_drafts_are_erased_after_their_term(database: Database, end) -> None:
    old = start(database)
    leave(database, old, "C7", "5")
    if end:
        end_draft(database, old, end, BY)
    later = start_draft(database, "б.xlsx", b"2", "2", {}, Author("Иванова", NOW + timedelta(days=60)))
    assert read_draft(database, old) is not None
    start_draft(database, "в.xlsx", b"3", "3", {}, Author("Иванова", NOW + timedelta(days=61)))
    assert read_draft(database, old) is None
    assert read_draft(database, later) is not None
    with pytest.raises(StoreError, match="срок его хранения истёк"):
        leave(database, old, "C7", "6")


def test_mending_makes_no_page_count_anew(database: Database) -> None:
    before = data_revision(database)
    draft = start(database)
    leave(database, draft, "C7", "5")
    end_draft(database, draft, "saved", BY)
    assert data_revision(database) == before
