"""«Варианты расширения» of one municipality: the scenario in the making, what is lacking, what was saved."""

from collections.abc import Callable

from cmn_core.analysis.widening_overview import WideningOverview
from pages._parts.database import CurrentData
from pages._parts.finding import show_finding
from pages._parts.page_choices import PageChoice, show_segments
from pages._parts.scope import Scope
from pages._parts.widening_assembling import show_assembling
from pages._parts.widening_lacks import show_lacks
from pages._parts.widening_saved import show_saved
from pages._parts.widening_screen import read_widening
from pages._parts.widening_state import SECTION, show_done

_SECTIONS = {"plan": "Расчёт", "lacks": "Чего нет в муниципалитете", "saved": "Сохранённые варианты"}


def list_sections(data: CurrentData, oktmo: str) -> PageChoice:
    """Return the sections that the person may open: what was saved is for those who may save."""
    may_save = data.database.actor.person.may("plan_widening", oktmo)
    words = {code: label for code, label in _SECTIONS.items() if code != "saved" or may_save}
    return PageChoice(SECTION, "Раздел", words)


def show_district(data: CurrentData, scope: Scope, oktmo: str, sections: PageChoice, section: str) -> None:
    """Show what is lacking to the plan, and the chosen section."""
    overview = read_widening(data, scope, oktmo)
    show_finding(overview.finding, overview.subtitle)
    show_done(oktmo, data)
    show_segments(sections, section)
    _SHOWN[section](data, scope, overview)


_SHOWN: dict[str, Callable[[CurrentData, Scope, WideningOverview], None]] = {
    "plan": show_assembling,
    "lacks": show_lacks,
    "saved": show_saved,
}
