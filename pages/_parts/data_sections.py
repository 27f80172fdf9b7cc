"""The sections of «Данные», by their codes in the address."""

from collections.abc import Callable

from pages._parts.data_boundaries import show_boundaries
from pages._parts.data_deadlines import show_deadlines
from pages._parts.data_organisations import show_organisations
from pages._parts.data_plans import show_plans
from pages._parts.data_population import show_population_data
from pages._parts.data_state import DataState
from pages._parts.database import CurrentData
from pages._parts.page_choices import PageChoice

SECTION = PageChoice(
    "section",
    "Раздел",
    {
        "organisations": "Организации",
        "population": "Численность",
        "plans": "Планы и пороги",
        "deadlines": "Сроки",
        "boundaries": "Границы",
    },
)


def show_section(code: str, data: CurrentData, state: DataState) -> None:
    """Show the chosen section."""
    _SECTIONS[code](data, state)


_SECTIONS: dict[str, Callable[[CurrentData, DataState], None]] = {
    "organisations": show_organisations,
    "population": show_population_data,
    "plans": show_plans,
    "deadlines": show_deadlines,
    "boundaries": show_boundaries,
}
