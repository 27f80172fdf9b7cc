"""Two people at one report at once: exactly one wins, the other gets a sentence; a full disk keeps what was."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cmn_core.errors import CmnError
from cmn_core.store.engine import Database, open_database
from cmn_core.store.failures import StoreError
from cmn_core.store.reports import bring_back, read_version, undo_report
from tests.store.full_disk import limit_pages
from tests.store.made_readings import NOW, open_file
from tests.store.together import run_together
from tests.store.way import KEY, accept, counting, give_back, send
from tests.store.way_model import check_way

ROUNDS = 6
DEEDS = {
    "accept": accept,
    "return": give_back,
    "undo": lambda database, report_id: undo_report(database, KEY, expected=report_id, author="Иванова", now=NOW),
}


def attempt(database: Database, deed: str, report_id: int) -> str:
    """Return «done», or the sentence that the person reads."""
    try:
        DEEDS[deed](database, report_id)
    except CmnError as refusal:
        return refusal.message
    return "done"


@pytest.mark.parametrize(
    ("deeds", "sentences"),
    [
        (("accept", "accept"), ("уже принят: Петрова",)),
        (("accept", "undo"), ("Отчёт принят и закрыт: Петрова", "уже не действует")),
        (("return", "return"), ("уже возвращён: Петрова",)),
        (("return", "undo"), ("уже не действует",)),
    ],
)
def test_of_two_people_one_wins_and_the_other_is_told(
    database: Database, deeds: tuple[str, str], sentences: tuple[str, ...]
) -> None:
    for round_ in range(ROUNDS):
        report_id = send(database, round_ + 1)
        with ThreadPoolExecutor(2) as pool:
            told = [future.result() for future in [pool.submit(attempt, database, deed, report_id) for deed in deeds]]
        assert told.count("done") == 1
        (refusal,) = (words for words in told if words != "done")
        assert any(sentence in refusal for sentence in sentences)
        assert (counting(database) == report_id) == (deeds[told.index("done")] == "accept")
        if counting(database) is not None:
            give_back(database, report_id)
    check_way(database)


def test_of_an_acceptance_and_a_return_the_last_word_stays(database: Database) -> None:
    for round_ in range(ROUNDS):
        report_id = send(database, round_ + 1)
        with ThreadPoolExecutor(2) as pool:
            told = [
                future.result()
                for future in [pool.submit(attempt, database, deed, report_id) for deed in ("accept", "return")]
            ]
        # A return takes an acceptance back; the other way round the acceptance is refused.
        assert told == ["done", "done"] or (told[1] == "done" and "уже возвращён: Петрова" in told[0])
        assert counting(database) is None
    check_way(database)


def test_of_two_processes_one_wins_too(address: str) -> None:
    database = open_database(address)
    for round_ in range(3):
        report_id = send(database, round_ + 1)
        told = run_together(_attempt_in, [(address, deed, report_id) for deed in ("accept", "undo")])
        assert told.count("done") == 1
        version = read_version(database, report_id)
        assert version is not None
        assert version.locked == (told[0] == "done")
        if version.locked:
            give_back(database, report_id)
    check_way(database)
    database.close()


def test_a_full_disk_keeps_the_way_as_it_was(tmp_path: Path) -> None:
    database = open_file(tmp_path)
    report_id = send(database, 1)
    limit_pages(database, 1)
    with pytest.raises(StoreError, match="нет места"):
        _judge_until_full(database, report_id)
    (model,) = check_way(database).values()
    assert model.judged, "there was a little room in the pages that are there already"
    limit_pages(database, 1_000_000)
    if model.in_force is not None:
        give_back(database, report_id)
    accept(database, send(database, 2))
    check_way(database)


def _judge_until_full(database: Database, report_id: int) -> None:
    for _ in range(500):
        accept(database, report_id)
        give_back(database, report_id)
        bring_back(database, report_id, expected=None, author="Иванова", now=NOW)


def _attempt_in(address: str, deed: str, report_id: int) -> str:
    database = open_database(address)
    try:
        return attempt(database, deed, report_id)
    finally:
        database.close()
