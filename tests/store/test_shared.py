"""Organisations that several reports of a year name come row by row, so that counting takes them once."""

from cmn_core.intake.organisation_names import name_key
from cmn_core.period import Period
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import read_year_facts
from cmn_core.store.organisations import correct_organisation, known_organisations, merge_organisations
from cmn_core.store.reports import bring_back, undo_report
from tests.store.made_readings import NOVEMBER, NOW, OCTOBER, TARA, decide, row, save

COLLEGE = "БПОУ «Тарский колледж»"


def save_both(database: Database, *, region_period: Period = NOVEMBER) -> tuple[int, int]:
    own = save(database, [row(COLLEGE, (10, 0, 4), "Путь", "own"), row("СОШ № 1", (3, 0, 0))])
    region = decide(None, scope="state", period=region_period)
    whole = save(database, [row(COLLEGE, (12, 1, 5), "Путь", "own")], region, content=b"region")
    return own.report_id, whole.report_id


def test_an_organisation_in_two_reports_is_read_with_its_share_of_each(database: Database) -> None:
    own, whole = save_both(database)
    (shared,) = read_year_facts(database, 2020).shared
    assert (shared.name, shared.district, shared.subordination) == (COLLEGE, TARA, "municipal")
    assert {sums.report_id: sums.people.drawn_in for sums in shared.sums if sums.form is None} == {own: 14, whole: 18}
    assert {sums.report_id: sums.form_mentees for sums in shared.sums if sums.form == "own"} == {own: 4, whole: 5}


def test_another_month_of_the_year_counts_too_for_carrying(database: Database) -> None:
    save_both(database, region_period=OCTOBER)
    assert [shared.name for shared in read_year_facts(database, 2020).shared] == [COLLEGE]


def test_another_year_does_not_share(database: Database) -> None:
    save_both(database, region_period=Period(2019, 11))
    assert read_year_facts(database, 2020).shared == ()
    assert read_year_facts(database, 2019).shared == ()


def test_an_undone_report_shares_nothing_and_its_return_shares_again(database: Database) -> None:
    own, _ = save_both(database)
    undo_report(database, decide().key, expected=own, author="Иванова", now=NOW)
    assert read_year_facts(database, 2020).shared == ()
    bring_back(database, own, expected=None, author="Иванова", now=NOW)
    assert [shared.name for shared in read_year_facts(database, 2020).shared] == [COLLEGE]


def test_versions_and_months_of_one_sender_share_nothing(database: Database) -> None:
    first = save(database, [row(COLLEGE)])
    save(database, [row(COLLEGE, (5, 0, 0))], decide(compared_with=first.report_id), content=b"2")
    save(database, [row(COLLEGE, (4, 0, 0))], decide(period=OCTOBER), content=b"3")
    assert read_year_facts(database, 2020).shared == ()


def test_a_spelling_found_later_shares_the_organisation(database: Database) -> None:
    save(database, [row(COLLEGE, (10, 0, 0))])
    key = name_key("Колледж в Таре")
    save(
        database, [row("Колледж в Таре", (11, 0, 0))], decide(None, scope="state", districts_of_new={key: TARA}),
        content=b"region",
    )  # fmt: skip
    assert read_year_facts(database, 2020).shared == ()
    college, spelling = (item.organisation_id for item in known_organisations(database, TARA))
    merge_organisations(database, spelling, into=college, author="Центр", now=NOW)
    assert [shared.organisation_id for shared in read_year_facts(database, 2020).shared] == [college]


def test_a_corrected_subordination_shows_in_the_shared_rows(database: Database) -> None:
    save_both(database)
    number = read_year_facts(database, 2020).shared[0].organisation_id
    correct_organisation(database, number, subordination="state", author="Центр", now=NOW)
    (shared,) = read_year_facts(database, 2020).shared
    assert {sums.subordination for sums in shared.sums} == {shared.subordination} == {"state"}
