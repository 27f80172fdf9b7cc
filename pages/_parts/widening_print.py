"""The ways of scenarios out of the page: a file of Word, their tables and the picture, made when they are asked for."""

from collections.abc import Mapping, Sequence
from functools import partial

import altair as alt

from cmn_core.analysis.commentary import district_finding, figure_subtitle
from cmn_core.analysis.widening_words import scenario_finding
from cmn_core.charts.widening import build_widening_chart
from cmn_core.documents.shown_table import ShownTable
from cmn_core.documents.widening.printed import PrintedScenario
from cmn_core.reference import Reference
from pages._parts.database import CurrentData
from pages._parts.downloads import DEMONSTRATION, Picture, name_file, show_downloads
from pages._parts.handed_file import show_file_link
from pages._parts.widening_screen import Named

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONGEST, _PICTURE_WIDTH = 60, 980


def show_print(scenarios: Sequence[PrintedScenario], data: CurrentData, *, key: str) -> None:
    """Offer a page a scenario; several begin with a page that compares them."""
    figure = scenarios[0].result.before
    name = scenarios[0].name if len(scenarios) == 1 else "сравнение"
    note = f" ({DEMONSTRATION})" if data.demonstration else ""
    # A name of 200 signs would be more than some systems let a file have.
    title = ", ".join(filter(None, ["Варианты расширения", figure.name, str(figure.period), name[:_LONGEST]])) + note
    make = partial(_write, tuple(scenarios), data.reference, demonstration=data.demonstration)
    show_file_link("Печать, Word", make, name_file(f"{title}.docx"), _DOCX, key=key)


def show_scenario_downloads(place: str, named: Named, tables: Mapping[str, ShownTable], data: CurrentData) -> None:
    """Offer tables, by what is added to the name, and the picture; a scenario is its person's until it is shown."""
    today, reference = named[0][1].before, data.reference

    def draw(note: str) -> alt.LayerChart:
        subtitle = "; ".join(filter(None, [figure_subtitle(today, reference), note]))
        title = scenario_finding(named[0][1], reference) if len(named) == 1 else district_finding(today, reference)
        return build_widening_chart(named, reference, title=title, subtitle=subtitle, width=_PICTURE_WIDTH)

    name = f"{today.name} {today.period}, варианты расширения"
    picture = Picture("сейчас и с вариантами", draw)
    show_downloads(place, name, tables, picture, demonstration=data.demonstration, scoped=True)


# Word's library is loaded by those alone who ask for a page.
def _write(scenarios: Sequence[PrintedScenario], reference: Reference, *, demonstration: bool) -> bytes:
    from cmn_core.documents.widening.scenario_page import write_scenarios

    return write_scenarios(scenarios, reference, demonstration=demonstration)
