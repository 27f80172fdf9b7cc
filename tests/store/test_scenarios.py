"""Scenarios and marked practices: saved by name; a change that somebody else has not seen is not written over."""

import pytest

from cmn_core.programme.scenario import Option, Scenario
from cmn_core.store.audit import Author, read_audit
from cmn_core.store.engine import Database
from cmn_core.store.failures import StoreError
from cmn_core.store.organisations import NewOrganisation, add_organisations
from cmn_core.store.scenarios import (
    add_scenario,
    delete_scenario,
    list_scenarios,
    read_scenario,
    restore_scenario,
    save_scenario,
)
from cmn_core.store.shown_practices import list_shown_practices, mark_practice, unmark_practice
from tests.store.made_readings import NOVEMBER, NOW, OMSK, TARA

FIRST, SECOND = Author("Гусев", NOW), Author("Белова", NOW)
SCENARIO = Scenario(options=(Option(form="pupil_pupil", role_model="лидер – последователь", pairs=7),))


def test_a_scenario_is_kept_for_its_municipality_and_month(database: Database) -> None:
    saved = add_scenario(database, TARA, NOVEMBER, " Вариант  А ", SCENARIO, FIRST)
    assert (saved.name, saved.district, saved.period, saved.version) == ("Вариант А", TARA, NOVEMBER, 1)
    assert list_scenarios(database, TARA) == (saved,)
    assert list_scenarios(database, OMSK) == ()
    again = save_scenario(database, saved.scenario_id, "Б", Scenario(indicator="mentee_share"), seen=1, by=SECOND)
    assert (again.version, again.name, again.changed_by) == (2, "Б", "Белова")
    assert read_scenario(database, saved.scenario_id) == again


def test_a_change_that_was_not_seen_is_not_written_over(database: Database) -> None:
    number = add_scenario(database, TARA, NOVEMBER, "А", SCENARIO, FIRST).scenario_id
    save_scenario(database, number, "Б", SCENARIO, seen=1, by=SECOND)
    with pytest.raises(StoreError, match=r"вариант «Б» изменил\(а\) Белова, .* Ничего не записано"):
        save_scenario(database, number, "В", Scenario(), seen=1, by=FIRST)
    assert (read_scenario(database, number).name, read_scenario(database, number).scenario) == ("Б", SCENARIO)


def test_a_deleted_scenario_comes_back(database: Database) -> None:
    number = add_scenario(database, TARA, NOVEMBER, "А", SCENARIO, FIRST).scenario_id
    delete_scenario(database, number, SECOND)
    assert list_scenarios(database, TARA) == ()
    assert [item.name for item in list_scenarios(database, TARA, deleted=True)] == ["А"]
    with pytest.raises(StoreError, match="Ничего не записано"):
        save_scenario(database, number, "А", SCENARIO, seen=1, by=FIRST)
    restore_scenario(database, number, SECOND)
    assert [item.scenario_id for item in list_scenarios(database, TARA)] == [number]
    assert list_scenarios(database, TARA, deleted=True) == ()
    with pytest.raises(StoreError, match="Этого варианта нет"):
        read_scenario(database, 999)


def test_a_practice_is_marked_once_and_its_note_can_change(database: Database) -> None:
    (school,) = add_organisations(
        database, [NewOrganisation(TARA, "СОШ № 1", "school", "municipal")], author="Центр", now=NOW
    )
    mark_practice(database, school, "вместе", "Вместе", "первая", FIRST)
    mark_practice(database, school, "вместе", "«Вместе»", "лучшая в районе", SECOND)
    (shown,) = list_shown_practices(database)
    assert (shown.organisation, shown.district, shown.name, shown.note, shown.marked_by) == (
        "СОШ № 1", TARA, "«Вместе»", "лучшая в районе", "Белова",
    )  # fmt: skip
    unmark_practice(database, school, "вместе", SECOND)
    unmark_practice(database, school, "вместе", SECOND)
    assert list_shown_practices(database) == ()
    assert [line.action for line in read_audit(database, 3)] == [
        "practice_unmarked",
        "practice_marked",
        "practice_marked",
    ]
    with pytest.raises(StoreError, match="Этой организации"):
        mark_practice(database, 999, "вместе", "Вместе", "", FIRST)
    with pytest.raises(StoreError, match="длиннее 500"):
        mark_practice(database, school, "вместе", "Вместе", "я" * 501, FIRST)
