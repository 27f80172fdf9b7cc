"""Overrides lie over the shipped reference, dated and with their author; the shipped values stay as they are."""

from decimal import Decimal

import pytest

from cmn_core.errors import UsageError
from cmn_core.reference import shipped_reference
from cmn_core.reference.indicators import parse_target_pct
from cmn_core.reference.limits import parse_limit
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database, open_database
from cmn_core.store.failures import StoreError
from cmn_core.store.revision import data_revision
from cmn_core.store.setting_changes import read_setting_changes, take_back
from cmn_core.store.settings import (
    current_reference,
    is_demonstration,
    mark_demonstration,
    override_limit,
    override_limits,
    override_target,
    override_targets,
)
from tests.store.made_readings import NOW

BY = {"author": "Центр", "now": NOW}


def target(database: Database, year: int) -> Decimal | None:
    return current_reference(database).indicator("coverage").target_pct(year)


def test_without_overrides_the_reference_is_the_shipped_one(database: Database) -> None:
    assert current_reference(database) is shipped_reference()


def test_a_target_is_overridden_for_its_year_alone(database: Database) -> None:
    override_target(database, "coverage", 2020, Decimal("12.5"), **BY)
    override_target(database, "coverage", 2025, Decimal(80), **BY)
    assert [target(database, year) for year in (2020, 2021, 2025)] == [Decimal("12.5"), Decimal(20), Decimal(80)]
    assert current_reference(database).indicator("mentee_share").target_pct(2020) == 10
    assert shipped_reference().indicator("coverage").target_pct(2020) == 10
    line = read_audit(database)[1]
    assert line.details == {"name": "target.coverage.2020", "old": None, "new": "12.5"}


def test_the_latest_override_counts_and_none_brings_the_shipped_value_back(database: Database) -> None:
    override_target(database, "coverage", 2020, Decimal(15), **BY)
    override_target(database, "coverage", 2020, Decimal(18), **BY)
    assert target(database, 2020) == 18
    override_target(database, "coverage", 2020, None, **BY)
    assert target(database, 2020) == 10


def test_a_limit_is_overridden(database: Database) -> None:
    override_limit(database, "carried_periods", 1, **BY)
    assert current_reference(database).limits.carried_periods == 1
    assert current_reference(database).limits.jump_pct == shipped_reference().limits.jump_pct


def test_an_override_outlives_closing(database: Database, address: str) -> None:
    override_target(database, "coverage", 2020, Decimal(15), **BY)
    database.close()
    assert target(open_database(address), 2020) == 15


def test_the_merged_reference_is_made_once_a_revision(database: Database) -> None:
    override_limit(database, "carried_periods", 1, **BY)
    first = current_reference(database)
    assert current_reference(database) is first
    mark_demonstration(database)
    assert current_reference(database) is not first


@pytest.mark.parametrize("pct", ["0", "-1", "100.1", "NaN", "Infinity"])
def test_a_target_outside_per_cent_is_refused(database: Database, pct: str) -> None:
    with pytest.raises(UsageError, match="не подходит"):
        override_target(database, "coverage", 2020, Decimal(pct), **BY)


def test_what_is_not_in_the_reference_is_refused(database: Database) -> None:
    with pytest.raises(UsageError, match="Показателя «unknown» нет"):
        override_target(database, "unknown", 2020, Decimal(5), **BY)
    with pytest.raises(UsageError, match="Порога «unknown» нет"):
        override_limit(database, "unknown", 5, **BY)
    with pytest.raises(UsageError, match="не подходит"):
        override_limit(database, "carried_periods", 99, **BY)


def test_a_demonstration_is_marked(database: Database) -> None:
    assert not is_demonstration(database)
    mark_demonstration(database)
    assert is_demonstration(database)


def test_targets_of_a_year_are_set_and_taken_back_together(database: Database) -> None:
    changes = override_targets(database, 2020, {"coverage": Decimal(15), "mentor_share": Decimal(3)}, **BY)
    assert [(change.old, change.new) for change in changes] == [(None, "15"), (None, "3")]
    revision = data_revision(database)
    assert override_targets(database, 2020, {"coverage": Decimal(15)}, **BY) == ()
    assert data_revision(database) == revision, "nothing changed"
    take_back(database, changes, **BY)
    assert target(database, 2020) == 10
    assert [change.name for change in read_setting_changes(database, "target")] == [
        "target.mentor_share.2020",
        "target.coverage.2020",
    ] * 2
    assert read_setting_changes(database, "limit") == ()


def test_the_shipped_value_is_no_override(database: Database) -> None:
    override_target(database, "coverage", 2020, Decimal(15), **BY)
    (change,) = override_targets(database, 2020, {"coverage": Decimal(10)}, **BY)
    assert (change.old, change.new) == ("15", None)


def test_what_another_changed_meanwhile_is_neither_overwritten_nor_taken_back(database: Database) -> None:
    seen = current_reference(database)
    changes = override_targets(database, 2020, {"coverage": Decimal(15)}, seen=seen, **BY)
    with pytest.raises(StoreError, match=r"уже изменено: Центр, 24\.11\.2020 09:30"):
        override_targets(database, 2020, {"coverage": Decimal(16)}, seen=seen, **BY)
    override_target(database, "coverage", 2020, Decimal(17), **BY)
    with pytest.raises(StoreError, match="уже изменено"):
        take_back(database, changes, **BY)
    assert target(database, 2020) == 17
    override_limits(database, {"jump_pct": 60}, seen=seen, **BY)
    with pytest.raises(StoreError, match="уже изменено"):
        override_limits(database, {"jump_pct": 70}, seen=seen, **BY)


@pytest.mark.parametrize(
    ("written", "value"),
    [("10", "10"), ("12,5", "12.5"), ("12.50 %", "12.5"), (" 100% ", "100"), ("0,01", "0.01")],
)
def test_a_target_is_read_as_people_write_it(written: str, value: str) -> None:
    assert parse_target_pct(written) == Decimal(value)


@pytest.mark.parametrize("written", ["0", "100,01", "-5", "1e2", "NaN", "десять", "1,234", "٣", ""])
def test_what_is_no_target_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="не подходит"):
        parse_target_pct(written)


@pytest.mark.parametrize(("written", "value"), [("5 000", 5000), ("100", 100), ("100\u00a0000", 100_000)])
def test_a_threshold_is_read_as_people_write_it(written: str, value: int) -> None:
    assert parse_limit("implausible_count", written) == value


@pytest.mark.parametrize("written", ["99", "100001", "1e3", "-100", "٣٣٣", "9" * 400, ""])
def test_what_is_no_threshold_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="от 100 до 100000"):
        parse_limit("implausible_count", written)
