"""Deadlines are overridden, dated and with their author; who may not keep settings changes none."""

from datetime import date

import pytest

from cmn_core.access import AccessDenied, Person
from cmn_core.errors import UsageError
from cmn_core.period import Period
from cmn_core.store.deadlines import DEADLINE, DEADLINE_DAY, override_deadline_dates, override_deadline_days
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.sessions import Actor
from cmn_core.store.setting_changes import read_setting_changes, take_back
from cmn_core.store.settings import current_reference
from tests.store.made_readings import NOVEMBER, NOW

BY = {"author": "Центр", "now": NOW}
OWN = date(2020, 12, 10)


def due(database: Database, period: Period = NOVEMBER) -> date:
    return current_reference(database).collection.deadlines.due("monthly", period)


def test_the_usual_day_and_a_months_own_date_are_set_told_and_taken_back(database: Database) -> None:
    override_deadline_days(database, {"monthly": 7}, **BY)
    changes = override_deadline_dates(database, NOVEMBER, {"monthly": OWN}, **BY)
    assert due(database) == OWN
    assert due(database, NOVEMBER.shifted(-1)) == date(2020, 11, 7)
    assert current_reference(database).collection.deadlines.due("expansion", NOVEMBER) == date(2020, 12, 5)
    told = [(change.name, change.old, change.new) for change in read_setting_changes(database, DEADLINE_DAY, DEADLINE)]
    assert told == [("deadline.monthly.2020-11", None, "2020-12-10"), ("deadline_day.monthly", None, "7")]
    take_back(database, changes, **BY)
    assert due(database) == date(2020, 12, 7)
    override_deadline_days(database, {"monthly": None}, **BY)
    assert due(database) == date(2020, 12, 5)


def test_the_shipped_day_is_no_change(database: Database) -> None:
    assert override_deadline_days(database, {"monthly": 5}, **BY) == ()


def test_a_deadline_changed_by_another_meanwhile_is_not_overwritten(database: Database) -> None:
    seen = current_reference(database)
    override_deadline_dates(database, NOVEMBER, {"monthly": OWN}, author="Коллега", now=NOW)
    with pytest.raises(StoreError, match="Коллега"):
        override_deadline_dates(database, NOVEMBER, {"monthly": date(2020, 12, 1)}, **BY, seen=seen)
    assert due(database) == OWN


@pytest.mark.parametrize("day", [0, 29])
def test_a_day_that_not_every_month_has_is_refused(database: Database, day: int) -> None:
    with pytest.raises(UsageError):
        override_deadline_days(database, {"monthly": day}, **BY)


def test_a_form_without_a_deadline_is_refused(database: Database) -> None:
    with pytest.raises(UsageError, match="нет срока"):
        override_deadline_days(database, {"population": 5}, **BY)


def test_a_district_keeps_no_deadlines(database: Database) -> None:
    district = database.acting(Actor(Person(None, "tara", "Тара", "district", frozenset({"52654000"}))))
    with pytest.raises(AccessDenied):
        override_deadline_days(district, {"monthly": 7}, **BY)
    assert due(database) == date(2020, 12, 5)
