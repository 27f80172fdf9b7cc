"""A damaged file is told with the newest backup and the command that brings the data back; that command works."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cmn_core.keeping.backup_folder import BackupFolder
from cmn_core.keeping.backup_settings import BackupSettings
from cmn_core.keeping.daily_work import make_daily_backup
from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from tests.commands.answers import Cmn, assert_one_line
from tests.pages.shell import SHELL
from tests.store.made_readings import NOW, decide, open_file, row, save

ASKED = ("indicators", "--period", "2020-11", "--level", "region", "--json")


def _truncate(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _cut_to_nothing_but_a_start(file: Path) -> None:
    os.truncate(file, 700)


def _overwrite_the_middle(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[8192 : len(content) // 2] = os.urandom(len(content) // 2 - 8192)
    file.write_bytes(content)


def _overwrite_the_head(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[:100] = os.urandom(100)
    file.write_bytes(content)


DAMAGE = [_truncate, _cut_to_nothing_but_a_start, _overwrite_the_middle, _overwrite_the_head]


@pytest.fixture
def kept(database: Path) -> str:
    """A database with a backup in its folder; return its address."""
    database.parent.mkdir(parents=True, exist_ok=True)
    opened = open_file(database.parent)
    save(opened, [row(f"МБОУ «Школа № {number}»", (number, 1, 1), "А", "own") for number in range(1, 300)])
    folder = BackupFolder(database.parent / "backups", "cmn")
    make_daily_backup(opened, folder, NOW.date(), BackupSettings(), by=Author("по расписанию", NOW))
    opened.close()
    return f"sqlite:///{database}"


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_a_damaged_file_is_told_and_brought_back(
    cmn: Cmn, kept: str, database: Path, damage: Callable[[Path], None]
) -> None:
    before = cmn(*ASKED).out
    damage(database)
    answers = [cmn("backup", database.parent / "new.zip"), cmn("serve")]
    copy = database.parent / "backups" / "cmn-2020-11-24.zip"
    for answer in answers:
        assert (answer.code, answer.out) == (1, "")
        assert_one_line(answer.err)
        assert "повреждён" in answer.err
        assert f"Последняя копия: {copy}, от 24.11.2020 09:30" in answer.err
        assert f'cmn restore "{copy}" --aside --database "{kept}"' in answer.err
    assert not (database.parent / "new.zip").exists()
    spoilt = database.read_bytes()
    restored = cmn("restore", copy, "--aside", "--database", kept)
    assert (restored.code, restored.err) == (0, "")
    (former,) = database.parent.glob("cmn.sqlite3.*.old")
    assert str(former) in restored.out
    assert former.read_bytes() == spoilt
    assert cmn(*ASKED).out == before
    assert cmn("audit", "verify", "--against", copy).code == 0


def test_a_damaged_file_is_told_on_the_page(kept: str, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _overwrite_the_head(database)
    monkeypatch.setenv("CMN_DATABASE_URL", kept)
    page = AppTest.from_file(str(SHELL), default_timeout=60).run()
    assert not page.exception
    told = page.error[0].value.replace("\\", "").replace("\u2060", "")
    assert "повреждён" in told
    assert "cmn-2020-11-24.zip, от 24.11.2020 09:30. Остановите приложение и выполните: cmn restore" in told


def test_a_lost_wal_is_noticed_by_the_newest_copy(cmn: Cmn, kept: str, database: Path) -> None:
    """What stood in the WAL alone is gone without a trace; only the copy remembers more."""
    shutil.copy(database, database.parent / "main-file-alone")
    opened = open_database(kept)
    save(opened, [row("МБОУ «Школа № 1»", (7, 1, 1))], decide(period=decide().period.shifted(1)), content=b"2")
    folder = BackupFolder(database.parent / "backups", "cmn")
    make_daily_backup(opened, folder, NOW.date().replace(day=25), BackupSettings(), by=Author("по расписанию", NOW))
    opened.close()
    for ending in ("-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)
    shutil.copy(database.parent / "main-file-alone", database)
    copy = database.parent / "backups" / "cmn-2020-11-25.zip"
    assert cmn("audit", "verify").code == 0
    verified = cmn("audit", "verify", "--against", copy)
    assert verified.code == 1
    assert "или база старше копии" in verified.out
    with socket.create_server(("127.0.0.1", 0)) as busy:
        served = cmn("serve", "--port", str(busy.getsockname()[1]))
    assert f"Внимание: копия {copy}" in served.err


def test_a_failed_restoring_puts_the_former_file_back(cmn: Cmn, kept: str, database: Path, tmp_path: Path) -> None:
    before = database.read_bytes()
    (tmp_path / "bad.zip").write_bytes(b"no backup")
    assert cmn("restore", tmp_path / "bad.zip", "--aside", "--database", kept).code == 1
    copy = database.parent / "backups" / "cmn-2020-11-24.zip"
    shutil.copy(copy, tmp_path / "cut.zip")
    content = bytearray((tmp_path / "cut.zip").read_bytes())
    content[400:500] = bytes(100)
    (tmp_path / "cut.zip").write_bytes(content)
    assert cmn("restore", tmp_path / "cut.zip", "--aside", "--database", kept).code == 1
    assert database.read_bytes() == before
    assert not list(database.parent.glob("*.old*"))
    assert cmn("restore", copy, "--aside", "--database", "postgresql://u@server/cmn").code == 2
