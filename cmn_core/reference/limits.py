"""Thresholds of reading and counting, and how people are told of them."""

from pydantic import Field

from cmn_core.errors import UsageError
from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_entries, parse_table, read_toml
from cmn_core.reference.spelling import collapse_spaces


class Limits(Entry):
    """Numbers that a rule compares with; units stand in the file beside them."""

    implausible_count: int = Field(ge=100, le=100_000)
    carried_periods: int = Field(ge=0, le=11)
    jump_pct: int = Field(ge=1, le=1000)
    jump_people: int = Field(ge=1, le=10_000)
    name_proposal_score: int = Field(ge=50, le=100)
    repetition_score: int = Field(ge=50, le=100)
    original_kept_months: int = Field(ge=1, le=120)
    draft_kept_days: int = Field(ge=1, le=366)
    suppressed_below: int = Field(ge=0, le=100)
    satisfaction_threshold: int = Field(ge=1, le=10)


class LimitText(Entry):
    """A threshold in words: its name, its unit, and what it changes."""

    code: str
    label: str
    unit: str
    meaning: str


def limit_range(code: str) -> tuple[int, int]:
    """Return the least and the greatest value that a threshold may have."""
    bounds = Limits.model_fields[code].metadata
    least = next(bound.ge for bound in bounds if hasattr(bound, "ge"))
    greatest = next(bound.le for bound in bounds if hasattr(bound, "le"))
    return least, greatest


def parse_limit(code: str, written: str) -> int:
    """Read a threshold as people write it: «5 000»; raise UsageError where it is outside its range."""
    least, greatest = limit_range(code)
    digits = collapse_spaces(written).replace(" ", "")
    # Digits of other scripts are digits to `int` too.
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10 and least <= int(digits) <= greatest):
        raise UsageError(f"«{written}» не подходит: нужно целое число от {least} до {greatest}.")
    return int(digits)


def read_limits() -> Limits:
    """Read the shipped thresholds."""
    path = DATA_FOLDER / "reference" / "limits.toml"
    return parse_table(path, Limits, read_toml(path))


def read_limit_texts() -> tuple[LimitText, ...]:
    """Read the words of the thresholds that a person may set."""
    path = DATA_FOLDER / "reference" / "limit_texts.toml"
    return parse_entries(path, "limit", LimitText, read_toml(path).get("limit"))
