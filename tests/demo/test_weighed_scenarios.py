"""Scenarios of the demonstration: there from the start, and what a person deleted stays deleted."""

from datetime import datetime

from cmn_core.demo.plan import read_plan
from cmn_core.demo.weighed_scenarios import add_weighed_scenarios
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import Author
from cmn_core.store.engine import open_database
from cmn_core.store.scenarios import delete_scenario, list_scenarios
from tests.store.made_readings import OMSK


def test_scenarios_are_added_once_and_a_deleted_one_stays_deleted(demo_copy: str) -> None:
    database, plan = open_database(demo_copy), read_plan()
    saved = list_scenarios(database, OMSK)
    assert [each.name for each in saved] == ["Студенты и предприятия", "Пары и группы школьников"]
    assert {each.period for each in saved} == {plan.story.last.period}
    codes = shipped_reference().forms.codes
    assert all(option.form in codes for each in saved for option in each.scenario.options)
    delete_scenario(database, saved[0].scenario_id, Author("Белова", datetime(2020, 12, 4, 10)))
    add_weighed_scenarios(database, plan)
    assert list_scenarios(database, OMSK) == saved[1:]
    database.close()
