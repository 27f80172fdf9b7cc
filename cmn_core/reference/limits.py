"""Thresholds of reading and counting."""

from pydantic import Field

from cmn_core.reference.loading import DATA_FOLDER, Entry, parse_table, read_toml


class Limits(Entry):
    """Numbers that a rule compares with; units stand in the file beside them."""

    implausible_count: int = Field(gt=0)
    carried_periods: int = Field(ge=0, le=11)
    jump_pct: int = Field(gt=0)
    jump_people: int = Field(gt=0)
    name_proposal_score: int = Field(gt=0, le=100)
    original_kept_months: int = Field(gt=0)
    suppressed_below: int = Field(ge=0)


def read_limits() -> Limits:
    """Read the shipped thresholds."""
    path = DATA_FOLDER / "reference" / "limits.toml"
    return parse_table(path, Limits, read_toml(path))
