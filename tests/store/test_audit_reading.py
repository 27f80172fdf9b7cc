"""The record is read by indexes in the order of the page: what is shown costs, not what is stored."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from cmn_core.access import AccessDenied, Person
from cmn_core.store.audit import Author, write_audit
from cmn_core.store.audit_reading import NOBODY, RecordFilter, read_record
from cmn_core.store.engine import Database
from cmn_core.store.sessions import Actor
from tests.store.made_readings import NOW, TARA, open_file, row, save

FILTERS = {
    "all": RecordFilter(),
    "since": RecordFilter(since=NOW.date()),
    "until": RecordFilter(until=NOW.date()),
    "person": RecordFilter(person=1),
    "nobody": RecordFilter(person=NOBODY),
    "action": RecordFilter(action="report_saved"),
    "district": RecordFilter(district=TARA),
}


def test_portions_follow_one_another_without_loss(database: Database) -> None:
    """Half of the lines bear one and the same moment, and the clock was set back once."""
    for number in range(20):
        with database.write() as session:
            at = NOW if number % 2 else NOW + timedelta(minutes=number * (-1 if number > 10 else 1))
            write_audit(session, "organisations_added", Author("Иванова", at), count=number)
    whole = read_record(database, RecordFilter(), most=100)
    assert sorted(line.number for line in whole.lines) == list(range(1, 21))
    assert [line.at for line in whole.lines] == sorted((line.at for line in whole.lines), reverse=True)
    read, before = [], None
    while True:
        portion = read_record(database, RecordFilter(), most=3, before=before)
        read += portion.lines
        if not portion.has_more:
            break
        before = portion.lines[-1].number
    assert tuple(read) == whole.lines


def test_a_deed_belongs_to_the_municipality_of_its_report_or_organisation(database: Database) -> None:
    save(database, [row("МБОУ «Школа № 1»", (1, 0, 0))])
    with database.write() as session:
        write_audit(session, "organisation_corrected", Author("Иванова", NOW), organisation_id=1)
        write_audit(session, "original_taken", Author("Иванова", NOW), report_id=1)
        write_audit(session, "originals_erased", Author("Иванова", NOW), reports=[1])
    lines = read_record(database, RecordFilter(district=TARA), most=9).lines
    assert [line.action for line in lines] == ["original_taken", "organisation_corrected", "report_saved"]
    assert {(line.organisation, line.period) for line in lines[1:2]} == {("МБОУ «Школа № 1»", None)}


@pytest.mark.parametrize("asked", FILTERS.values(), ids=FILTERS)
def test_no_filter_sorts_or_walks_the_whole_record(tmp_path: Path, asked: RecordFilter) -> None:
    database = open_file(tmp_path)
    said: list[tuple[str, tuple[object, ...]]] = []
    with database.read() as session:
        engine = session.get_bind().engine

    def hear(_connection: object, _cursor: object, statement: str, parameters: tuple[object, ...], *_: object) -> None:
        said.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", hear)
    read_record(database, asked, most=50)
    event.remove(engine, "before_cursor_execute", hear)
    statement, parameters = next(item for item in said if "FROM audit_entry" in item[0])
    with database.read() as session:
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
    told = " ".join(str(step[-1]) for step in plan)
    assert "_at_number" in told
    assert "B-TREE" not in told


def test_who_may_not_see_the_record_reads_nothing(database: Database) -> None:
    person = Person(None, "t", "Тара", "district", frozenset({TARA}))
    with pytest.raises(AccessDenied):
        read_record(database.acting(Actor(person)), RecordFilter(district=TARA), most=1)
