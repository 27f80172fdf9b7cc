"""A corrected organisation takes its figures along in every report that names it."""

import pytest

from cmn_core.intake.organisation_names import name_key
from cmn_core.store.audit import read_audit
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import read_year_facts
from cmn_core.store.failures import StoreError
from cmn_core.store.organisations import (
    correct_organisation,
    known_organisations,
    merge_organisations,
    reassign_spelling,
)
from cmn_core.store.reports import read_report_organisations
from tests.store.made_readings import NOW, OCTOBER, OMSK, TARA, decide, row, save

BY = {"author": "Центр", "now": NOW}


@pytest.fixture
def database(database: Database) -> Database:
    """Two months of Tara: school 1 (10, then 12 people) and a college (7, then 9)."""
    for period, first, second in ((OCTOBER, 10, 7), (OCTOBER.shifted(1), 12, 9)):
        rows = [row("СОШ № 1", (first, 0, 0), "А", "own"), row("Колледж", (second, 0, 0), "Б", "own")]
        save(database, rows, decide(period=period), content=str(period).encode())
    return database


def people(database: Database) -> dict[tuple[int, str, str, str], int]:
    return {
        (sums.report_id, sums.district, sums.kind, sums.subordination): sums.people.drawn_in
        for sums in read_year_facts(database, 2020).sums
        if sums.form is None
    }


def test_kind_subordination_and_municipality_move_the_figures(database: Database) -> None:
    assert people(database)[1, TARA, "school", "municipal"] == 10
    changed = correct_organisation(database, 1, district=OMSK, kind="supplementary", subordination="state", **BY)
    assert changed == 2
    assert people(database) == {
        (1, OMSK, "supplementary", "state"): 10,
        (1, TARA, "vocational", "municipal"): 7,
        (2, OMSK, "supplementary", "state"): 12,
        (2, TARA, "vocational", "municipal"): 9,
    }
    line = read_audit(database)[0]
    assert (line.action, line.organisation_id, line.details["reports"]) == ("organisation_corrected", 1, [1, 2])
    assert line.details["changed"]["kind"] == ["school", "supplementary"]


def test_a_former_name_stays_as_a_spelling(database: Database) -> None:
    correct_organisation(database, 1, name="МБОУ «Школа имени Гагарина»", **BY)
    school = known_organisations(database, TARA)[0]
    assert (school.name, school.aliases) == ("МБОУ «Школа имени Гагарина»", (name_key("СОШ № 1"),))
    assert read_report_organisations(database, 1)[0].name == "МБОУ «Школа имени Гагарина»"
    again = save(database, [row("СОШ № 1")], decide(compared_with=2), content=b"3")
    assert read_report_organisations(database, again.report_id)[0].organisation_id == 1


def test_a_namesake_in_the_municipality_is_refused(database: Database) -> None:
    with pytest.raises(StoreError, match="уже есть организация «Колледж»"):
        correct_organisation(database, 1, name="колледж", **BY)
    assert known_organisations(database, TARA)[0].name == "СОШ № 1"


def test_a_spelling_merged_into_its_organisation_adds_up(database: Database) -> None:
    assert merge_organisations(database, 2, into=1, **BY) == 2
    assert people(database) == {(1, TARA, "school", "municipal"): 17, (2, TARA, "school", "municipal"): 21}
    (school,) = known_organisations(database, TARA)
    assert school.aliases == (name_key("Колледж"),)
    third = save(database, [row("Колледж", (1, 0, 0))], decide(compared_with=2), content=b"3")
    assert read_report_organisations(database, third.report_id)[0].name == "СОШ № 1"
    with pytest.raises(StoreError, match="объединили"):
        correct_organisation(database, 2, kind="school", **BY)
    with pytest.raises(StoreError, match="одна и та же"):
        merge_organisations(database, 1, into=1, **BY)


def test_a_choice_of_a_merged_organisation_means_the_one_that_took_it_in(database: Database) -> None:
    merge_organisations(database, 2, into=1, **BY)
    choice = decide(compared_with=2, organisation_choices={name_key("Лицей"): 2})
    saved = save(database, [row("Лицей", (1, 0, 0))], choice, content=b"3")
    assert read_report_organisations(database, saved.report_id)[0].organisation_id == 1


def test_a_mistaken_spelling_goes_to_its_own_organisation(database: Database) -> None:
    choice = decide(compared_with=2, organisation_choices={name_key("Школа первая"): 1})
    rows = [row("СОШ № 1", (12, 0, 0)), row("Школа первая", (5, 0, 0))]
    saved = save(database, rows, choice, content=b"3")
    assert people(database)[saved.report_id, TARA, "school", "municipal"] == 17
    number = reassign_spelling(database, 1, "Школа первая", to=None, **BY)
    assert {item.name: item.people.drawn_in for item in read_report_organisations(database, saved.report_id)} == {
        "СОШ № 1": 12,
        "Школа первая": 5,
    }
    assert known_organisations(database, TARA)[0].aliases == ()
    people_now = [sums for sums in read_year_facts(database, 2020).sums if sums.report_id == saved.report_id]
    assert [sums.organisations for sums in people_now if sums.form is None] == [2]
    assert reassign_spelling(database, 1, "Школа первая", to=number, **BY) == number
    with pytest.raises(StoreError, match="название самой организации"):
        reassign_spelling(database, 1, "СОШ № 1", to=2, **BY)


def test_an_alias_taken_from_another_organisation_brings_its_figures(database: Database) -> None:
    choice = decide(compared_with=2, organisation_choices={name_key("Школа у реки"): 2})
    saved = save(database, [row("СОШ № 1", (12, 0, 0)), row("Школа у реки", (5, 0, 0))], choice, content=b"3")
    correct_organisation(database, 1, alias="Школа у реки", **BY)
    assert people(database)[saved.report_id, TARA, "school", "municipal"] == 17
    assert (saved.report_id, TARA, "vocational", "municipal") not in people(database)
    with pytest.raises(StoreError, match="название другой организации"):
        correct_organisation(database, 1, alias="Колледж", **BY)
