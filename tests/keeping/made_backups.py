"""A database with a little of everything, its backups, and backups that somebody retouched."""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from cmn_core.keeping.backup_reading import open_backup
from cmn_core.keeping.backup_writing import write_backup
from cmn_core.keeping.manifest import MANIFEST, Manifest
from cmn_core.keeping.restoring import Restored, restore_backup
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.population import save_population
from cmn_core.store.settings import override_target
from cmn_core.store.tables import Organisation, PersonRow, Secret, SignIn
from tests.store.made_readings import NOW, OCTOBER, OMSK, TARA, children, decide, population, row, save
from tests.store.small_district import save_small_district

BY = Author("Иванова", NOW)
TOKEN = "digest-of-a-token"
Rows = list[list[object]]


def fill(database: Database) -> None:
    """Save two reports, one of them twice, a denominator, a target, an account, a merged organisation."""
    first = save(database, [row("МБОУ «Школа № 1»", (5, 1, 2), "Ёлка", "own"), row("МБОУ «Школа № 2»", (3, 0, 1))])
    save(database, [row("МБОУ «Школа № 1»", (6, 1, 2))], decide(compared_with=first.report_id), content=b"second")
    save(database, [row("МБОУ «Лицей»", (9, 2, 3))], decide(OMSK, period=OCTOBER), content=bytes(range(256)) * 40)
    save_small_district(database, sender=OMSK)
    rows = [children(TARA, 4000), children(OMSK, 90_000)]
    save_population(database, population(rows), b"population", author="Иванова", now=NOW, confirmed=True)
    override_target(database, "coverage", 2025, None, author="Иванова", now=NOW)
    with database.write() as session:
        # Points at a row that comes later.
        session.get_one(Organisation, 1).merged_into_id = 2
        person = PersonRow(login="i", login_key="i", name="Иванова", role="centre", created_at=NOW)
        session.add_all([person, Secret(value="key-of-cookies")])
        session.flush()
        entry = SignIn(person_id=person.id or 0, token_digest=TOKEN, started_at=NOW, seen_at=NOW, address="", device="")
        session.add(entry)


def back_up(database: Database, path: Path) -> Manifest:
    return write_backup(database, path, now=NOW)


def restore(path: Path, address: str, *, figures_may_differ: bool = False) -> Restored:
    with path.open("rb") as stream, open_backup(stream, path.name) as backup:
        return restore_backup(backup, address, by=BY, figures_may_differ=figures_may_differ)


def retouch(
    path: Path,
    *,
    table: str = "",
    change: Callable[[Rows], Rows] = lambda rows: rows,
    manifest: Callable[[dict[str, object]], None] = lambda told: None,
) -> Path:
    """Change rows (the first names the columns) and the manifest, and make all checksums right again."""
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    told = json.loads(members.pop(MANIFEST))
    if table:
        name = f"tables/{table}.jsonl"
        rows = change([json.loads(line) for line in members[name].splitlines()])
        members[name] = b"".join(json.dumps(item, ensure_ascii=False).encode() + b"\n" for item in rows)
        part = next(part for part in told["parts"] if part["table"] == table)
        part |= {"rows": len(rows) - 1, "size": len(members[name]), "sha256": sha256(members[name]).hexdigest()}
    manifest(told)
    return write_archive(path, [*members.items(), (MANIFEST, json.dumps(told).encode())])


def write_archive(path: Path, members: Iterable[tuple[str, bytes]]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path
