"""`kill -9` at any moment leaves the old state or the new one, never a part."""

import os
import random
import signal
import time
from multiprocessing.synchronize import Event

import pytest
from sqlalchemy import text

from cmn_core.period import Period
from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts import SumsRow
from cmn_core.store.facts_reading import read_organisation_facts, read_practices, read_year_facts
from cmn_core.store.reports import read_in_force
from tests.store.made_readings import TARA, decide, row, save
from tests.store.together import CONTEXT

KILLS = 20
ORGANISATIONS = 40


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL to send")
def test_a_kill_leaves_whole_reports_only(address: str) -> None:
    open_database(address).close()
    moments = random.Random(11)
    for kill in range(KILLS):
        busy = CONTEXT.Event()
        process = CONTEXT.Process(target=_save_for_ever, args=(address, kill, busy))
        process.start()
        assert busy.wait(timeout=60)
        time.sleep(moments.random() * 0.1)
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        assert check_whole(address) > kill


def check_whole(address: str) -> int:
    """Check every report in force against its file's rows; return how many versions there are."""
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
    database.close()
    return int(versions)


def _check_report(database: Database, report_id: int, sums: list[SumsRow]) -> None:
    facts = read_organisation_facts(database, TARA, [report_id])
    people = sum(item.people.drawn_in for item in sums if item.form is None)
    assert len(facts) == len(read_practices(database, TARA, [report_id])) == ORGANISATIONS
    assert people == sum(item.people.drawn_in for item in facts)
    assert people % ORGANISATIONS == 0, "each version gives all its organisations one number"


def _save_for_ever(address: str, kill: int, busy: Event) -> None:
    database = open_database(address)
    attempt = 0
    while True:
        attempt += 1
        decisions = decide(period=Period(2020, 1 + attempt % 3))
        in_force = read_in_force(database, decisions.key)
        rows = [row(f"Школа № {n}", (attempt, kill, 1), "А", "own") for n in range(ORGANISATIONS)]
        compared = decide(period=decisions.period, compared_with=in_force.report_id if in_force else None)
        save(database, rows, compared, content=f"{kill}-{attempt}".encode() * 5000)
        busy.set()
