"""The restore drill: a backup made while people work comes back elsewhere with the same figures and the same record."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import select, update

from cmn_core.keeping.region_figures import compute_region_figures
from cmn_core.store.audit import read_audit
from cmn_core.store.audit_check import check_audit
from cmn_core.store.dumping import dump_table
from cmn_core.store.engine import Database, open_database
from cmn_core.store.portable import portable_tables
from cmn_core.store.reports import read_original
from cmn_core.store.revision import data_revision
from cmn_core.store.tables import DataRevision, Secret, SignIn
from tests.keeping.made_backups import TOKEN, back_up, fill, restore
from tests.store.made_readings import decide, open_file, row, save

ADDED_BY_RESTORING = {"audit_entry", "audit_head", "data_revision"}


@pytest.fixture(params=("sqlite", "postgresql"))
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of the database that is restored into: a file that is not there, or an unused schema."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'restored' / 'cmn.sqlite3'}"
    else:
        with request.getfixturevalue("postgresql_template").copied() as address:
            yield address


def test_a_backup_comes_back_on_either_engine(database: Database, elsewhere: str, tmp_path: Path) -> None:
    fill(database)
    before = _rows(database)
    file = tmp_path / "copies" / "cmn.zip"
    file.parent.mkdir()
    manifest = back_up(database, file)
    assert [item.name for item in file.parent.iterdir()] == ["cmn.zip"]
    assert restore(file, elsewhere).differences == ()
    restored = open_database(elsewhere)
    after = _rows(restored)
    assert {name for name, rows in after.items() if rows != before[name]} == ADDED_BY_RESTORING
    assert compute_region_figures(restored) == manifest.figures
    assert check_audit(restored, manifest.record).head.lines == manifest.record_lines + 1
    assert check_audit(restored, manifest.record).is_intact
    line = read_audit(restored)[0]
    assert (line.action, line.author, line.details["reports"]) == ("restored", "Иванова", manifest.rows_of("report"))
    assert read_original(restored, 3) == read_original(database, 3)
    with restored.read() as session:
        assert session.scalars(select(SignIn)).all() == session.scalars(select(Secret)).all() == []
    # New rows are numbered behind the restored ones.
    saved = save(restored, [row("МБОУ «Новая школа»", (1, 1, 1))], decide(period=decide().period.shifted(1)))
    assert saved.report_id > max(item[0] for item in before["report"])
    restored.close()


def test_a_backup_holds_one_moment_while_a_writer_is_at_work(database: Database, tmp_path: Path) -> None:
    """Each saving adds a report and a line: a picture of two moments would have more of one than of the other."""
    save(database, [row("МБОУ «Школа № 1»", (1, 0, 0))], content=b"0")
    stop, written = threading.Event(), []
    writer = threading.Thread(target=_save_until, args=(database, stop, written))
    writer.start()
    try:
        manifests = [back_up(database, tmp_path / f"{number}.zip") for number in range(4)]
    finally:
        stop.set()
        writer.join()
    assert len(written) > 1, "the writer was held up"
    for number, manifest in enumerate(manifests):
        assert manifest.rows_of("report") == manifest.rows_of("audit_entry") == manifest.record_lines
        target = f"sqlite:///{tmp_path / f'{number}.sqlite3'}"
        assert restore(tmp_path / f"{number}.zip", target).manifest.record_lines == manifest.record_lines
    assert check_audit(database, manifests[0].record).is_intact


def test_what_lets_someone_in_stays_at_home(database: Database, tmp_path: Path) -> None:
    fill(database)
    manifest = back_up(database, tmp_path / "cmn.zip")
    assert manifest.left_out == ("secret", "sign_in", "invitation", "wrong_try")
    with ZipFile(tmp_path / "cmn.zip") as archive:
        told = b"".join(archive.read(name) for name in archive.namelist())
    assert TOKEN.encode() not in told
    assert b"key-of-cookies" not in told
    assert "Ёлка".encode() in told


def test_restoring_passes_every_revision_that_a_page_may_remember(tmp_path: Path) -> None:
    database = open_file(tmp_path)
    fill(database)
    back_up(database, tmp_path / "cmn.zip")
    target = open_file(tmp_path, "target.sqlite3")
    with target.write() as session:
        session.execute(update(DataRevision).values(revision=499))
    target.close()
    restore(tmp_path / "cmn.zip", target.url)
    assert data_revision(open_database(target.url)) == 501


def _rows(database: Database) -> dict[str, list[list[Any]]]:
    with database.read() as session:
        return {table.name: list(dump_table(session, table)) for table in portable_tables()}


def _save_until(database: Database, stop: threading.Event, written: list[int]) -> None:
    while not stop.is_set():
        number = len(written) + 1
        period = decide().period.shifted(number)
        written.append(save(database, [row("МБОУ «Школа № 1»", (number, 0, 0))], decide(period=period),
                            content=str(number).encode()).report_id)  # fmt: skip
