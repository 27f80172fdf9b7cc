"""Why an indicator has no value where reports are there: their layout does not tell it."""

from cmn_core.period import Period
from cmn_core.reference import Indicator, Reference
from cmn_core.wording import format_period


def describe_unfed(indicator: Indicator, period: Period, reference: Reference, place: str = "") -> str:
    """Say which report tells the indicator, and that there is none; `place` in the genitive."""
    feeding = " или ".join(f"«{reference.layouts.label(layout)}»" for layout in indicator.fed_by)
    whose = f" {place}" if place else ""
    return (
        f"Показатель «{indicator.label}» считается по отчёту {feeding}, а такого отчёта{whose} "
        f"за {format_period(period)} нет: вошедшие отчёты о нём ничего не говорят."
    )
