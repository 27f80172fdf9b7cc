"""The two dates of an expansion form: from its captions, else from dates above the table."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from cmn_core.intake.cells.grid import Sheet
from cmn_core.intake.headings import Heading
from cmn_core.reference.spelling import fold_text

_EARLIEST, _LATEST = 2015, 2100
MONTH_STEMS = (
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
)
# A break inside a narrow caption leaves a blank in a date: «23.11. 2020».
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2}) ?[./] ?(\d{1,2}) ?[./] ?(\d{4}|\d{2})(?!\d)")
# Stops typed as commas; with two digits of a year they may be a list: «в 9,10,11 классах».
_COMMAS = re.compile(r"(?<!\d)(\d{1,2}), ?(\d{1,2}), ?(\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WORDED = re.compile(r"(?<!\d)(\d{1,2})(?:-?(?:го|е))?[\"»]? (" + "|".join(MONTH_STEMS) + r")[а-я]* (\d{4})")
_DATE_TEXT = re.compile(
    rf"(?:по состоянию )?(?:на |с |по )?(?:{_NUMERIC.pattern}|{_ISO.pattern}|\"?{_WORDED.pattern})(?: ?г\.?| ?года)?"
)
# Words beside a date that is an approval, a letter or a note, not the date of the figures.
# «от 10 до 19 лет» of the title is an age, «от 12.11.2020» a letter.
_OTHER_DATE = re.compile(
    r"утвержд|согласован|приказ|письм|приложени|распоряжени|протокол|примечани|"
    r"\bот \"?\d++\"?+(?! ?(?:до|-))|№|исх\.|вх\.|исполн"
)
# A line of this kind ends an approval that stands above it.
_OWN_LINE = re.compile(r"данные о|сведения|отчет|наставничеств|по состоянию|отчетн|\bна \"?\d")


def find_dates(sheet: Sheet, heading: Heading) -> tuple[date, ...]:
    """Return the first and the second date, or the one that is stated, or nothing."""
    before = dates_in(heading.words(heading.columns["involved_before"]))
    added = _added_dates(heading)
    if before and added:
        return (before[0], added[-1])
    cells = date_cells(sheet, heading)
    if not before and not added:
        above = sorted(set(cells) or set(dates_above(sheet, heading)))
        return tuple(above[:1] + above[-1:]) if len(above) > 1 else tuple(above)
    known = (before or added)[0]
    others = sorted(day for day in {*cells, *dates_above(sheet, heading)} if day != known)
    return tuple(sorted([known, *others[-1:]]))


def _added_dates(heading: Heading) -> list[date]:
    """Return the dates over the additional people, else over «Привлечено дополнительно» in a column of its own."""
    named = [heading.columns[field] for field in ("added_mentors", "added_mentees")]
    others = [column for column in heading.captions if column not in heading.columns.values()]
    over_people = [day for column in named for day in dates_in(heading.words(column))]
    words = (heading.words(column) for column in others)
    return over_people or [day for text in words if "дополнительн" in text for day in dates_in(text)]


def as_of_date(dates: tuple[date, ...], heading: Heading) -> date | None:
    """Return the date that the figures are given on: the second one; a lone first date tells nothing of it."""
    if len(dates) == 1 and dates_in(heading.words(heading.columns["involved_before"])):
        return None
    return dates[-1] if dates else None


def dates_in(text: str) -> list[date]:
    """Return the dates written in a text, in their order."""
    folded = _COMMAS.sub(r"\1.\2.\3", fold_text(text))
    found = [(match.start(), match[3], match[2], match[1]) for match in _NUMERIC.finditer(folded)]
    found += [(match.start(), match[1], match[2], match[3]) for match in _ISO.finditer(folded)]
    found += [
        (match.start(), match[3], str(MONTH_STEMS.index(match[2]) + 1), match[1]) for match in _WORDED.finditer(folded)
    ]
    days = (make_date(int(year), int(month), int(day)) for _, year, month, day in sorted(found))
    return [day for day in days if day]


def date_cells(sheet: Sheet, heading: Heading) -> list[date]:
    """Return date cells inside the heading and in rows of dates alone right under it."""
    bottom = heading.bottom
    while bottom < len(sheet.rows) and _is_date_row(sheet.rows[bottom]):
        bottom += 1
    return [day for row in sheet.rows[heading.top - 1 : bottom] for day in _cell_dates(row)]


def is_date_row(sheet: Sheet, row: int) -> bool:
    """Tell whether a row holds dates alone: it belongs to the heading."""
    return _is_date_row(sheet.rows[row - 1])


def _is_date_row(row: Iterable[object]) -> bool:
    filled = [value for value in row if value not in (None, "")]
    return len(filled) > 0 and all(isinstance(value, date) or _is_date_text(value) for value in filled)


def _is_date_text(value: object) -> bool:
    """Tell a text that is a date alone: «на 23.11.2020 г.»."""
    return isinstance(value, str) and len(value) < 40 and bool(_DATE_TEXT.fullmatch(fold_text(value)))


def dates_above(sheet: Sheet, heading: Heading) -> list[date]:
    """Return dates above the heading, leaving out approvals, letters and notes with what stands near them."""
    days: list[date] = []
    approval_rows = 0
    for row in sheet.rows[: heading.top - 1]:
        words = fold_text(" ".join(value for value in row if isinstance(value, str)))
        if re.search(r"утвержд|согласован", words):
            # «Утверждаю», post, signature and date stand in up to four lines.
            approval_rows = 4
        elif _OWN_LINE.search(words):
            approval_rows = 0
        if approval_rows:
            approval_rows -= 1
            continue
        if _OTHER_DATE.search(words):
            continue
        days += [*_cell_dates(row), *dates_in(words)]
    return days


def _cell_dates(row: Iterable[object]) -> list[date]:
    days = [value.date() if isinstance(value, datetime) else value for value in row if isinstance(value, date)]
    days += [day for value in row if isinstance(value, str) and _is_date_text(value) for day in dates_in(value)]
    return [day for day in days if _EARLIEST <= day.year <= _LATEST]


def make_date(year: int, month: int, day: int) -> date | None:
    """Make a day of a year that a report may speak of; None for any other numbers."""
    year += 2000 if year < 100 else 0
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if _EARLIEST <= made.year <= _LATEST else None
