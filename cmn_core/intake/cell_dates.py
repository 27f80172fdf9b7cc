"""Read one cell as a day, in the spellings that people use."""

import re
from datetime import date, datetime

from cmn_core.intake.cells.grid import CellValue
from cmn_core.intake.heading_dates import MONTH_STEMS, dates_in, make_date
from cmn_core.reference.spelling import fold_text

_MONTH = re.compile(r"(?:с )?(?:(\d{1,2})[./]|(" + "|".join(MONTH_STEMS) + r")[а-я]* )(\d{4})(?: ?г\.?| года?)?")


def parse_day(value: CellValue) -> date | None:
    """Read a date cell or a written date; a month alone is its first day; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    days = dates_in(value)
    if days:
        return days[0]
    found = _MONTH.fullmatch(fold_text(value))
    if found is None:
        return None
    return make_date(int(found[3]), int(found[1] or MONTH_STEMS.index(found[2]) + 1), 1)
