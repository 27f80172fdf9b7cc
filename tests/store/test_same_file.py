"""The same bytes again: in force, older, or another report."""

from dataclasses import replace

from cmn_core.store.engine import Database
from cmn_core.store.reports import ReportKey, find_same_bytes
from cmn_core.store.same_file import SameFile, sort_same_file
from tests.store.made_readings import NOVEMBER, OCTOBER, TARA, decide, expansion, row, save

ROWS = [row("МБОУ «СОШ № 1»", (1, 2, 3))]
KEY = ReportKey(TARA, "municipal", "expansion", NOVEMBER)


def test_the_version_in_force_is_told_and_nothing_is_offered(database: Database) -> None:
    saved = save(database, ROWS)
    same = sort_same_file(find_same_bytes(database, expansion(ROWS, content=b"first").sha256), KEY)
    assert same.in_force is not None
    assert (same.in_force.report_id, same.older, same.elsewhere) == (saved.report_id, None, ())


def test_an_older_version_is_offered(database: Database) -> None:
    first = save(database, ROWS)
    save(database, [row("МБОУ «СОШ № 1»", (9, 9, 9))], decide(compared_with=first.report_id), content=b"second")
    same = sort_same_file(find_same_bytes(database, expansion(ROWS, content=b"first").sha256), KEY)
    assert same.older is not None
    assert (same.in_force, same.older.report_id) == (None, first.report_id)


def test_another_report_in_force_is_told(database: Database) -> None:
    save(database, ROWS, decide(period=OCTOBER))
    same = sort_same_file(find_same_bytes(database, expansion(ROWS, content=b"first").sha256), KEY)
    assert [version.key for version in same.elsewhere] == [replace(KEY, period=OCTOBER)]
    assert (same.in_force, same.older) == (None, None)


def test_an_unknown_file_stands_nowhere() -> None:
    assert sort_same_file((), KEY) == SameFile(None, None, ())
