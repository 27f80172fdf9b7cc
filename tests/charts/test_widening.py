"""A municipality's figure today and with scenarios."""

from dataclasses import replace

import pytest

from cmn_core.analysis.figure import Figure
from cmn_core.charts.widening import build_widening_chart, describe_widening
from cmn_core.reference import Reference
from cmn_core.wording import NBSP

from .drawn import rows_of, texts_of
from .sample_figures import make_figure
from .sample_scenarios import make_scenarios


def test_today_stands_first_and_each_scenario_under_its_name(reference: Reference) -> None:
    chart = build_widening_chart(make_scenarios(20, 60), reference)
    assert [row["name"] for row in rows_of(chart, "hits")] == ["сейчас", "Вариант 20", "Вариант 60"]
    texts = texts_of(chart)
    # 100, 140 and 220 of 2 000 children; 200 are the plan.
    for words in ("5,0", "7,0", "11,0"):
        assert any(text.startswith(f"{words}{NBSP}%") for text in texts)
    assert f"11,0{NBSP}%{NBSP}· 220{NBSP}чел." in texts
    assert f"план 10{NBSP}%" in texts
    assert set(texts_of(chart, "key_words")) == {"ниже плана", "план выполнен"}


def test_words_tell_what_the_bars_show(reference: Reference) -> None:
    assert describe_widening(make_scenarios(20), reference).replace(NBSP, " ") == (
        "Охват наставничеством, Тарский: сейчас — 5,0 % · 100 чел.; Вариант 20 — 7,0 % · 140 чел.; план 10 %."
    )


@pytest.mark.parametrize(
    ("figure", "words", "boxes"),
    [
        (make_figure("52654000", "Тарский", None), "нет данных", 0),
        (replace(make_figure("52654000", "Тарский", 100), denominator=None, value_pct=None), f"140{NBSP}чел.", 2),
        (make_figure("52654000", "Тарский", 100, target_pct=None), f"7,0{NBSP}%{NBSP}· 140{NBSP}чел.", 2),
    ],
)
def test_without_a_share_or_a_plan_there_is_no_line(
    figure: Figure, words: str, boxes: int, reference: Reference
) -> None:
    chart = build_widening_chart(make_scenarios(20, figure=figure), reference)
    texts = texts_of(chart)
    assert words in texts
    assert not any(text.startswith("план") for text in texts)
    assert len(rows_of(chart, "boxes")) == boxes


def test_over_the_whole_is_flagged_and_drawn_as_it_is(reference: Reference) -> None:
    chart = build_widening_chart(make_scenarios(2000), reference)
    assert f"205,0{NBSP}%{NBSP}· 4{NBSP}100{NBSP}чел." in texts_of(chart)
    assert "больше 100 %" in texts_of(chart, "key_words")
