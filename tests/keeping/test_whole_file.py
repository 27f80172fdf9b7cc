"""A backup's file is there whole or not at all, and nothing lies beside it."""

import errno
import os
import stat
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from cmn_core.keeping import backup_writing, whole_file
from cmn_core.keeping.backup_reading import check_backup
from cmn_core.keeping.manifest import BackupError
from cmn_core.keeping.whole_file import write_whole
from tests.keeping.made_backups import back_up, fill
from tests.killed_at_work import kill_at_work
from tests.store.made_readings import open_file

KILLS = 12


@pytest.fixture(params=["nameless", "beside"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a disk that knows nameless files, and one on a disk that does not."""
    if request.param == "beside":
        monkeypatch.setattr(whole_file, "_open_nameless", lambda folder: None)
    made = tmp_path / "copies"
    made.mkdir()
    return made


def _names(folder: Path) -> list[str]:
    return [item.name for item in folder.iterdir()]


def test_a_new_file_and_one_that_replaces_another(folder: Path) -> None:
    for content in (b"first", b"second, longer", b"3"):
        with write_whole(folder / "cmn.zip") as stream:
            stream.write(content)
        assert (folder / "cmn.zip").read_bytes() == content
        assert _names(folder) == ["cmn.zip"]
    if os.name == "posix":
        assert stat.S_IMODE((folder / "cmn.zip").stat().st_mode) == 0o600


@pytest.mark.parametrize("before", [None, b"older"])
def test_a_failure_leaves_what_was_there(folder: Path, before: bytes | None) -> None:
    if before:
        (folder / "cmn.zip").write_bytes(before)
    with pytest.raises(ZeroDivisionError):
        _write_half(folder / "cmn.zip")
    assert _names(folder) == (["cmn.zip"] if before else [])
    assert not before or (folder / "cmn.zip").read_bytes() == before


def _write_half(path: Path) -> None:
    with write_whole(path) as stream:
        stream.write(b"half")
        raise ZeroDivisionError


def test_what_a_killed_process_left_goes_with_the_next_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_file, "_open_nameless", lambda folder: None)
    (tmp_path / ".cmn.zip.1.part").write_bytes(b"half")
    (tmp_path / ".other.zip.1.part").write_bytes(b"of another")
    with write_whole(tmp_path / "cmn.zip") as stream:
        stream.write(b"whole")
    assert sorted(_names(tmp_path)) == [".other.zip.1.part", "cmn.zip"]


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "нет места"), (errno.EACCES, "нет права"), (errno.EIO, "не записана")]
)
def test_a_disk_that_fails_is_told(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    database = open_file(tmp_path)
    fill(database)

    def fail(*_arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(backup_writing, "compute_region_figures", fail)
    with pytest.raises(BackupError, match=words):
        back_up(database, folder / "cmn.zip")
    assert _names(folder) == []


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux knows nameless files")
def test_a_kill_leaves_whole_files_only(tmp_path: Path) -> None:
    open_file(tmp_path).close()
    fill(open_file(tmp_path))
    copies = tmp_path / "copies"
    copies.mkdir()
    seen = 0
    for _ in kill_at_work(_back_up_for_ever, tmp_path, copies, kills=KILLS, within_s=0.2, seed=3):
        for file in copies.iterdir():
            with file.open("rb") as stream:
                assert check_backup(stream, file.name).rows_of("report") == 5
            seen += 1
            file.unlink()
    assert seen >= KILLS


def _back_up_for_ever(folder: Path, copies: Path, _kill: int, busy: Event) -> None:
    database = open_file(folder)
    number = 0
    while True:
        number += 1
        back_up(database, copies / f"{number}.zip")
        busy.set()
