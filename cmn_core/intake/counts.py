"""Read one cell as a number of people, or say why it is none."""

import math
import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from cmn_core.intake.cells.grid import CellValue
from cmn_core.reference.spelling import collapse_spaces, fold_text

MOST_PEOPLE = 1_000_000_000
"""More than any column can mean; larger numbers are no numbers of people."""

_ZERO_WORDS = re.compile(r"-+|нет\.?")
_NUMBER = re.compile(
    r"(?P<sign>[-+]?)\s?(?P<whole>\d{1,3}(?: \d{3})+|\d+)(?:[.,](?P<part>\d+))?"
    r"\s?(?:чел(?:\.|овек[а]?)?|реб(?:\.|ен(?:ок|ка))|дет(?:ей|и))?\.?"
)
_WRITTEN_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?: ?г\.?)?|\d{4}-\d{2}-\d{2}(?: .*)?")
_WRITTEN_ERROR = re.compile(r"#[A-ZА-ЯЁ/0-9]+[!?]?")


@dataclass(frozen=True, slots=True)
class CountReading:
    """A number of people, or a problem code; a dash is zero with an info code."""

    count: int | None
    code: str | None = None


BLANK = CountReading(None)


def parse_count(value: CellValue | timedelta) -> CountReading:
    """Read a cell's value; blank gives no code: what a blank means depends on its row."""
    if value is None:
        return BLANK
    if isinstance(value, bool):
        return CountReading(None, "not_a_number")
    if isinstance(value, int | float):
        return _parse_number(value)
    if isinstance(value, date | time | timedelta):
        return CountReading(None, "date_in_count")
    return _parse_text(value)


def _parse_number(number: float) -> CountReading:
    if not math.isfinite(number) or abs(number) > MOST_PEOPLE:
        return CountReading(None, "not_a_number")
    if number < 0:
        return CountReading(None, "negative_count")
    # Sums of Excel carry binary dust: 17.000000000000004 is 17.
    if abs(number - round(number)) > 1e-9:
        return CountReading(None, "not_integer")
    return CountReading(round(number))


def _parse_text(text: str) -> CountReading:
    if _WRITTEN_ERROR.fullmatch(collapse_spaces(text)):
        return CountReading(None, "formula_error")
    written = fold_text(text).lstrip('"').strip()
    if not written:
        return BLANK
    if _ZERO_WORDS.fullmatch(written):
        return CountReading(0, "dash_as_zero")
    if _WRITTEN_DATE.fullmatch(written):
        return CountReading(None, "date_in_count")
    found = _NUMBER.fullmatch(written)
    if not found or found["sign"] == "+":
        return CountReading(None, "not_a_number")
    whole = int(found["whole"].replace(" ", ""))
    part = (found["part"] or "").strip("0")
    if found["sign"] == "-" and (whole or part):
        return CountReading(None, "negative_count")
    if part:
        return CountReading(None, "not_integer")
    return _parse_number(whole)


def is_dash(text: str) -> bool:
    """Tell a dash or «нет»: nothing, said in words."""
    return _ZERO_WORDS.fullmatch(fold_text(text)) is not None
