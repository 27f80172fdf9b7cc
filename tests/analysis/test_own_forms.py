"""Forms of their own: grouped by their words, counted only where they count."""

from cmn_core.analysis.own_forms import list_own_forms
from cmn_core.analysis.parts import select_parts
from cmn_core.store.own_forms import OwnFormRow
from tests.analysis.small_region import (
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    TARA,
    november_facts,
    small_reference,
)

REFERENCE = small_reference()
PARTS = select_parts(november_facts(), NOVEMBER, REFERENCE)


def own(report_id, organisation_id, district, words, *, subordination="municipal", programme="Вместе"):
    return OwnFormRow(report_id, organisation_id, district, subordination, words, programme)


def listed(*rows, subordination=None):
    forms = list_own_forms(rows, PARTS, REFERENCE, subordination)
    return [(form.words, form.programmes, form.organisations, form.places) for form in forms]


def test_spellings_of_one_form_are_one_and_read_as_most_write_it():
    rows = (
        own(4, 1, TARA, "студент – команда"),
        own(4, 2, TARA, "Студент-Команда"),
        own(2, 3, GORKOVSKOYE, "студент – команда"),
        own(2, 3, GORKOVSKOYE, "родитель – ученик"),
    )
    assert listed(*rows) == [
        ("студент – команда", 3, 3, (("Тарский", 2), ("Горьковский", 1))),
        ("родитель – ученик", 1, 1, (("Горьковский", 1),)),
    ]


def test_rows_of_reports_that_do_not_enter_are_left_out():
    # Тарский's report of all organisations of October gives only the state ones: November's is there for the rest.
    assert listed(own(3, 1, TARA, "студент – команда"), own(99, 2, TARA, "студент – команда")) == []
    state = own(3, 1, TARA, "студент – команда", subordination="state")
    assert [form[1] for form in listed(state)] == [1]
    assert listed(state, subordination="municipal") == []


def test_an_organisation_named_twice_counts_once():
    rows = [own(number, 7, BOLSHERECHYE, "студент – команда", subordination="state") for number in (1, 10)]
    assert [form[1:3] for form in listed(*rows)] == [(1, 1)]


def test_a_row_without_a_programme_keeps_its_place():
    assert listed(own(4, 1, TARA, "студент – команда", programme=None)) == [
        ("студент – команда", 0, 1, (("Тарский", 0),))
    ]
