"""What is known of a municipality's organisations, read from a database."""

from datetime import date

import pytest
from sqlalchemy import event

from cmn_core.access import AccessDenied, Person
from cmn_core.documents.programme.reading_states import read_states_at, state_of
from cmn_core.period import Period
from cmn_core.programme.programme import Programme
from cmn_core.reference import shipped_reference
from cmn_core.store.audit import Author
from cmn_core.store.merging import merge_organisations
from cmn_core.store.organisations import NewOrganisation, add_organisations
from cmn_core.store.programme_reading import list_programmes
from cmn_core.store.programmes import start_programme
from cmn_core.store.sessions import Actor
from tests.store.made_monthly import organisation, programme, save_monthly
from tests.store.made_readings import NOW, OCTOBER, OMSK, TARA, open_file, row, save

REFERENCE = shipped_reference()
BY = Author("Методист", NOW)


@pytest.fixture
def database(tmp_path):
    opened = open_file(tmp_path)
    yield opened
    opened.close()


def by_name(states):
    return {state.name: state for state in states.values()}


def test_without_a_report_the_register_is_all_that_is_known(database):
    new = [NewOrganisation(TARA, "Школа № 1", "school", "municipal"), NewOrganisation(OMSK, "Лицей", "school", "state")]
    here, _ = add_organisations(database, new, author="Центр", now=NOW)
    (state,) = read_states_at(database, REFERENCE, TARA).values()
    assert (state.organisation_id, state.name, state.district, state.as_of) == (here, "Школа № 1", TARA, None)


def test_the_latest_period_is_asked_unless_another_is(database):
    save_monthly(database, [organisation("СОШ № 1", involved=7, mentees=7)], period=OCTOBER)
    save(database, [row("СОШ № 1", (40, 5, 18), "Вектор", "pupil_pupil"), row("СОШ № 2", (1, 0, 0))])
    latest = by_name(read_states_at(database, REFERENCE, TARA))
    assert (latest["СОШ № 1"].involved, latest["СОШ № 2"].involved) == (63, 1)
    before = by_name(read_states_at(database, REFERENCE, TARA, OCTOBER))
    assert (before["СОШ № 1"].involved, before["СОШ № 1"].as_of) == (7, date(2020, 11, 1))
    assert before["СОШ № 2"].as_of is None
    # Four months later nothing of it is within reach.
    assert by_name(read_states_at(database, REFERENCE, TARA, Period(2021, 3)))["СОШ № 1"].as_of is None


@pytest.mark.parametrize("schools", [2, 40])
def test_reading_asks_as_much_of_forty_organisations_as_of_two(database, schools):
    names = [f"СОШ № {number}" for number in range(schools)]
    rows = [programme("Вектор", name, role_model="равный – равному", number=place) for place, name in enumerate(names)]
    save_monthly(database, [organisation(name, number=place) for place, name in enumerate(names)], rows)
    asked = []
    engine = database._reading
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    states = read_states_at(database, REFERENCE, TARA)
    assert {len(state.practices) for state in states.values()} == {1}
    assert len(states) == schools
    assert len([statement for statement in asked if statement.startswith("SELECT")]) < 25


def test_of_an_organisation_merged_into_another_the_registers_facts_are_left(database):
    save(database, [row("СОШ № 1", (40, 5, 18)), row("Первая школа", (1, 0, 0))])
    known = {state.name: number for number, state in read_states_at(database, REFERENCE, TARA).items()}
    start_programme(
        database, known["Первая школа"], "П", Programme(organisation="П", kind="school", school_year=2020), BY
    )
    merge_organisations(database, known["Первая школа"], into=known["СОШ № 1"], author="Центр", now=NOW)
    (line,) = list_programmes(database)
    states = read_states_at(database, REFERENCE, TARA)
    assert known["Первая школа"] not in states
    state = state_of(line.owner, states, REFERENCE)
    assert (state.name, state.subordination, state.as_of) == ("Первая школа", "municipal", None)


def test_a_methodologist_reads_their_own_municipality_alone(database):
    save(database, [row("СОШ № 1", (40, 5, 18))])
    held = database.acting(Actor(Person(None, "m", "Методист", "methodologist", frozenset({TARA}))))
    assert read_states_at(held, REFERENCE, TARA)
    with pytest.raises(AccessDenied):
        read_states_at(held, REFERENCE, OMSK)
