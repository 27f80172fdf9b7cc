"""Once a day, by one of all processes: files whose term has ended go, a backup is made, old backups go."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from cmn_core.errors import UsageError
from cmn_core.keeping import daily_work
from cmn_core.keeping.backup_folder import BackupFolder, KeptBackup, choose_surplus, folder_of
from cmn_core.keeping.backup_settings import BackupSettings, read_backup_settings
from cmn_core.keeping.daily_work import DailyWork, due_day, make_daily_backup, working_daily
from cmn_core.store.audit import Author, read_audit
from cmn_core.store.engine import open_database
from cmn_core.store.location import parse_address
from cmn_core.store.reports import read_original
from tests.keeping.made_backups import fill
from tests.store.made_readings import NOW, decide, open_file, row, save
from tests.store.together import run_together

SETTINGS = BackupSettings(at=time(2), keep=3, keep_months=2)


@dataclass
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def address(tmp_path: Path) -> str:
    database = open_file(tmp_path)
    fill(database)
    database.close()
    return f"sqlite:///{tmp_path / 'cmn.sqlite3'}"


def _names(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize(
    ("days", "keep", "months", "stay"),
    [
        ("", 3, 2, ""),
        ("03-01 03-02", 3, 0, "03-01 03-02"),
        ("03-01 03-02 03-03 03-04", 3, 0, "03-02 03-03 03-04"),
        ("03-01 03-02 03-03 03-04", 3, 1, "03-01 03-02 03-03 03-04"),
        ("01-30 01-31 02-05 02-06 03-09 03-10 03-11", 2, 2, "02-05 03-09 03-10 03-11"),
        ("01-30 01-31 02-05 02-06 03-09 03-10 03-11", 2, 9, "01-30 02-05 03-09 03-10 03-11"),
        ("01-30 01-31 02-05 02-06 03-09 03-10 03-11", 1, 0, "03-11"),
    ],
)
def test_the_newest_and_the_first_of_each_month_stay(days: str, keep: int, months: int, stay: str) -> None:
    backups = [KeptBackup(date.fromisoformat(f"2021-{day}"), Path(day)) for day in days.split()]
    gone = choose_surplus(backups, BackupSettings(keep=keep, keep_months=months))
    assert " ".join(str(backup.path) for backup in backups if backup not in gone) == stay


@pytest.mark.parametrize(
    ("now", "day"), [("24 01:59", "2020-11-23"), ("24 02:00", "2020-11-24"), ("24 23:59", "2020-11-24")]
)
def test_the_day_whose_backup_should_be_there(now: str, day: str) -> None:
    assert str(due_day(datetime.fromisoformat(f"2020-11-{now}"), SETTINGS)) == day


def test_a_week_of_nights(address: str, tmp_path: Path) -> None:
    clock = Clock(NOW)
    work = DailyWork(address, SETTINGS, clock)
    copies = tmp_path / "backups"
    for night in range(8):
        clock.now = NOW + timedelta(days=night)
        for _ in range(3):
            work.look()
        assert f"cmn-{clock.now:%Y-%m-%d}.zip" in _names(copies)
    # NOW is 24.11: the first of November, the first of December, and the three newest.
    assert _names(copies) == [
        "cmn-2020-11-24.zip", "cmn-2020-11-29.zip", "cmn-2020-11-30.zip", "cmn-2020-12-01.zip",
    ]  # fmt: skip
    lines = [line.action for line in read_audit(open_database(address)) if line.author == daily_work.AUTHOR]
    assert lines == ["backup_made"] * 8


def test_files_that_are_not_ours_stay(address: str, tmp_path: Path) -> None:
    copies = tmp_path / "backups"
    copies.mkdir()
    others = [
        "cmn-2019-01-01.zip",
        "cmn-2019-13-01.zip",
        "other-2019-01-01.zip",
        "заметки.txt",
        "cmn-2019-01-02.zip.old",
    ]
    for name in others:
        (copies / name).write_bytes(b"not a backup")
    clock = Clock(NOW)
    for night in range(5):
        clock.now = NOW + timedelta(days=night)
        DailyWork(address, BackupSettings(keep=1, keep_months=0), clock).look()
    assert _names(copies) == sorted([*others, "cmn-2020-11-28.zip"])


def test_a_failure_is_written_down_and_tried_again_in_an_hour(address: str, tmp_path: Path) -> None:
    blocked = tmp_path / "backups"
    blocked.write_text("a file where the folder should be")
    clock = Clock(NOW)
    work = DailyWork(address, SETTINGS, clock)
    for minutes in (0, 1, 59):
        clock.now = NOW + timedelta(minutes=minutes)
        work.look()
    failed = [line for line in read_audit(open_database(address)) if line.action == "backup_failed"]
    assert [line.details["reason"][:11] for line in failed] == ["Папка копий"]
    blocked.unlink()
    clock.now = NOW + timedelta(minutes=61)
    work.look()
    assert _names(blocked) == ["cmn-2020-11-24.zip"]


def test_no_backup_of_a_database_that_nobody_has_used(tmp_path: Path) -> None:
    open_file(tmp_path, "empty.sqlite3").close()
    DailyWork(f"sqlite:///{tmp_path / 'empty.sqlite3'}", SETTINGS, Clock(NOW)).look()
    assert _names(tmp_path / "backups") == []


def test_files_are_erased_after_their_term_even_without_backups(address: str, tmp_path: Path) -> None:
    clock = Clock(NOW.replace(year=2023))
    work = DailyWork(address, BackupSettings(at="never"), clock)
    work.look()
    work.look()
    database = open_database(address)
    assert read_original(database, 3) is None
    erased = [line for line in read_audit(database) if line.action == "originals_erased"]
    assert [len(line.details["reports"]) for line in erased] == [5]
    assert _names(tmp_path / "backups") == []


def test_copies_of_a_database_that_lost_its_past_do_not_push_the_good_ones_out(tmp_path: Path) -> None:
    database = open_file(tmp_path)
    folder = BackupFolder(tmp_path / "backups", "cmn")
    settings = BackupSettings(keep=1, keep_months=0)
    by = Author(daily_work.AUTHOR, NOW)
    save(database, [row("МБОУ «Школа № 1»", (1, 0, 0))], content=b"1")
    assert make_daily_backup(database, folder, NOW.date(), settings, by=by)
    other = open_file(tmp_path, "other.sqlite3")
    save(other, [row("МБОУ «Школа № 2»", (1, 0, 0))], decide(author="Другой"), content=b"2")
    with pytest.raises(Exception, match="прежние оставлены"):
        make_daily_backup(other, folder, NOW.date() + timedelta(days=1), settings, by=by)
    assert _names(folder.path) == ["cmn-2020-11-24.zip", "cmn-2020-11-25.zip"]


def test_of_several_processes_one_makes_the_backup(address: str, tmp_path: Path) -> None:
    run_together(_look, [(address,)] * 3)
    assert _names(tmp_path / "backups") == ["cmn-2020-11-24.zip"]
    made = [line for line in read_audit(open_database(address)) if line.action == "backup_made"]
    assert len(made) == 1


def _look(address: str) -> None:
    DailyWork(address, SETTINGS, Clock(NOW)).look()


def test_the_thread_looks_by_itself_and_ends_with_its_block(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    looked = threading.Event()
    monkeypatch.setattr(daily_work, "_LOOK_S", 0.01)
    monkeypatch.setattr(DailyWork, "look", lambda self: looked.set())
    with working_daily(address, SETTINGS):
        assert looked.wait(timeout=10)
        thread = next(item for item in threading.enumerate() if item.name == "cmn daily work")
    thread.join(timeout=10)
    assert not thread.is_alive()


@pytest.mark.parametrize(
    ("address", "folder", "stem"),
    [
        ("sqlite:////var/lib/cmn/cmn.sqlite3", "/var/lib/cmn/backups", "cmn"),
        ("postgresql://u:p@server/cmn?schema=omsk", None, "cmn-omsk"),
        ("postgresql://u:p@server/база", None, "база"),
    ],
)
def test_where_the_backups_of_a_database_go(address: str, folder: str | None, stem: str) -> None:
    found = folder_of(parse_address(address), SETTINGS)
    assert found.stem == stem
    assert found.path.name == "backups"
    assert folder is None or found.path == Path(folder)
    assert folder_of(parse_address(address), BackupSettings(folder=Path("/elsewhere"))).path == Path("/elsewhere")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("AT", "в полночь", "«в полночь» не время"),
        ("KEEP", "0", "Нужно целое число"),
        ("KEEP", "много", "CMN_BACKUP_KEEP"),
    ],
)
def test_settings_that_cannot_be_read_are_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(f"CMN_BACKUP_{name}", value)
    with pytest.raises(UsageError, match=words) as refused:
        read_backup_settings()
    assert "Input" not in refused.value.message


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"AT": "never", "KEEP": "30", "FOLDER": "/copies"}.items():
        monkeypatch.setenv(f"CMN_BACKUP_{name}", value)
    settings = read_backup_settings()
    assert (settings.at, settings.keep, settings.keep_months, settings.folder) == (None, 30, 12, Path("/copies"))
