"""Which municipalities' months are looked for: the choices of the table of collecting."""

from collections.abc import Callable

from cmn_core.analysis.collected_months import CollectedMonth

_TESTS: dict[str, tuple[str, Callable[[CollectedMonth], bool]]] = {
    "": ("все", lambda month: True),
    "waiting": ("не сдали", lambda month: not month.is_sent),
    "late": ("с опозданием", lambda month: month.timing.days_late > 0),
    "incomplete": ("неполные", lambda month: bool(month.submissions) and month.fullness.grade != "full"),
    "returned": ("возвращены", lambda month: month.state == "returned"),
    "sent": ("ждут решения центра", lambda month: month.state == "sent"),
    "accepted": ("приняты", lambda month: month.state == "accepted"),
}
FILTERS = {code: label for code, (label, _) in _TESTS.items()}
"""Labels by code; the first lets everything through."""


def is_looked_for(month: CollectedMonth, code: str) -> bool:
    """Tell whether a month passes a filter."""
    return _TESTS[code][1](month)
