"""Opening: what is missing is made; what cannot be used is told in a sentence, and nothing is harmed."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts_reading import data_revision, read_year_facts
from cmn_core.store.failures import StoreError
from tests.pulled_disk import PulledDisk
from tests.store.full_disk import limit_pages
from tests.store.made_readings import decide, open_file, row, save

NOBODY = 65534


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may look into: pytest's own is root's alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Act as a user whom file modes bind."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_a_missing_folder_and_file_are_made(tmp_path: Path) -> None:
    file = tmp_path / "новая папка" / "100% данных" / "cmn.sqlite3"
    database = open_database(f"sqlite:///{file}")
    assert file.exists()
    with database.read() as session:
        assert session.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert session.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert session.execute(text("SELECT count(*) FROM district")).scalar() == 33


def test_an_empty_file_is_made_ready(tmp_path: Path) -> None:
    (tmp_path / "cmn.sqlite3").touch()
    assert read_year_facts(open_file(tmp_path), 2020).reports == ()


def test_the_environment_names_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CMN_DATABASE_URL", f"sqlite:///{tmp_path / 'named.sqlite3'}")
    database = open_database()
    assert (tmp_path / "named.sqlite3").exists()
    assert database.url.endswith("named.sqlite3")


def test_a_database_in_memory_keeps_its_data_between_sessions() -> None:
    database = open_database("sqlite://")
    save(database, [row("СОШ № 1")])
    assert len(read_year_facts(database, 2020).reports) == 1


def test_opening_again_writes_nothing(address: str) -> None:
    first = open_database(address)
    revision = data_revision(first)
    first.close()
    assert data_revision(open_database(address)) == revision


def test_municipalities_follow_the_regions_pack(address: str) -> None:
    database = open_database(address)
    with database.write() as session:
        session.execute(text("DELETE FROM district WHERE oktmo = '52654000'"))
        session.execute(text("UPDATE district SET name = 'старое имя' WHERE oktmo = '52701000'"))
        session.execute(text("INSERT INTO district (oktmo, name) VALUES ('99999999', 'бывший район')"))
    database.close()
    database = open_database(address)
    with database.read() as session:
        names = dict(session.execute(text("SELECT oktmo, name FROM district")).all())
    assert "Тарский" in names["52654000"]
    assert names["52701000"] == "город Омск"
    assert names["99999999"] == "бывший район"


def test_a_read_only_file_is_told_when_writing(open_folder: Path) -> None:
    open_file(open_folder).close()
    (open_folder / "cmn.sqlite3").chmod(0o444)
    with unprivileged(), pytest.raises(StoreError, match=r"только для чтения|не открывается"):
        save(open_file(open_folder), [row("СОШ № 1")])


def test_a_read_only_folder_is_told(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with unprivileged():
        with pytest.raises(StoreError, match="не открывается"):
            open_file(open_folder)
        with pytest.raises(StoreError, match="не создаётся"):
            open_database(f"sqlite:///{open_folder / 'new' / 'cmn.sqlite3'}")


def test_a_locked_database_is_told_after_waiting(tmp_path: Path) -> None:
    database = open_file(tmp_path, patience_s=0.2)
    other = sqlite3.connect(tmp_path / "cmn.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="занята другой программой"):
        save(database, [row("СОШ № 1")])
    assert read_year_facts(database, 2020).reports == (), "readers do not wait"
    other.execute("ROLLBACK")
    assert save(database, [row("СОШ № 1")]).outcome == "saved"


def test_a_file_that_was_taken_away_is_told_and_works_again_once_it_is_back(tmp_path: Path) -> None:
    database = open_file(tmp_path)
    save(database, [row("СОШ № 1")])
    disk = PulledDisk(tmp_path / "cmn.sqlite3")
    disk.pull()
    for _ in range(2):
        with pytest.raises(StoreError, match="больше нет на месте"):
            read_year_facts(database, 2020)
    with pytest.raises(StoreError, match="больше нет на месте"):
        save(database, [row("СОШ № 2")], decide(compared_with=1), content=b"second")
    assert not (tmp_path / "cmn.sqlite3").exists(), "no empty database stands in its place"
    disk.put_back()
    assert len(read_year_facts(database, 2020).reports) == 1
    assert save(database, [row("СОШ № 2")], decide(compared_with=1), content=b"second").version == 2


def test_a_file_that_was_replaced_is_read_anew(tmp_path: Path) -> None:
    other = open_file(tmp_path)
    save(other, [row("СОШ № 1")])
    other.close()
    disk = PulledDisk(tmp_path / "cmn.sqlite3")
    disk.pull()
    database = open_file(tmp_path)
    assert read_year_facts(database, 2020).reports == ()
    for leftover in tmp_path.glob("cmn.sqlite3*"):
        leftover.unlink()
    disk.put_back()
    assert len(read_year_facts(database, 2020).reports) == 1


def test_a_full_disk_stores_nothing_and_saving_works_once_there_is_room(tmp_path: Path) -> None:
    database = open_file(tmp_path)
    first = save(database, [row("СОШ № 1")])
    limit_pages(database, 1)
    with pytest.raises(StoreError, match="нет места"):
        save(database, [row("СОШ № 1")], decide(compared_with=first.report_id), content=os.urandom(200_000))
    limit_pages(database, 1_000_000)
    assert [report.version for report in read_year_facts(database, 2020).reports] == [1]
    second = save(database, [row("СОШ № 1")], decide(compared_with=first.report_id), content=os.urandom(200_000))
    assert second.version == 2


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    database = open_file(tmp_path)
    save(database, [row(f"СОШ № {number}", (1, 1, 1), "А", "own") for number in range(300)])
    database.close()
    file = tmp_path / "cmn.sqlite3"
    content = bytearray(file.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    file.write_bytes(content)
    with pytest.raises(StoreError, match="повреждён"):
        save(open_file(tmp_path), [row("СОШ № 1")], decide(compared_with=1), content=b"2")


def test_what_is_no_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "cmn.sqlite3"
    file.write_text("Отчёт о расширении практик наставничества. " * 50)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="не база данных"):
        open_file(tmp_path)
    assert file.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "cmn.sqlite3")
    other.execute("CREATE TABLE contacts (name TEXT)")
    other.close()
    with pytest.raises(StoreError, match="другой программы"):
        open_file(tmp_path)


def test_a_database_of_a_newer_version_is_told(address: str) -> None:
    database = open_database(address)
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9001'"))
    database.close()
    with pytest.raises(StoreError, match="более новой версией программы"):
        open_database(address)


@pytest.mark.parametrize(
    ("url", "words"),
    [("просто слова", "не понят"), ("nosuch://server/base", "не установлен драйвер")],
)
def test_an_address_that_cannot_be_used_is_told(url: str, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        open_database(url)


def test_a_folder_instead_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="папка, а нужен файл"):
        open_database(f"sqlite:///{tmp_path}")


def test_a_failure_in_the_middle_of_a_saving_stores_nothing(database: Database) -> None:
    revision = data_revision(database)
    with pytest.raises(RuntimeError, match="вдруг"):
        _fail_after_writing(database)
    with database.read() as session:
        assert session.execute(text("SELECT count(*) FROM district WHERE name = 'x'")).scalar() == 0
    assert data_revision(database) == revision


def _fail_after_writing(database: Database) -> None:
    with database.write() as session:
        session.execute(text("UPDATE district SET name = 'x'"))
        raise RuntimeError("вдруг")
