"""Whatever lies where a backup should: it is told in words, and the database stays as it was."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from cmn_core.errors import CmnError
from cmn_core.keeping import backup_reading
from cmn_core.keeping.backup_reading import check_backup
from cmn_core.keeping.manifest import MANIFEST, BackupError
from cmn_core.store.audit_check import check_audit
from cmn_core.store.engine import Database, open_database
from cmn_core.store.failures import StoreError
from tests.keeping.made_backups import Rows, back_up, fill, restore, retouch, write_archive
from tests.store.made_readings import open_file, row, save

OLDER = Path(__file__).parents[1] / "data" / "backups" / "schema_0005.zip"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a good backup."""
    folder = tmp_path_factory.mktemp("made")
    database = open_file(folder)
    fill(database)
    back_up(database, folder / "cmn.zip")
    return (folder / "cmn.zip").read_bytes()


@pytest.fixture
def copy(made: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "копия.zip"
    path.write_bytes(made)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "new" / "cmn.sqlite3"


def _is_refused(copy: Path, target: Path, words: str) -> None:
    with pytest.raises(BackupError, match=words):
        restore(copy, f"sqlite:///{target}")
    assert list(target.parent.glob("*")) == []


@pytest.mark.parametrize("kept", [0, 1, 30, 0.3, 0.9, 0.999])
def test_a_cut_file_is_told(copy: Path, target: Path, made: bytes, kept: float) -> None:
    copy.write_bytes(made[: int(kept if kept >= 1 else kept * len(made))])
    _is_refused(copy, target, "не резервная копия этой программы, либо он повреждён")


def test_a_flipped_byte_is_told_or_means_nothing(copy: Path, tmp_path: Path, made: bytes) -> None:
    """Of an archive's bytes some mean nothing (a time, an attribute): then the backup reads as before."""
    places = random.Random(5)
    told = 0
    for _ in range(300):
        damaged = bytearray(made)
        place = places.randrange(len(made))
        damaged[place] ^= 1 << places.randrange(8)
        copy.write_bytes(damaged)
        try:
            with copy.open("rb") as stream:
                manifest = check_backup(stream, copy.name)
        except BackupError:
            told += 1
        else:
            assert manifest.rows_of("report") == 5, place
    assert told > 200


@pytest.mark.parametrize(
    "members",
    [
        [],
        [("readme.txt", b"nothing")],
        [(MANIFEST, b"not json")],
        [(MANIFEST, b"[]")],
        [(MANIFEST, b'{"kind": "cmn-backup", "format": 1}')],
        [("xl/workbook.xml", b"<workbook/>"), ("[Content_Types].xml", b"<Types/>")],
    ],
    ids=["empty", "other", "no json", "no object", "bare", "workbook"],
)
def test_a_foreign_archive_is_told(copy: Path, target: Path, members: list[tuple[str, bytes]]) -> None:
    write_archive(copy, members)
    _is_refused(copy, target, "не резервная копия")


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/passwd", "tables/../../evil", "C:\\evil", "tables/secret.jsonl"])
def test_a_part_that_nobody_listed_is_told_and_never_unpacked(copy: Path, target: Path, name: str) -> None:
    with ZipFile(copy, "a") as archive:
        archive.writestr(name, b"evil")
    _is_refused(copy, target, "части не те, что в описи")
    assert not list(target.parents[1].rglob("*evil*"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_told(copy: Path, target: Path) -> None:
    with ZipFile(copy, "a") as archive:
        archive.writestr("tables/report.jsonl", b"[]")
    _is_refused(copy, target, "tables/report.jsonl")


def test_a_bomb_is_told_before_it_is_read(copy: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_reading, "_LARGE", 100_000)
    retouch(copy, table="draft_cell", change=lambda rows: [*rows, *[["0" * 1000]] * 2000])
    _is_refused(copy, target, "часть draft_cell не такая")


def test_a_line_without_an_end_is_not_read_to_its_end(
    copy: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_reading, "_LONGEST_LINE", 5000)
    retouch(copy, table="draft_cell", change=lambda rows: [*rows, ["0" * 10_000]])
    _is_refused(copy, target, "повреждён")


def _say(**words: Any) -> Callable[[dict[str, object]], None]:
    return lambda told: told.update(words)


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        (_say(format=2), "более новой версией программы"),
        (_say(schema_revision="9999", program="9.1"), "более новой версией программы 9.1"),
        (_say(region="01000000"), "другого региона"),
        (_say(record_seal="0" * 64), "журнал в копии нарушен"),
        (_say(figures=[]), "показатели области считаются не так"),
        (lambda told: told["parts"].pop(), "части не те"),  # type: ignore[attr-defined]
    ],
    ids=["format", "schema", "region", "record", "figures", "a part less"],
)
def test_a_manifest_that_does_not_fit_is_told(
    copy: Path, target: Path, manifest: Callable[[dict[str, object]], None], words: str
) -> None:
    retouch(copy, manifest=manifest)
    _is_refused(copy, target, words)


def _without_first(rows: Rows) -> Rows:
    return [rows[0], *rows[2:]]


def _with(column: str, value: object) -> Callable[[Rows], Rows]:
    def change(rows: Rows) -> Rows:
        place = rows[0].index(column)
        return [rows[0], *([*item[:place], value, *item[place + 1 :]] for item in rows[1:])]

    return change


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("audit_entry", _with("author", "Чужой"), r"Строка № 1 не сходится"),
        ("audit_entry", _without_first, r"нет строки № 1"),
        ("report_sums", _with("involved_before", 999), r"стало"),
        ("report", _with("saved_at", "вчера"), "повреждён"),
        ("report", _with("original", "не base64"), "повреждён"),
        ("report", _with("sender_id", 999), "повреждён|строки без хозяина"),
        ("report", lambda rows: [[*rows[0], "more"], *[[*item, 1] for item in rows[1:]]], "повреждён"),
        ("report", lambda rows: [rows[0], *[item[:3] for item in rows[1:]]], "повреждён"),
        ("report", lambda rows: [], "повреждён"),
    ],
)
def test_rows_that_somebody_retouched_do_not_get_in(
    copy: Path, target: Path, table: str, change: Callable[[Rows], Rows], words: str
) -> None:
    """Checksums are no signature: what the record, the figures or the tables forbid is refused all the same."""
    retouch(copy, table=table, change=change)
    with pytest.raises(CmnError, match=words):
        restore(copy, f"sqlite:///{target}")
    assert list(target.parent.glob("*")) == []


def test_figures_that_differ_may_be_accepted_in_words(copy: Path, target: Path) -> None:
    retouch(copy, table="report_sums", change=_with("involved_before", 999))
    restored = restore(copy, f"sqlite:///{target}", figures_may_differ=True)
    assert any("Охват" in line and "было" in line for line in restored.differences)


def test_a_database_in_use_is_left_alone(copy: Path, database: Database, address: str) -> None:
    save(database, [row("МБОУ «Школа № 9»", (1, 1, 1))])
    before = check_audit(database).head
    with pytest.raises(StoreError, match="уже есть данные"):
        restore(copy, address)
    assert check_audit(database).head == before


def test_a_failed_restoring_leaves_an_unused_database_unused(copy: Path, address: str) -> None:
    open_database(address).close()
    good = copy.read_bytes()
    retouch(copy, manifest=_say(figures=[]))
    with pytest.raises(BackupError):
        restore(copy, address)
    opened = open_database(address)
    assert check_audit(opened).head.lines == 0
    opened.close()
    copy.write_bytes(good)
    assert restore(copy, address).manifest.rows_of("report") == 5


def test_a_backup_of_an_older_schema_is_brought_up(address: str) -> None:
    restored = restore(OLDER, address)
    assert restored.manifest.schema_revision == "0005"
    opened = open_database(address)
    assert check_audit(opened, restored.manifest.record).head.lines == restored.manifest.record_lines + 1
    opened.close()
