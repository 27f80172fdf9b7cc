"""Read one cell as a day, in the spellings that people use."""

import re
from datetime import date, datetime, timedelta

from cmn_core.intake.cells.grid import CellValue
from cmn_core.intake.heading_dates import MONTH_STEMS, dates_in, make_date
from cmn_core.reference.spelling import fold_text

_MONTH = re.compile(r"(?:с )?(?:(\d{1,2})[./]|(" + "|".join(MONTH_STEMS) + r")[а-я]* )(\d{4})(?: ?г\.?| года?)?")

_EPOCH = date(1899, 12, 30)
_LAST_NUMBER = 80_000
"""In 2119; what is no year of a report is no date anyway."""


def parse_day(value: CellValue) -> date | None:
    """Read a date cell, a written date, or Excel's number of a day; a month alone is its first day; else None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return _count_from_epoch(value)
    days = dates_in(value)
    if days:
        return days[0]
    found = _MONTH.fullmatch(fold_text(value))
    if found is None:
        return None
    return make_date(int(found[3]), int(found[1] or MONTH_STEMS.index(found[2]) + 1), 1)


def _count_from_epoch(value: CellValue) -> date | None:
    """Read the number that Excel shows for a date whose cell lost its format: days since 30.12.1899."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= _LAST_NUMBER:
        return None
    day = _EPOCH + timedelta(days=int(value))
    return make_date(day.year, day.month, day.day)
