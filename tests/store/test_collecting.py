"""What collecting reads of a year: versions that stand, organisations named and open, empty and copied reports."""

from datetime import date, timedelta

import pytest

from cmn_core.access import AccessDenied, Person
from cmn_core.intake.organisation_names import name_key
from cmn_core.intake.problems import Problem
from cmn_core.store.audit import Author
from cmn_core.store.collecting import CollectedYear, read_collected_year
from cmn_core.store.corrections import OrganisationFacts, set_facts
from cmn_core.store.engine import Database
from cmn_core.store.in_force import bring_back, undo_report
from cmn_core.store.merging import merge_organisations
from cmn_core.store.report_way import return_report
from cmn_core.store.reports import save_report
from cmn_core.store.sessions import Actor
from tests.store.made_monthly import organisation, save_monthly
from tests.store.made_readings import AZOVO, NOVEMBER, NOW, OCTOBER, OMSK, TARA, decide, expansion, row, save

BY = {"author": "Центр", "now": NOW}
TWO = (row("СОШ № 1", (10, 0, 0), "А", "own"), row("Лицей", (7, 0, 0), "Б", "own"))


def named(collected: CollectedYear) -> list[tuple[str, str, int, dict[str, int]]]:
    return [(each.sender, each.layout, each.version, dict(each.named)) for each in collected.versions]


def open_in(collected: CollectedYear, month: int) -> dict[tuple[str, str], int]:
    return {
        (each.district, each.subordination): each.organisations
        for each in collected.open
        if each.period.month == month and each.organisations
    }


def test_versions_that_stand_with_their_organisations(database: Database) -> None:
    first = save(database, TWO[:1], content=b"1")
    save(database, TWO, decide(compared_with=first.report_id), content=b"2", now=NOW + timedelta(days=1))
    save(database, (row("Колледж", (0, 0, 0)),), decide(OMSK, scope="state"))
    collected = read_collected_year(database, 2020)
    assert named(collected) == [
        (TARA, "expansion", 1, {"municipal": 1}),
        (TARA, "expansion", 2, {"municipal": 2}),
        (OMSK, "expansion", 1, {"state": 1}),
    ]
    assert [each.in_force for each in collected.versions] == [False, True, True]
    assert [each.is_empty for each in collected.versions] == [False, False, True]
    assert collected.versions[0].saved_at == NOW
    assert open_in(collected, 11) == {(TARA, "municipal"): 2, (OMSK, "state"): 1}
    assert read_collected_year(database, 2021).versions == ()


def test_an_undone_version_does_not_stand(database: Database) -> None:
    first = save(database, TWO[:1], content=b"1")
    key = decide().key
    second = save(database, TWO, decide(compared_with=first.report_id), content=b"2")
    undo_report(database, key, expected=second.report_id, **BY)
    assert [(each.version, each.in_force) for each in read_collected_year(database, 2020).versions] == [(1, True)]
    undo_report(database, key, expected=first.report_id, **BY)
    assert read_collected_year(database, 2020).versions == ()


def test_organisations_that_were_not_open_then_neither_count_nor_are_expected(database: Database) -> None:
    for period in (OCTOBER, NOVEMBER):
        save(database, TWO, decide(period=period), content=str(period).encode())
    school = OrganisationFacts("СОШ № 1", TARA, "school", "municipal")
    closed = OrganisationFacts("СОШ № 1", TARA, "school", "municipal", date(2020, 9, 1), date(2020, 10, 31))
    set_facts(database, 1, closed, seen=school, **BY)
    collected = read_collected_year(database, 2020)
    assert [dict(each.named) for each in collected.versions] == [{"municipal": 2}, {"municipal": 1}]
    assert [open_in(collected, month) for month in (8, 9, 10, 11)] == [
        {(TARA, "municipal"): 1}, {(TARA, "municipal"): 2}, {(TARA, "municipal"): 2}, {(TARA, "municipal"): 1},
    ]  # fmt: skip


def test_merged_spellings_are_one_organisation(database: Database) -> None:
    save(database, TWO)
    merge_organisations(database, 2, into=1, **BY)
    collected = read_collected_year(database, 2020)
    assert dict(collected.versions[0].named) == {"municipal": 1}
    assert open_in(collected, 11) == {(TARA, "municipal"): 1}


def test_an_organisation_of_another_municipality_is_not_named_for_its_sender(database: Database) -> None:
    save(database, TWO)
    school = OrganisationFacts("СОШ № 1", TARA, "school", "municipal")
    set_facts(database, 1, OrganisationFacts("СОШ № 1", AZOVO, "school", "municipal"), seen=school, **BY)
    collected = read_collected_year(database, 2020)
    assert dict(collected.versions[0].named) == {"municipal": 1}
    assert open_in(collected, 11) == {(TARA, "municipal"): 1, (AZOVO, "municipal"): 1}


def test_pupils_who_learn_there_do_not_make_a_report_of_nobody_full(database: Database) -> None:
    save_monthly(database, [organisation("СОШ № 1", pupils_10_19=300, pupils_15_19=90, young_teachers=3)])
    assert [each.is_empty for each in read_collected_year(database, 2020).versions] == [True]


@pytest.mark.parametrize(("code", "is_copy"), [("copied_last_month", True), ("implausible_count", False)])
def test_a_copied_month_is_told_by_its_warning(database: Database, code: str, is_copy: bool) -> None:
    problem = Problem(code, "warning", None, None, None, "copied_last_month", "Проверьте.")
    reading = expansion(TWO, problems=(problem,), content=b"copy")
    save_report(database, reading, b"copy", decide(confirmed=True), now=NOW)
    assert [each.is_copy for each in read_collected_year(database, 2020).versions] == [is_copy]


def test_the_regions_own_form_stands_for_no_municipality(database: Database) -> None:
    save(
        database,
        (row("Колледж", (5, 0, 0)),),
        decide(None, scope="state", districts_of_new={name_key("Колледж"): TARA}),
    )
    assert read_collected_year(database, 2020).versions == ()


def test_a_district_reads_its_own_municipalities_alone(database: Database) -> None:
    save(database, TWO)
    save(database, TWO, decide(OMSK), content=b"omsk")
    own = database.acting(Actor(Person(None, "tara", "Тара", "district", frozenset({TARA}))))
    assert {each.sender for each in read_collected_year(own, 2020, {TARA}).versions} == {TARA}
    for asked in (None, {OMSK}, {TARA, OMSK}):
        with pytest.raises(AccessDenied):
            read_collected_year(own, 2020, asked)


def test_a_version_that_was_replaced_stands_after_the_return_of_the_one_that_replaced_it(database: Database) -> None:
    first = save(database, TWO[:1], content=b"1")
    second = save(database, TWO, decide(compared_with=first.report_id), content=b"2", now=NOW + timedelta(days=2))
    returned_at = NOW + timedelta(days=3)
    return_report(database, second.report_id, reason="Проверьте число.", by=Author("Центр", returned_at))
    told = [(each.version, each.state, each.in_force) for each in read_collected_year(database, 2020).versions]
    assert told == [(1, "sent", False), (2, "returned", False)]
    assert read_collected_year(database, 2020).versions[1].returned_at == returned_at


def test_a_returned_version_that_is_brought_back_is_sent_anew(database: Database) -> None:
    report_id = save(database, TWO).report_id
    return_report(database, report_id, reason="Проверьте.", by=Author("Центр", NOW + timedelta(days=1)))
    again = NOW + timedelta(days=2)
    bring_back(database, report_id, expected=None, author="Иванова", now=again)
    (version,) = read_collected_year(database, 2020).versions
    assert (version.state, version.in_force, version.saved_at, version.sent_at) == ("sent", True, NOW, again)
