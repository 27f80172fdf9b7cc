import pytest

from cmn_core.charts.bar_panels import count_rows, plan_panels, spread_rows
from cmn_core.charts.canvas import plan_canvas
from cmn_core.charts.look import PAGE


def test_list_runs_down_the_first_column_then_the_next() -> None:
    spread = spread_rows([1.0] * 33, 2)
    assert [panel for panel, _, _ in spread] == [0] * 17 + [1] * 16
    assert spread[0] == (0, 0.0, 1.0)
    assert spread[17] == (1, 0.0, 1.0)


def test_high_rows_push_the_next_down() -> None:
    assert spread_rows([1.0, 2.5, 1.0], 1) == [(0, 0.0, 1.0), (0, 1.0, 3.5), (0, 3.5, 4.5)]
    assert count_rows([1.0, 2.5, 1.0], 1) == 4.5
    assert count_rows([], 1) == 1.0


def test_longest_bar_and_its_label_fill_the_panel() -> None:
    canvas = plan_canvas(PAGE, width=504, plot_height=100)  # 500 px inside the margins
    panels = plan_panels([1.0, 1.0], [(10.0, 50.0), (2.0, 50.0)], canvas=canvas, columns=1, names_px=100)
    assert panels.unit_px == pytest.approx(35.0)  # (500 − 100 − 50) / 10
    assert panels.plane.x[0] == pytest.approx(-100 / 35)
    assert (panels.plane.x[1] - panels.plane.x[0]) * 35 == pytest.approx(500)


def test_short_bar_with_a_long_label_may_be_the_one_that_decides() -> None:
    canvas = plan_canvas(PAGE, width=504, plot_height=100)
    panels = plan_panels([1.0, 1.0], [(10.0, 20.0), (9.0, 200.0)], canvas=canvas, columns=1, names_px=100)
    assert panels.unit_px == pytest.approx(200 / 9)


def test_few_rows_do_not_grow_fat() -> None:
    canvas = plan_canvas(PAGE, width=504, height=704)
    panels = plan_panels([1.0], [(1.0, 0.0)], canvas=canvas, columns=1, names_px=100)
    assert 700 / panels.plane.y[1] == pytest.approx(PAGE.highest_row)
