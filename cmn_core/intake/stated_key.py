"""Whose report a file says it is, and of which month: by our template's marks, else by its own words."""

from collections.abc import Iterable

from cmn_core.errors import UsageError
from cmn_core.intake.found_tables import FoundTable
from cmn_core.intake.heading_words import find_district
from cmn_core.intake.marks import OKTMO, PERIOD
from cmn_core.period import Period, parse_period
from cmn_core.reference import Reference


def stated_district(found: Iterable[FoundTable], marks: dict[str, str], reference: Reference) -> str | None:
    """Return the ОКТМО of the one municipality that the marks, else the headings name."""
    known = {district.oktmo for district in reference.region.districts}
    if marks.get(OKTMO) in known:
        return marks[OKTMO]
    named = {
        district.oktmo for table in found if (district := find_district(table.sheet, table.heading, reference.region))
    }
    return named.pop() if len(named) == 1 else None


def marked_period(marks: dict[str, str]) -> Period | None:
    """Return the month of the marks."""
    try:
        return parse_period(marks[PERIOD]) if marks.get(PERIOD) else None
    except UsageError:
        return None
