"""Scenarios of one municipality to draw."""

from cmn_core.analysis.figure import Figure
from cmn_core.analysis.widening import ScenarioResult, compute_scenario
from cmn_core.programme.scenario import Option, Scenario
from cmn_core.reference import shipped_reference

from .sample_figures import make_figure


def make_scenarios(*pairs: int, figure: Figure | None = None) -> tuple[tuple[str, ScenarioResult], ...]:
    """Make a scenario of so many pairs of pupils each; by default 100 of 2 000 children take part."""
    today = figure or make_figure("52654000", "Тарский", 100)
    return tuple(
        (
            f"Вариант {count}",
            compute_scenario(Scenario(options=(Option(form="pupil_pupil", pairs=count),)), today, shipped_reference()),
        )
        for count in pairs
    )
