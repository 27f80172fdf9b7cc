"""Overrides lie over the shipped reference, dated and with their author; the shipped values stay as they are."""

from decimal import Decimal
from pathlib import Path

import pytest

from cmn_core.errors import UsageError
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.settings import (
    current_reference,
    is_demonstration,
    mark_demonstration,
    override_limit,
    override_target,
)
from tests.store.made_readings import NOW, open_file

BY = {"author": "Центр", "now": NOW}


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return open_file(tmp_path)


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


def test_an_override_outlives_closing(database: Database, tmp_path: Path) -> None:
    override_target(database, "coverage", 2020, Decimal(15), **BY)
    database.close()
    assert target(open_file(tmp_path), 2020) == 15


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
