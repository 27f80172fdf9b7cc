"""Scenarios of widening that stand in the demonstration: saved by a municipality's official through the usual door."""

from datetime import datetime, time, timedelta

from cmn_core.demo.plan import DemoPlan
from cmn_core.programme.scenario import Option, Scenario
from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml
from cmn_core.store.audit import Author
from cmn_core.store.engine import Database
from cmn_core.store.scenarios import add_scenario, list_scenarios

_HOUR = time(11, 40)


class WeighedScenario(Entry):
    """One scenario."""

    name: str
    days_before: int
    """How long before the day on which the demonstration stands it was saved."""
    options: tuple[Option, ...]


class WeighedScenarios(Entry):
    """All of them, of one municipality."""

    author: str
    oktmo: str
    scenario: tuple[WeighedScenario, ...]


def add_weighed_scenarios(database: Database, plan: DemoPlan) -> None:
    """Add the scenarios that are not there yet; one that somebody deleted stays deleted."""
    path = DATA_FOLDER / "demo" / "scenarios.toml"
    weighed = parse_table(path, WeighedScenarios, read_toml(path))
    there = {
        saved.name for deleted in (False, True) for saved in list_scenarios(database, weighed.oktmo, deleted=deleted)
    }
    for item in weighed.scenario:
        if item.name not in there:
            moment = datetime.combine(plan.story.today - timedelta(days=item.days_before), _HOUR)
            scenario = Scenario(options=item.options)
            by = Author(weighed.author, moment)
            add_scenario(database, weighed.oktmo, plan.story.last.period, item.name, scenario, by)
