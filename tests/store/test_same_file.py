"""The same bytes again: in force, older, or another report."""

from dataclasses import replace

from cmn_core.intake.cell_corrections import CellCorrection
from cmn_core.store.engine import Database
from cmn_core.store.reports import ReportKey, find_same_bytes, read_version, save_report
from cmn_core.store.same_file import SameFile, sort_same_file
from tests.store.made_readings import NOVEMBER, NOW, OCTOBER, TARA, decide, expansion, row, save

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


def test_the_same_file_with_other_corrections_is_another_version(database: Database) -> None:
    first = save(database, ROWS)
    mended = replace(expansion(ROWS, content=b"first"), corrections=(CellCorrection("Лист1", "B7", "1", "-1"),))
    again = decide(compared_with=first.report_id, sent_by="Сидорова, РУО")
    second = save_report(database, mended, b"first", again, now=NOW)
    assert (second.version, second.outcome) == (2, "saved")
    repeated = save_report(database, mended, b"first", replace(again, compared_with=second.report_id), now=NOW)
    assert (repeated.report_id, repeated.outcome) == (second.report_id, "unchanged")
    version = read_version(database, second.report_id)
    assert version is not None
    assert (version.corrections, version.sent_by) == (mended.corrections, "Сидорова, РУО")
    versions = find_same_bytes(database, mended.sha256)
    assert sort_same_file(versions, KEY, mended.corrections).in_force == version
    plain = sort_same_file(versions, KEY)
    assert plain.in_force is None
    assert plain.older is not None
    assert plain.older.report_id == first.report_id
