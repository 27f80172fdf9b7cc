from dataclasses import replace

from cmn_core.analysis.figure import IndicatorFigures
from cmn_core.charts.alt_text import describe_gaps
from cmn_core.charts.gaps import NO_GAPS, NOT_COUNTED, build_gaps_chart
from cmn_core.charts.look import PAGE
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import rows_of, texts_of
from .sample_figures import make_figures


def test_largest_gap_stands_first(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_gaps_chart(figures, reference, most=5)
    assert [row["name"] for row in rows_of(chart, "hits")] == [
        "Тарский", "Большереченский", "Черлакский", "Марьяновский", "Одесский",
    ]  # fmt: skip
    assert f"100{NBSP}детей{NBSP}· 5,0{NBSP}%" in texts_of(chart)
    assert f"72{NBSP}ребёнка{NBSP}· 6,4{NBSP}%" in texts_of(chart)


def test_those_without_a_gap_are_left_out(figures: IndicatorFigures, reference: Reference) -> None:
    chart = build_gaps_chart(figures, reference, most=33)
    lacking = [figure for figure in figures.districts if figure.gap_people]
    assert len(rows_of(chart, "hits")) == len(lacking) == 16
    carried = next(text for text in texts_of(chart) if text.endswith("01.10"))
    assert carried == f"18{NBSP}детей{NBSP}· 9,1{NBSP}%{NBSP}· 01.10"
    assert texts_of(chart, "key_words") == ["прошлый отчёт"]


def test_nobody_lacking_is_said(reference: Reference) -> None:
    chart = build_gaps_chart(make_figures(gap_people=0), reference)
    assert NO_GAPS in texts_of(chart)
    assert rows_of(chart, "boxes") == []


def test_what_cannot_be_counted_is_not_called_fulfilled(reference: Reference) -> None:
    uncounted = make_figures(gap_people=None, denominator=None, value_pct=None)
    assert NOT_COUNTED in texts_of(build_gaps_chart(uncounted, reference))
    assert describe_gaps(uncounted, reference).endswith(f"{NOT_COUNTED}.")


def test_a_long_list_takes_the_columns_that_the_look_has(figures: IndicatorFigures, reference: Reference) -> None:
    two = replace(PAGE, list_columns=2)
    lefts = {row["left"] for row in rows_of(build_gaps_chart(figures, reference, most=33, look=two), "hits")}
    assert len(lefts) == 2
    assert len({row["left"] for row in rows_of(build_gaps_chart(figures, reference, most=10, look=two), "hits")}) == 1
