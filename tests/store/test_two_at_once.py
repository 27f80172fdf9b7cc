"""Several people at once: everything is saved, or the later one is told whose version came first."""

from concurrent.futures import ThreadPoolExecutor

from cmn_core.period import Period
from cmn_core.store.engine import Database, open_database
from cmn_core.store.facts_reading import data_revision, read_year_facts
from cmn_core.store.failures import StaleComparison
from cmn_core.store.reports import read_in_force, read_versions
from tests.store.made_readings import AZOVO, OMSK, TARA, decide, row, save
from tests.store.together import run_together

MONTHS = range(1, 7)


def save_half_year(database: Database, sender: str, author: str) -> int:
    """Save six months of three organisations each, all of them new to the database."""
    saved = 0
    for month in MONTHS:
        decisions = decide(sender, period=Period(2020, month), author=author)
        rows = [row(f"Школа {name} {author}", (month, 1, 1), "А", "own") for name in "абв"]
        save(database, rows, decisions, content=f"{sender}{month}{author}".encode())
        saved += 1
    return saved


def save_same_key(database: Database, author: str, times: int) -> tuple[int, int]:
    """Save versions of one report, each compared with the one in force; return the saved and the refused."""
    saved = refused = 0
    for attempt in range(times):
        in_force = read_in_force(database, decide().key)
        decisions = decide(author=author, compared_with=in_force.report_id if in_force else None)
        try:
            save(database, [row("СОШ № 1", (attempt, 0, 0))], decisions, content=f"{author}{attempt}".encode())
            saved += 1
        except StaleComparison:
            refused += 1
    return saved, refused


def test_threads_that_save_different_reports_all_succeed(database: Database) -> None:
    with ThreadPoolExecutor(3) as pool:
        saving = [pool.submit(save_half_year, database, sender, sender) for sender in (TARA, OMSK, AZOVO)]
        assert [future.result() for future in saving] == [6, 6, 6]
    check_all_saved(database, reports=18)


def test_processes_that_save_different_reports_all_succeed(address: str) -> None:
    open_database(address).close()
    results = run_together(_save_half_year_in, [(address, sender) for sender in (TARA, OMSK)])
    assert results == [6, 6]
    check_all_saved(open_database(address), reports=12)


def test_threads_that_save_one_report_lose_nothing_silently(database: Database) -> None:
    with ThreadPoolExecutor(3) as pool:
        saving = [pool.submit(save_same_key, database, author, 6) for author in "абв"]
        results = [future.result() for future in saving]
    check_same_key(database, results, attempts=18)


def test_processes_that_save_one_report_lose_nothing_silently(address: str) -> None:
    open_database(address).close()
    results = run_together(_save_same_key_in, [(address, author) for author in "аб"])
    check_same_key(open_database(address), results, attempts=16)


def test_what_one_process_saves_the_other_reads_at_once(address: str) -> None:
    database = open_database(address)
    assert read_year_facts(database, 2020).reports == ()
    seen = [data_revision(database)]
    for month in (1, 2, 3):
        assert run_together(_save_month_in, [(address, month)]) == ["saved"]
        facts = read_year_facts(database, 2020)
        assert [report.period.month for report in facts.reports] == list(range(1, month + 1))
        seen.append(data_revision(database))
        assert facts.revision == seen[-1]
    assert seen == [seen[0], *range(seen[0] + 1, seen[0] + 4)], "what is remembered of a revision ends with it"
    database.close()


def check_all_saved(database: Database, *, reports: int) -> None:
    facts = read_year_facts(database, 2020)
    assert len(facts.reports) == reports
    people = [sums for sums in facts.sums if sums.form is None]
    assert sum(sums.people.involved_before for sums in people) == reports // len(MONTHS) * 3 * sum(MONTHS)


def check_same_key(database: Database, results: list[tuple[int, int]], *, attempts: int) -> None:
    saved = sum(result[0] for result in results)
    assert saved + sum(result[1] for result in results) == attempts
    versions = read_versions(database, decide().key)
    assert [version.version for version in versions] == list(range(saved, 0, -1))
    assert [version.in_force for version in versions] == [True] + [False] * (saved - 1)


def _save_half_year_in(address: str, sender: str) -> int:
    database = open_database(address)
    try:
        return save_half_year(database, sender, sender)
    finally:
        database.close()


def _save_same_key_in(address: str, author: str) -> tuple[int, int]:
    database = open_database(address)
    try:
        return save_same_key(database, author, 8)
    finally:
        database.close()


def _save_month_in(address: str, month: int) -> str:
    database = open_database(address)
    try:
        return save(database, [row("СОШ № 1", (month, 0, 0))], decide(period=Period(2020, month))).outcome
    finally:
        database.close()
