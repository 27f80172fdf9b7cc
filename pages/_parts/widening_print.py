"""The way of scenarios to paper: a file of Word, made when it is asked for."""

from collections.abc import Sequence
from functools import partial

from cmn_core.documents.widening.printed import PrintedScenario
from cmn_core.reference import Reference
from pages._parts.database import CurrentData
from pages._parts.downloads import DEMONSTRATION, name_file
from pages._parts.handed_file import show_file_link

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONGEST = 60


def show_print(scenarios: Sequence[PrintedScenario], data: CurrentData, *, key: str, label: str) -> None:
    """Offer a page a scenario; several begin with a page that compares them."""
    figure = scenarios[0].result.before
    name = scenarios[0].name if len(scenarios) == 1 else "сравнение"
    note = f" ({DEMONSTRATION})" if data.demonstration else ""
    # A name of 200 signs would be more than some systems let a file have.
    title = ", ".join(filter(None, ["Варианты расширения", figure.name, str(figure.period), name[:_LONGEST]])) + note
    make = partial(_write, tuple(scenarios), data.reference, demonstration=data.demonstration)
    show_file_link(label, make, name_file(f"{title}.docx"), _DOCX, key=key)


# Word's library is loaded by those alone who ask for a page.
def _write(scenarios: Sequence[PrintedScenario], reference: Reference, *, demonstration: bool) -> bytes:
    from cmn_core.documents.widening.scenario_page import write_scenarios

    return write_scenarios(scenarios, reference, demonstration=demonstration)
