"""School years that a programme may be for."""

from cmn_core.programme.opening import school_year_of
from pages._parts.collection_data import today_of
from pages._parts.database import CurrentData


def offered_years(data: CurrentData) -> list[int]:
    """Return the years that school years begin in; the second is the one that is planned or under way."""
    current = school_year_of(today_of(data))
    return [current + 1, current, current - 1]


def year_words(year: int) -> str:
    """Return the school year as it is written."""
    return f"{year}/{year + 1}"
