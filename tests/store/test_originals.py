"""The sender's file is kept for its term; its hash and rows stay."""

from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import data_revision, read_organisation_facts
from cmn_core.store.reports import erase_old_originals, find_same_bytes, read_original
from tests.store.made_readings import NOW, OCTOBER, TARA, decide, row, save


def test_a_file_is_erased_after_its_term_and_its_rows_stay(database: Database) -> None:
    old = save(database, [row("СОШ № 1", (5, 0, 0))], decide(period=OCTOBER), now=NOW.replace(month=10))
    new = save(database, [row("СОШ № 1", (6, 0, 0))], content=b"second")
    later = NOW.replace(year=2022)
    assert erase_old_originals(database, author="служба", now=later) == 1
    assert read_original(database, old.report_id) is None
    assert read_original(database, new.report_id) == ("отчёт.xlsx", b"second")
    assert read_organisation_facts(database, TARA, [old.report_id])[0].people.involved_before == 5
    assert find_same_bytes(database, sha256(b"first").hexdigest())[0].report_id == old.report_id
    assert read_audit(database)[0].details == {"reports": [old.report_id]}
    revision = data_revision(database)
    assert erase_old_originals(database, author="служба", now=later) == 0
    assert data_revision(database) == revision


def test_a_report_without_bytes_has_no_original(database: Database) -> None:
    saved = save(database, [row("СОШ № 1")], content=b"")
    assert read_original(database, saved.report_id) is None
    assert read_original(database, 999) is None


def test_moments_are_shown_by_the_regions_clock(database: Database) -> None:
    save(database, [row("СОШ № 1")], now=datetime(2020, 11, 23, 20, 0, tzinfo=ZoneInfo("UTC")))
    save(database, [row("СОШ № 1")], decide(period=OCTOBER), content=b"2", now=datetime(2020, 11, 24, 2, 0))
    assert [f"{line.at:%d.%m.%Y %H:%M}" for line in read_audit(database)] == ["24.11.2020 02:00"] * 2
