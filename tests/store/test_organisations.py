"""Which organisation a name stands for: exact, remembered, chosen or new; the region's own form asks where."""

from datetime import date

import pytest

from cmn_core.intake.organisation_names import name_key
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import read_organisation_facts, read_year_facts
from cmn_core.store.failures import SavingRefused
from cmn_core.store.organisations import NewOrganisation, add_organisations, known_organisations
from cmn_core.store.reports import read_report_organisations
from cmn_core.store.tables import Organisation
from tests.store.made_readings import AZOVO, NOW, OCTOBER, OMSK, TARA, decide, row, save


def ids(database: Database, district: str | None = TARA) -> dict[str, int]:
    return {item.name: item.organisation_id for item in known_organisations(database, district)}


def named_in(database: Database, report_id: int) -> list[tuple[str, int]]:
    return [(facts.name, facts.people.drawn_in) for facts in read_report_organisations(database, report_id)]


def test_another_spelling_of_the_same_key_is_the_same_organisation(database: Database) -> None:
    save(database, [row("МБОУ «СОШ № 1»")])
    save(database, [row('мбоу "Средняя общеобразовательная школа №1"')], decide(scope="state"), content=b"2")
    assert list(ids(database)) == ["МБОУ «СОШ № 1»"]


def test_the_same_name_in_another_municipality_is_another_organisation(database: Database) -> None:
    save(database, [row("СОШ № 1")])
    save(database, [row("СОШ № 1")], decide(AZOVO), content=b"2")
    assert [item.district for item in known_organisations(database)] == [AZOVO, TARA]


def test_a_chosen_organisation_is_remembered_for_its_spelling(database: Database) -> None:
    save(database, [row("МБОУ «Тарская гимназия»")])
    spelling = "Гимназия г. Тары"
    number = ids(database)["МБОУ «Тарская гимназия»"]
    choice = decide(scope="state", organisation_choices={name_key(spelling): number})
    save(database, [row(spelling, (4, 0, 0))], choice, content=b"2")
    assert known_organisations(database, TARA)[0].aliases == (name_key(spelling),)
    third = save(database, [row(spelling, (6, 0, 0))], decide(AZOVO), content=b"3")
    assert named_in(database, third.report_id) == [("Гимназия г. Тары", 6)], "a spelling counts in its municipality"
    fourth = save(database, [row(spelling, (5, 0, 0))], decide(TARA, scope="state", compared_with=2), content=b"4")
    assert named_in(database, fourth.report_id) == [("МБОУ «Тарская гимназия»", 5)]


def test_a_remembered_spelling_declared_new_becomes_an_organisation_of_its_own(database: Database) -> None:
    save(database, [row("МБОУ «Тарская гимназия»")])
    key = name_key("Гимназия")
    save(database, [row("Гимназия")], decide(scope="state", organisation_choices={key: 1}), content=b"2")
    save(
        database,
        [row("Гимназия")],
        decide(scope="state", compared_with=2, organisation_choices={key: None}),
        content=b"3",
    )
    assert {item.name: item.aliases for item in known_organisations(database, TARA)} == {
        "МБОУ «Тарская гимназия»": (),
        "Гимназия": (),
    }


def test_two_spellings_in_one_file_add_up_to_the_chosen_organisation(database: Database) -> None:
    save(database, [row("СОШ № 1")])
    rows = [row("СОШ № 1", (10, 0, 0)), row("Первая школа", (5, 0, 0))]
    choice = decide(compared_with=1, organisation_choices={name_key("Первая школа"): 1})
    saved = save(database, rows, choice, content=b"2")
    assert named_in(database, saved.report_id) == [("СОШ № 1", 15)]
    people = [sums for sums in read_year_facts(database, 2020).sums if sums.form is None]
    assert [(sums.organisations, sums.people.involved_before) for sums in people] == [(1, 15)]


def test_a_choice_that_is_not_in_the_database_is_refused(database: Database) -> None:
    with pytest.raises(SavingRefused, match="нет в базе"):
        save(database, [row("СОШ № 1")], decide(organisation_choices={name_key("СОШ № 1"): 77}))


def test_the_regions_form_goes_to_the_municipalities_of_its_organisations(database: Database) -> None:
    colleges = [
        NewOrganisation(OMSK, "БПОУ «Омский колледж»", "vocational", "state"),
        NewOrganisation(TARA, "БПОУ «Тарский колледж»", "vocational", "state"),
    ]
    add_organisations(database, colleges, author="Центр", now=NOW)
    rows = [row("БПОУ «Омский колледж»", (30, 0, 0)), row("БПОУ «Тарский колледж»", (7, 0, 0))]
    saved = save(database, rows, decide(None, scope="state"))
    sums = {item.district: item.people.drawn_in for item in read_year_facts(database, 2020).sums if item.form is None}
    assert sums == {OMSK: 30, TARA: 7}
    assert [item.name for item in read_organisation_facts(database, TARA, [saved.report_id])] == [
        "БПОУ «Тарский колледж»"
    ]
    assert read_year_facts(database, 2020).reports[0].sender is None


def test_the_regions_form_asks_for_the_municipality_of_a_new_organisation(database: Database) -> None:
    rows = [row("БПОУ «Новый колледж»"), row("БПОУ «Второй колледж»")]
    keys = [name_key(item.organisation or "") for item in rows]
    with pytest.raises(SavingRefused, match="БПОУ «Новый колледж», БПОУ «Второй колледж»"):
        save(database, rows, decide(None, scope="state"))
    assert ids(database, None) == {}
    save(database, rows, decide(None, scope="state", districts_of_new={keys[0]: OMSK, keys[1]: TARA}))
    assert {item.district for item in known_organisations(database)} == {OMSK, TARA}


def test_the_regions_form_does_not_guess_between_namesakes(database: Database) -> None:
    school = [NewOrganisation(home, "СОШ № 1", "school", "state") for home in (OMSK, TARA)]
    numbers = add_organisations(database, school, author="Центр", now=NOW)
    with pytest.raises(SavingRefused, match="в нескольких муниципалитетах: СОШ № 1"):
        save(database, [row("СОШ № 1")], decide(None, scope="state"))
    key = name_key("СОШ № 1")
    chosen = save(database, [row("СОШ № 1")], decide(None, scope="state", organisation_choices={key: numbers[1]}))
    assert read_report_organisations(database, chosen.report_id)[0].organisation_id == numbers[1]
    elsewhere = decide(None, scope="state", period=OCTOBER, districts_of_new={key: AZOVO})
    third = save(database, [row("СОШ № 1")], elsewhere)
    assert read_report_organisations(database, third.report_id)[0].organisation_id not in numbers


def test_adding_nothing_adds_no_audit_line(database: Database) -> None:
    assert add_organisations(database, [], author="Центр", now=NOW) == ()
    assert ids(database, None) == {}


@pytest.mark.parametrize(
    ("opened", "closed", "is_open"),
    [
        (None, None, True),
        (date(2020, 10, 31), None, True),
        (date(2020, 11, 1), None, False),
        (None, date(2020, 10, 1), True),
        (None, date(2020, 9, 30), False),
    ],
)
def test_an_organisation_is_open_in_a_month_that_holds_a_day_of_it(
    database: Database, opened: date | None, closed: date | None, is_open: bool
) -> None:
    new = NewOrganisation(TARA, "СОШ № 1", "school", "municipal", opened=opened)
    (number,) = add_organisations(database, [new], author="Центр", now=NOW)
    with database.write() as session:
        organisation = session.get(Organisation, number)
        assert organisation is not None
        organisation.closed = closed
        session.commit()
    assert bool(known_organisations(database, TARA, open_in=OCTOBER)) is is_open
