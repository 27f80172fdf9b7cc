"""One municipality's screen: its figure, what it is made of, what has to be known to read it."""

from cmn_core.analysis.district_overview import compute_district_overview
from tests.analysis.small_region import (
    AUGUST,
    BOLSHERECHYE,
    NOVEMBER,
    TARA,
    november_facts,
    people,
    plain,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()


def overview(district, period=NOVEMBER, facts=None, subordination=None):
    return compute_district_overview(facts or november_facts(), REFERENCE, "coverage", period, district, subordination)


def test_a_figure_of_two_reports_names_the_older_date_and_no_change():
    told = overview(TARA)
    assert plain(told.finding) == (
        "До плана Тарского района по охвату не хватает 150 детей: 5,0 % при плане 10 %, по отчёту на 01.11.2020"
    )
    assert plain(told.words.plan) == "план 10 %, не хватает 150 детей"
    assert told.words.change == ""
    assert plain(told.freshness) == "Отчёта за ноябрь 2020 нет или он неполон: взят прежний, на 01.11.2020"
    assert plain(told.beside_region) == "для сравнения область: 15,7 %"
    assert told.report_ids == (4, 3)
    assert [(line.people, line.fresh) for line in told.explanation.parts] == [(120, True), (30, False)]


def test_an_organisation_named_twice_is_told_with_both_counts():
    told = overview(BOLSHERECHYE)
    assert plain(told.finding) == "План Большереченского района по охвату выполнен: 10,0 % при плане 10 %"
    assert told.freshness == "Свежий отчёт, данные на 23.11.2020"
    assert [plain(note) for note in told.notes] == [
        "Большереченский агротехникум — в нескольких отчётах: учтено по отчёту муниципалитета: 40; в форме области: 44"
    ]


def test_a_monthly_report_beside_an_expansion_form_tells_the_difference():
    facts = year_facts(
        (report(1, TARA, "all", NOVEMBER, layout="monthly"), report(2, TARA, "municipal", NOVEMBER)),
        (people(1, TARA, (100, 0, 0)), people(2, TARA, (80, 5, 5))),
    )
    (note,) = overview(TARA, facts=facts).notes
    assert plain(note) == (
        "За ноябрь 2020 есть и ежемесячный отчёт, и отчёт о расширении: учтён ежемесячный, 100 чел.; "
        "по отчёту о расширении 90 чел., разница 10 чел. (муниципальные организации)"
    )


def test_without_a_report_nothing_is_made_up():
    told = overview(TARA, period=AUGUST)
    assert not told.has_data
    assert told.report_ids == ()
    assert plain(told.freshness) == "Отчёта за август 2020 нет"
    assert told.beside_region == ""


def test_narrowed_to_state_organisations_only_their_reports_enter():
    told = overview(TARA, subordination="state")
    assert told.figure.numerator == 30
    assert told.subtitle.endswith("; государственные организации")
