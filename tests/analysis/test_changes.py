"""What changed between two months, worked by hand."""

from dataclasses import replace
from decimal import Decimal

from cmn_core.analysis.change_commentary import describe_changes
from cmn_core.analysis.changes import Changes, compute_changes, compute_points
from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.analysis.indicators import compute_indicator
from cmn_core.period import Period
from cmn_core.store.facts import YearFacts
from tests.analysis.small_region import (
    AUGUST,
    BOLSHERECHYE,
    GORKOVSKOYE,
    NOVEMBER,
    OCTOBER,
    OMSK,
    TARA,
    UST_ISHIM,
    children,
    november_facts,
    people,
    plain,
    report,
    small_reference,
    year_facts,
)

REFERENCE = small_reference()
JULY = Period(2020, 7)


def two_months() -> YearFacts:
    """October → November, 1 000 children each: one reaches, one loses, one falls, one comes, one drops out."""
    counts = {
        BOLSHERECHYE: (90, 120),
        GORKOVSKOYE: (110, 95),
        TARA: (50, 41),
        UST_ISHIM: (None, 30),
    }
    reports, sums = [report(90, OMSK, "municipal", JULY)], [people(90, OMSK, (70, 0, 0))]
    for place, (oktmo, months) in enumerate(counts.items()):
        for month, count in zip((OCTOBER, NOVEMBER), months, strict=True):
            if count is not None:
                report_id = place * 10 + month.month
                reports.append(report(report_id, oktmo, "municipal", month))
                sums.append(people(report_id, oktmo, (count, 0, 0)))
    population = tuple(children(oktmo, 1000) for oktmo in (*counts, OMSK))
    return year_facts(tuple(reports), tuple(sums), population)


def coverage(facts: YearFacts, period: Period) -> IndicatorFigures:
    return compute_indicator(facts, REFERENCE, "coverage", period)


def changes_of(facts: YearFacts, since: Period, until: Period) -> Changes:
    return compute_changes(coverage(facts, since), coverage(facts, until))


def test_each_kind_of_change_is_found():
    changes = changes_of(two_months(), OCTOBER, NOVEMBER)
    # October (90 + 110 + 50 + 70) ÷ 4 000 = 8,0 %; November (120 + 95 + 41 + 30) ÷ 4 000 = 7,15 %
    assert changes.region_points == Decimal("-0.85")
    assert dict(changes.district_points) == {
        BOLSHERECHYE: Decimal(3),
        GORKOVSKOYE: Decimal("-1.5"),
        TARA: Decimal("-0.9"),
    }
    assert [figure.district for figure in changes.newly_reached] == [BOLSHERECHYE]
    assert [figure.district for figure in changes.lost] == [GORKOVSKOYE]
    assert [(fall.district, fall.before, fall.after) for fall in changes.fell] == [
        (GORKOVSKOYE, 110, 95),
        (TARA, 50, 41),
    ]
    assert [figure.district for figure in changes.newly_reported] == [UST_ISHIM]
    assert [figure.district for figure in changes.dropped_out] == [OMSK]


def test_each_change_is_told():
    assert [
        plain(sentence) for sentence in describe_changes(changes_of(two_months(), OCTOBER, NOVEMBER), REFERENCE)
    ] == [
        "Охват наставничеством, значение области: −0,9 п. п. к октябрю 2020.",
        "План достиг ещё 1 муниципалитет: Большереченский.",
        "Снова ниже плана оказался 1 муниципалитет: Горьковский.",
        "Накопительный итог Горьковского района уменьшился с 110 до 95 детей: проверьте отчёт.",
        "Накопительный итог Тарского района уменьшился с 50 до 41 ребёнка: проверьте отчёт.",
        "Появились данные ещё у 1 муниципалитета: Усть-Ишимский.",
        "Больше не учитываются, последний отчёт старше 3 месяцев: Омск.".replace("Омск", "г. Омск"),
    ]


def test_years_are_not_compared():
    january = replace(
        year_facts((report(1, TARA, "municipal", Period(2021, 1)),), (people(1, TARA, (1, 0, 0)),), year=2021),
        population=(children(TARA, 1000, year=2021),),
    )
    before, after = coverage(two_months(), Period(2020, 12)), coverage(january, Period(2021, 1))
    changes = compute_changes(before, after)
    assert changes == Changes("coverage", Period(2020, 12), Period(2021, 1))
    assert compute_points(before.of(TARA), after.of(TARA)) is None
    (sentence,) = describe_changes(changes, REFERENCE)
    assert sentence == "Сравнения нет: декабрь 2020 и январь 2021 — разные годы, а счёт каждый год идёт с 1 января."


def test_nothing_changed_is_said():
    quiet = changes_of(november_facts(), NOVEMBER, Period(2020, 12))
    # in December everybody is carried: Горьковский's September is three months back
    assert describe_changes(quiet, REFERENCE) == ("К ноябрю 2020 изменений нет.",)


def test_a_scope_that_grew_too_old_is_no_fall():
    facts = year_facts(
        (report(1, TARA, "state", AUGUST), report(2, TARA, "municipal", NOVEMBER)),
        (people(1, TARA, (40, 0, 0), subordination="state"), people(2, TARA, (60, 0, 0))),
    )
    changes = changes_of(facts, NOVEMBER, Period(2020, 12))
    assert coverage(facts, NOVEMBER).of(TARA).numerator == 100
    assert coverage(facts, Period(2020, 12)).of(TARA).numerator == 60
    assert changes.fell == ()
