"""The server goes away and comes back: a sentence, nothing half stored, and the next try simply works."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts_reading import data_revision, read_year_facts
from cmn_core.store.failures import DatabaseUnavailable, SavingUnknown, StoreError
from cmn_core.store.population import save_population
from cmn_core.store.reports import read_versions
from tests.postgresql import NO_PROGRAMS, TestServer, find_programs, run_process
from tests.severed_link import SeveredLink, link_to
from tests.store.made_readings import NOW, TARA, children, decide, population, row, save

COMMIT = b"COMMIT\0"
"""The whole message: a transaction may begin as READ COMMITTED."""
TABLES = ("report", "organisation", "organisation_figures", "programme_row", "report_sums", "audit_entry")
ROWS = [row("СОШ № 1", (5, 1, 1), "А", "own"), row("СОШ № 2", (2, 0, 0), "Б", "own")]


@pytest.fixture
def link(postgresql_address: str) -> Iterator[SeveredLink]:
    address = make_url(postgresql_address)
    with link_to(address.host or "", address.port or 5432) as opened:
        yield opened


@pytest.fixture
def database(postgresql_address: str, link: SeveredLink) -> Iterator[Database]:
    """The test's database behind a link that can be cut."""
    through = make_url(postgresql_address).set(host="127.0.0.1", port=link.port)
    opened = open_database(through.render_as_string(hide_password=False))
    yield opened
    opened.close()


def count_everything(database: Database) -> list[int]:
    """Count what a saved report leaves in the tables."""
    with database.read() as session:
        return [
            session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in (
                "report",
                "organisation",
                "organisation_figures",
                "programme_row",
                "report_sums",
                "audit_entry",
            )
        ]


def test_a_cut_link_is_told_while_reading_and_the_next_reading_works(database: Database, link: SeveredLink) -> None:
    save(database, ROWS)
    link.cut()
    for _ in range(2):
        with pytest.raises(DatabaseUnavailable, match="не отвечает"):
            read_year_facts(database, 2020)
    link.mend()
    assert len(read_year_facts(database, 2020).reports) == 1


def test_a_link_cut_in_the_middle_of_a_saving_leaves_nothing_half_stored(database: Database, link: SeveredLink) -> None:
    before, revision = count_everything(database), data_revision(database)
    # By then the report, its organisations and its figures have been sent.
    link.lose_answer_to(b"INSERT INTO programme_row")
    with pytest.raises(DatabaseUnavailable, match="Ничего не сохранено") as told:
        save(database, ROWS)
    assert not isinstance(told.value, SavingUnknown)
    link.mend()
    assert (count_everything(database), data_revision(database)) == (before, revision)
    assert save(database, ROWS).outcome == "saved"


def test_a_commit_whose_answer_was_lost_is_not_doubled_by_trying_again(database: Database, link: SeveredLink) -> None:
    link.lose_answer_to(COMMIT)
    with pytest.raises(SavingUnknown, match="неизвестно"):
        save(database, ROWS)
    link.mend()
    stored, revision = count_everything(database), data_revision(database)
    again = save(database, ROWS)
    assert (again.outcome, again.version) == ("unchanged", 1)
    assert (count_everything(database), data_revision(database)) == (stored, revision)
    assert [version.in_force for version in read_versions(database, decide().key)] == [True]


def test_a_new_version_whose_answer_was_lost_is_not_doubled_either(database: Database, link: SeveredLink) -> None:
    first = save(database, ROWS)
    newer, compared = [replace(ROWS[0], involved_before=9), ROWS[1]], decide(compared_with=first.report_id)
    link.lose_answer_to(COMMIT)
    with pytest.raises(SavingUnknown):
        save(database, newer, compared, content=b"second")
    link.mend()
    again = save(database, newer, compared, content=b"second")
    assert (again.outcome, again.version) == ("unchanged", 2)
    assert [version.version for version in read_versions(database, decide().key)] == [2, 1]


def test_population_whose_answer_was_lost_is_not_doubled(database: Database, link: SeveredLink) -> None:
    reading = population([children(TARA, 4000)])
    link.lose_answer_to(COMMIT)
    with pytest.raises(SavingUnknown):
        save_population(database, reading, b"population", author="Центр", now=NOW)
    link.mend()
    (again,) = save_population(database, reading, b"population", author="Центр", now=NOW)
    assert (again.outcome, again.version) == ("unchanged", 1)


@pytest.mark.slow
def test_a_server_that_stops_and_starts_needs_no_restart_of_ours() -> None:
    programs = find_programs()
    if programs is None:
        pytest.skip(NO_PROGRAMS)
    with run_process(programs) as process:
        database = open_database(process.server.address_of("omsk"))
        first = save(database, ROWS)
        process.stop()
        for _ in range(2):
            with pytest.raises(DatabaseUnavailable, match="не отвечает"):
                read_year_facts(database, 2020)
            with pytest.raises(DatabaseUnavailable, match="Ничего не сохранено"):
                save(database, ROWS, decide(compared_with=first.report_id), content=b"second")
        process.start()
        assert save(database, ROWS, decide(compared_with=first.report_id), content=b"second").version == 2
        assert len(read_year_facts(database, 2020).reports) == 1
        database.close()


def test_a_text_that_the_server_cannot_hold_is_the_reports_fault_not_the_servers(database: Database) -> None:
    with pytest.raises(StoreError, match="который база данных не хранит") as told:
        save(database, [row("СОШ\0 № 1")])
    assert not isinstance(told.value, DatabaseUnavailable)
    # An index holds some 2 700 bytes; only a text without repetitions cannot be pressed into that.
    endless = "".join(random.Random(11).choices("абвгдежзиклмнопрстуфхцчшщ", k=9000))
    with pytest.raises(StoreError, match="слишком длинный") as told:
        save(database, [row(f"СОШ {endless}")])
    assert not isinstance(told.value, DatabaseUnavailable)
    assert count_everything(database) == [0] * len(TABLES)


def test_connections_that_the_server_ended_are_replaced_unseen(
    database: Database, postgresql_server: TestServer
) -> None:
    save(database, ROWS)
    with postgresql_server.connect() as connection:
        ended = connection.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND application_name = 'cmn'"
        ).fetchone()
    assert ended is not None
    assert ended[0] > 0
    assert len(read_year_facts(database, 2020).reports) == 1
    assert save(database, ROWS).outcome == "unchanged"


def test_a_connection_ended_inside_a_saving_stores_nothing(database: Database, postgresql_server: TestServer) -> None:
    before = count_everything(database)
    with pytest.raises(DatabaseUnavailable, match="не отвечает"):
        _end_in_the_middle(database, postgresql_server)
    assert count_everything(database) == before
    with database.read() as session:
        assert session.execute(text("SELECT count(*) FROM district WHERE name IN ('x', 'y')")).scalar() == 0
    assert save(database, ROWS).outcome == "saved"


def test_a_writer_that_holds_on_too_long_is_told_and_readers_do_not_wait(postgresql_address: str) -> None:
    patient, hasty = open_database(postgresql_address), open_database(postgresql_address, patience_s=0.2)
    with patient.write() as session:
        session.execute(text("UPDATE district SET name = 'x'"))
        with pytest.raises(DatabaseUnavailable, match="занята"):
            save(hasty, ROWS)
        assert read_year_facts(hasty, 2020).reports == ()
        session.rollback()
    assert save(hasty, ROWS).outcome == "saved"
    patient.close()
    hasty.close()


def test_a_reader_sees_one_picture_while_others_save(postgresql_address: str) -> None:
    reader, writer = open_database(postgresql_address), open_database(postgresql_address)
    with reader.read() as session:
        before = session.execute(text("SELECT revision FROM data_revision")).scalar_one()
        save(writer, ROWS)
        assert session.execute(text("SELECT revision FROM data_revision")).scalar_one() == before
        assert session.execute(text("SELECT count(*) FROM report")).scalar_one() == 0
    assert data_revision(reader) == before + 1
    reader.close()
    writer.close()


def _end_in_the_middle(database: Database, server: TestServer) -> None:
    with database.write() as session:
        session.execute(text("UPDATE district SET name = 'x'"))
        pid = session.execute(text("SELECT pg_backend_pid()")).scalar_one()
        with server.connect() as connection:
            connection.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        session.execute(text("UPDATE district SET name = 'y'"))
