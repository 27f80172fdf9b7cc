"""What the words around the monthly tables tell: the month of the figures, and who counts as satisfied."""

import re
from collections.abc import Sequence
from datetime import date

from cmn_core.intake.found_tables import FoundTable
from cmn_core.intake.heading_dates import MONTH_STEMS, dates_above
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.reference.spelling import fold_text

_MONTH = re.compile(r"(?<![а-я\d])(" + "|".join(MONTH_STEMS) + r")(?:[а-я]{0,3}) (20\d\d)(?!\d)")
# «Оценка по шкале от 1 до 10» and «из 10» are the scale, «10–19 лет» an age; none of them is the threshold.
_NO_SCORE = re.compile(r"\d+ ?- ?\d+|от \d+ до \d+|из \d+|\d+-?[ -]балл[а-я]*н[а-я]*")
_SCORE = re.compile(r"(?<!\d)(10|[1-9])(?!\d)")
_SATISFIED = ("satisfied_mentees", "satisfied_mentors")


def find_stated_day(tables: Sequence[FoundTable]) -> date | None:
    """Return the date that stands above a table: «на 01.12.2020»."""
    days = (dates_above(table.sheet, table.heading) for table in tables)
    return next((max(found) for found in days if found), None)


def find_stated_month(tables: Sequence[FoundTable]) -> Period | None:
    """Return the month that stands above a table: «за ноябрь 2020 г.»."""
    above = (table.sheet.rows[: table.heading.top - 1] for table in tables)
    months = ([period for row in rows for period in _months_in(row)] for rows in above)
    return next((max(found) for found in months if found), None)


def read_threshold(tables: Sequence[FoundTable], reference: Reference) -> int:
    """Return the score from which a person counts as satisfied: as a caption states it, else the setting."""
    for table in tables:
        for field in _SATISFIED:
            words = _NO_SCORE.sub(" ", table.heading.words(table.heading.columns[field]))
            found = _SCORE.search(words)
            if found:
                return int(found[1])
    return reference.limits.satisfaction_threshold


def _months_in(row: Sequence[object]) -> list[Period]:
    texts = (fold_text(value) for value in row if isinstance(value, str))
    return [Period(int(year), MONTH_STEMS.index(stem) + 1) for text in texts for stem, year in _MONTH.findall(text)]
