"""Processes that sign people in at the same moment."""

from sqlalchemy import select
from sqlmodel import col

from cmn_core.reference.sign_in import read_sign_in_rules
from cmn_core.store.engine import open_database
from cmn_core.store.failures import StoreError
from cmn_core.store.sign_ins import find_actor
from cmn_core.store.tables import AuditEntry, Secret
from tests.store.made_people import NOW, PASSWORD, add, come_in
from tests.store.together import run_together


def test_processes_that_enter_at_once_all_do_and_all_are_recorded(address: str) -> None:
    database = open_database(address)
    add(database)
    results = run_together(_enter_in, [(address, PASSWORD)] * 3)
    assert len(set(results)) == 3
    assert all(find_actor(database, token, now=NOW) is not None for token in results)
    with database.read() as session:
        numbers = session.scalars(select(col(AuditEntry.number)).order_by(col(AuditEntry.number))).all()
        assert len(session.scalars(select(Secret)).all()) == 1
    assert numbers == [1, 2, 3, 4]
    database.close()


def test_processes_that_guess_at_once_share_one_count(address: str) -> None:
    database = open_database(address)
    add(database)
    results = run_together(_guess_in, [(address, 5), (address, 5), (address, 5)])
    assert sum(results) == read_sign_in_rules().account_tries, "no more were looked at than one process had allowed"
    database.close()


def _enter_in(address: str, password: str) -> str:
    database = open_database(address)
    try:
        return come_in(database, password=password).token
    finally:
        database.close()


def _guess_in(address: str, times: int) -> int:
    """Return how many of the guesses were counted."""
    database = open_database(address)
    counted = 0
    try:
        for _ in range(times):
            try:
                come_in(database, password="не тот")
            except StoreError as refusal:
                counted += "не подходит" in refusal.message
        return counted
    finally:
        database.close()
