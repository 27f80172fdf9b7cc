"""Rows and sums of practices of several municipalities at once; programmes in the making counted without names."""

import pytest

from cmn_core.access import AccessDenied
from cmn_core.programme.programme import KeptForm, KeptModel, Programme
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.facts_reading import read_year_facts
from cmn_core.store.merging import merge_organisations
from cmn_core.store.organisations import NewOrganisation, add_organisations
from cmn_core.store.practice_rows import count_practices, read_practice_rows
from cmn_core.store.practice_sums import PracticeSums
from cmn_core.store.programme_counts import PlannedCount, count_planned
from cmn_core.store.programmes import delete_programme, start_programme
from cmn_core.store.reports import save_report
from cmn_core.store.sessions import Actor
from cmn_core.store.shown_practices import list_shown_practices, mark_practice, unmark_practice
from tests.pages.someone import person_of
from tests.store.made_readings import NOW, OMSK, TARA, decide, expansion, row
from tests.store.small_district import MODEL, save_small_district

BY = Author("Центр", NOW)


def test_rows_of_the_monthly_form(database: Database) -> None:
    report = save_small_district(database).report_id
    rows = read_practice_rows(database, [report], [TARA, OMSK])
    assert [(each.programme, each.form_code, each.role_model, each.mentors, each.mentees) for each in rows] == [
        ("Вместе", "pupil_pupil", MODEL, 4, 20),
        ("Завод детям", "employer_pupil", None, 2, 10),
        ("Рядом", "pupil_pupil", MODEL, 1, 5),
        ("Первый шаг", "employer_pupil", None, 2, 8),
        ("Своя", "own", None, 1, 7),
    ]
    assert {each.district for each in rows} == {TARA}
    assert read_practice_rows(database, [report], [OMSK]) == ()


def test_rows_of_the_expansion_form_tell_those_who_were_added(database: Database) -> None:
    reading = expansion(
        [
            row("СОШ № 1", (40, 5, 18), "Вместе", "pupil_pupil"),
            row("СОШ № 1", (None, None, None), "Рядом", "student_pupil"),
            row("СОШ № 2", (3, 0, 0)),
        ]
    )
    report = save_report(database, reading, b"x", decide(), now=NOW).report_id
    rows = read_practice_rows(database, [report], [TARA])
    assert [(each.programme, each.mentors, each.mentees, each.counts[:3]) for each in rows] == [
        ("Вместе", 5, 18, (40, 5, 18)),
        ("Рядом", None, None, (None, None, None)),
        (None, 0, 0, (3, 0, 0)),
    ]
    assert count_practices(database, [report]) == (
        PracticeSums(report, TARA, "municipal", None, None, False, 0, 5, 18),
        PracticeSums(report, TARA, "municipal", "pupil_pupil", None, True, 1, 0, 0),
        PracticeSums(report, TARA, "municipal", "student_pupil", None, True, 1, 0, 0),
    )


def test_sums_by_form_are_those_of_the_report(database: Database) -> None:
    report = save_small_district(database).report_id
    counted: dict[str | None, int] = {}
    for each in count_practices(database, [report]):
        counted[each.form_code] = counted.get(each.form_code, 0) + each.mentees
    told = {each.form: each.form_mentees for each in read_year_facts(database, 2020).sums if each.form}
    # Several rows of sums have one form: by kind of organisation.
    assert counted == {"pupil_pupil": 25, "employer_pupil": 18, "own": 7}
    assert told.keys() == counted.keys()


def test_an_organisation_that_counts_from_another_report_is_left_out(database: Database) -> None:
    report = save_small_district(database).report_id
    school = read_practice_rows(database, [report], [TARA])[0].organisation_id
    left = count_practices(database, [report], [(school, report)])
    assert sum(each.programmes for each in left) == 2
    assert count_practices(database, [report], [(school, report + 1)]) == count_practices(database, [report])


def test_names_are_for_those_who_see_organisations_and_sums_for_everyone(database: Database) -> None:
    report = save_small_district(database).report_id
    official = database.acting(Actor(person_of("district", OMSK)))
    with pytest.raises(AccessDenied):
        read_practice_rows(official, [report], [OMSK, TARA])
    assert count_practices(official, [report]) == count_practices(database, [report])


def test_programmes_in_the_making_are_counted_once_for_a_form(database: Database) -> None:
    (school,) = add_organisations(
        database, [NewOrganisation(TARA, "СОШ № 9", "school", "municipal")], author="Центр", now=NOW
    )
    models = tuple(
        KeptModel(key=key, typical=label, label=label) for key, label in (("a", MODEL), ("b", "равный – равному"))
    )
    own = KeptModel(key="c", label="капитан – новичок")
    form = KeptForm(key="pupil_pupil", code="pupil_pupil", label="Ученик – ученик", models=(*models, own))
    programme = Programme(organisation="СОШ № 9", kind="school", school_year=2020, forms=(form,))
    first, _ = (start_programme(database, school, name, programme, BY) for name in ("Первая", "Вторая"))
    delete_programme(database, first, BY)
    assert count_planned(database) == (
        PlannedCount(TARA, "pupil_pupil", None, 1),
        PlannedCount(TARA, "pupil_pupil", MODEL, 1),
        PlannedCount(TARA, "pupil_pupil", "равный – равному", 1),
    )


def test_a_mark_goes_over_with_the_organisation_that_was_merged(database: Database) -> None:
    names = [NewOrganisation(TARA, f"СОШ № {number}", "school", "municipal") for number in (1, 2)]
    first, second = add_organisations(database, names, author="Центр", now=NOW)
    mark_practice(database, first, "вместе", "Вместе", "", BY)
    merge_organisations(database, first, into=second, author="Центр", now=NOW)
    (shown,) = list_shown_practices(database)
    assert (shown.organisation_id, shown.organisation) == (second, "СОШ № 2")
    unmark_practice(database, second, "вместе", BY)
    assert list_shown_practices(database) == ()
