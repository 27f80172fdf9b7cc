"""The screen of mentoring forms, counted by hand from the small region's November."""

import pytest

from cmn_core.analysis.forms_overview import compute_forms_overview
from tests.analysis.small_region import AUGUST, NOVEMBER, november_facts, plain, small_reference

REFERENCE = small_reference()


def overview(measure="programmes", period=NOVEMBER, subordination=None):
    return compute_forms_overview(november_facts(), REFERENCE, period, measure, subordination)


def test_programmes_of_the_region_by_form():
    # pupil 3 + 1 + 4, teacher 1, student 2 − 1 named twice, employer 1, employer–student 1, own 2, unnamed 1.
    told = overview()
    assert told.ratios.region.total == 15
    assert plain(told.finding) == "53 % программ области идут в форме «Ученик – ученик»"
    assert told.heading == (
        "Соотношение форм наставничества в ОО муниципальных районов Омской области и г. Омска на 23.11.2020 г."
    )
    assert told.own_count == 2
    assert told.unassigned is None
    assert plain(told.freshness).startswith("Свежие отчёты у 3 из 5 муниципалитетов; по прежним отчётам: Горьковский")


def test_mentees_outside_the_forms_are_said():
    assert plain(overview("mentees").unassigned) == "Вне 100 %: 20 наставляемых — не распределено по формам"


@pytest.mark.parametrize(("subordination", "total"), [("state", 3), ("municipal", 12)])
def test_narrowed_ratios_say_whose_they_are(subordination, total):
    told = overview(subordination=subordination)
    assert told.ratios.region.total == total
    assert told.subtitle.endswith(REFERENCE.kinds.scope_label(subordination))


def test_without_reports_there_is_no_heading_of_a_date():
    told = overview(period=AUGUST)
    assert told.heading == ""
    assert plain(told.finding) == "О формах наставничества области нет данных"
