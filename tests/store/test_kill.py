"""`kill -9` at any moment of saving, accepting, returning, undoing leaves the old state or the new one, no part."""

import random
from multiprocessing.synchronize import Event

import pytest
from sqlalchemy import text

from cmn_core.period import Period
from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts import SumsRow
from cmn_core.store.facts_reading import read_organisation_facts, read_practices, read_year_facts
from cmn_core.store.reports import bring_back, read_in_force, read_versions, undo_report
from tests.killed_at_work import kill_at_work, needs_sigkill
from tests.store.made_readings import NOW, TARA, decide, row, save
from tests.store.way import accept, give_back, unlock
from tests.store.way_model import check_way

KILLS = 50
ORGANISATIONS = 10


@pytest.mark.slow
@needs_sigkill
def test_a_kill_leaves_whole_reports_only(address: str) -> None:
    open_database(address).close()
    for _ in kill_at_work(_work_for_ever, address, kills=KILLS, within_s=0.1, seed=11):
        check_whole(address)
    assert _count_deeds(address) > KILLS


def check_whole(address: str) -> None:
    """Check that each report is whole, and that pointers, steps, states and the record agree."""
    database = open_database(address)
    with database.read() as session:
        if address.startswith("sqlite"):
            assert session.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        versions, saved, figures = (
            session.execute(text(f"SELECT count(*) FROM {rows}")).scalar_one()
            for rows in ("report", "audit_entry WHERE action = 'report_saved'", "organisation_figures")
        )
    assert (saved, figures) == (versions, versions * ORGANISATIONS)
    facts = read_year_facts(database, 2020)
    for report in facts.reports:
        _check_report(database, report.report_id, [sums for sums in facts.sums if sums.report_id == report.report_id])
    check_way(database)
    database.close()


def _check_report(database: Database, report_id: int, sums: list[SumsRow]) -> None:
    facts = read_organisation_facts(database, TARA, [report_id])
    people = sum(item.people.drawn_in for item in sums if item.form is None)
    assert len(facts) == len(read_practices(database, TARA, [report_id])) == ORGANISATIONS
    assert people == sum(item.people.drawn_in for item in facts)
    assert people % ORGANISATIONS == 0, "each version gives all its organisations one number"


def _count_deeds(address: str) -> int:
    """Return how many deeds were recorded; check that the ones that matter most were among them."""
    database = open_database(address)
    with database.read() as session:
        steps = session.execute(text("SELECT step, count(*) FROM report_step GROUP BY step")).all()
    database.close()
    assert {step for step, _ in steps} >= {"sent", "accepted", "returned", "undone"}
    return sum(count for _, count in steps)


def _work_for_ever(address: str, kill: int, busy: Event) -> None:
    """Send, judge and take back reports of three months in an order of this process's own."""
    database, choices = open_database(address), random.Random(kill)
    for attempt in range(1_000_000):
        _do_something(database, Period(2020, 1 + attempt % 3), choices, f"{kill}-{attempt}")
        busy.set()


def _do_something(database: Database, period: Period, choices: random.Random, mark: str) -> None:
    """Take one of the steps that the report in force has."""
    key = decide(period=period).key
    in_force = read_in_force(database, key)
    if in_force is None:
        _send(database, period, None, choices, mark)
    elif in_force.locked:
        choices.choice((unlock, give_back))(database, in_force.report_id)
    elif in_force.state == "accepted":
        _send(database, period, in_force.report_id, choices, mark)
    else:
        deed = choices.choice(("send", "accept", "accept", "return", "undo", "undo", "bring_back"))
        if deed == "send":
            _send(database, period, in_force.report_id, choices, mark)
        elif deed == "undo":
            undo_report(database, key, expected=in_force.report_id, author="Иванова", now=NOW)
        elif deed == "bring_back":
            version = choices.choice(read_versions(database, key)).report_id
            bring_back(database, version, expected=in_force.report_id, author="Иванова", now=NOW)
        else:
            (accept if deed == "accept" else give_back)(database, in_force.report_id)


def _send(database: Database, period: Period, compared_with: int | None, choices: random.Random, mark: str) -> None:
    counts = (choices.randrange(1000), choices.randrange(1000), 1)
    rows = [row(f"Школа № {n}", counts, "А", "own") for n in range(ORGANISATIONS)]
    save(database, rows, decide(period=period, compared_with=compared_with), content=mark.encode() * 5000)
