"""Undo and bringing back move the pointer only; nothing is deleted."""

import pytest

from cmn_core.period import Period
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import read_year_facts
from cmn_core.store.failures import SavingRefused, StaleComparison, StoreError
from cmn_core.store.reports import bring_back, read_in_force, read_last_before, read_versions, undo_report
from tests.store.made_readings import NOW, OMSK, TARA, decide, row, save

KEY = decide().key


def save_versions(database: Database, count: int) -> list[int]:
    numbers: list[int] = []
    for version in range(1, count + 1):
        decisions = decide(compared_with=numbers[-1] if numbers else None)
        saved = save(database, [row("СОШ № 1", (version, 0, 0))], decisions, content=b"%d" % version)
        numbers.append(saved.report_id)
    return numbers


def undo(database: Database, expected: int) -> int | None:
    return undo_report(database, KEY, expected=expected, author="Иванова", now=NOW)


def coverage(database: Database) -> int:
    return sum(sums.people.drawn_in for sums in read_year_facts(database, 2020).sums if sums.form is None)


def test_undo_goes_back_through_the_versions_to_none_and_keeps_them(database: Database) -> None:
    first, second, third = save_versions(database, 3)
    assert coverage(database) == 3
    assert undo(database, third) == second
    assert coverage(database) == 2
    assert undo(database, second) == first
    assert undo(database, first) is None
    assert read_in_force(database, KEY) is None
    assert read_year_facts(database, 2020).reports == ()
    assert [version.version for version in read_versions(database, KEY)] == [3, 2, 1]
    assert [line.action for line in read_audit(database)[:3]] == ["report_undone"] * 3


def test_any_version_comes_back_and_undo_returns_to_the_one_before(database: Database) -> None:
    first, _, third = save_versions(database, 3)
    bring_back(database, first, expected=third, author="Иванова", now=NOW)
    assert coverage(database) == 1
    assert undo(database, first) == third


def test_a_version_comes_back_after_all_was_undone(database: Database) -> None:
    (first,) = save_versions(database, 1)
    undo(database, first)
    assert bring_back(database, first, expected=None, author="Иванова", now=NOW) == first
    assert coverage(database) == 1
    assert undo(database, first) is None


def test_bringing_back_what_is_in_force_changes_nothing(database: Database) -> None:
    (first,) = save_versions(database, 1)
    lines = len(read_audit(database))
    bring_back(database, first, expected=first, author="Иванова", now=NOW)
    assert len(read_audit(database)) == lines
    assert undo(database, first) is None


def test_the_next_version_after_an_undo_takes_a_new_number(database: Database) -> None:
    first, second = save_versions(database, 2)
    undo(database, second)
    third = save(database, [row("СОШ № 1", (9, 0, 0))], decide(compared_with=first), content=b"third")
    assert third.version == 3
    assert undo(database, third.report_id) == first


def test_undo_and_return_refuse_what_the_person_did_not_see(database: Database) -> None:
    first, second = save_versions(database, 2)
    with pytest.raises(StaleComparison, match="версия 2"):
        undo(database, first)
    with pytest.raises(StaleComparison):
        bring_back(database, first, expected=None, author="Иванова", now=NOW)
    undo(database, second)
    undo(database, first)
    with pytest.raises(StaleComparison, match="уже не действует"):
        undo(database, first)
    with pytest.raises(StoreError, match="нет в базе"):
        bring_back(database, 999, expected=None, author="Иванова", now=NOW)


def test_a_version_does_not_come_back_beside_all_organisations(database: Database) -> None:
    (first,) = save_versions(database, 1)
    undo(database, first)
    save(database, [row("СОШ № 1")], decide(scope="all"), content=b"all")
    with pytest.raises(SavingRefused, match="«все организации»"):
        bring_back(database, first, expected=None, author="Иванова", now=NOW)


def test_the_last_report_before_is_of_the_same_sender_scope_and_year(database: Database) -> None:
    def at(year: int, month: int, sender: str = TARA, **choices: object) -> int:
        decisions = decide(sender, period=Period(year, month), **choices)  # type: ignore[arg-type]
        content = f"{sender}{year}{month}{choices}".encode()
        return save(database, [row("СОШ № 1")], decisions, content=content).report_id

    at(2019, 12), at(2020, 8, OMSK), at(2020, 9, scope="state")
    assert read_last_before(database, KEY) is None
    june, august = at(2020, 6), at(2020, 8)
    found = read_last_before(database, KEY)
    assert found is not None
    assert found.report_id == august
    undo_report(database, decide(period=Period(2020, 8)).key, expected=august, author="Иванова", now=NOW)
    found = read_last_before(database, KEY)
    assert found is not None
    assert found.report_id == june
