"""What a table of programmes shows beside name and form: the columns of the layouts that its reports have."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from cmn_core.documents.organisation_columns import EXPANSION_COUNTS
from cmn_core.reference import Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.facts import Practice

_COUNTS = frozenset({*EXPANSION_COUNTS, "mentors", "mentees", "mentees_10_19"})
_MONTHLY = ("role_model", "mentors", "mentees", "mentees_10_19", "partner", "start_date")


@dataclass(frozen=True, slots=True)
class ProgrammeColumn:
    """A column that one layout has; the other's rows leave it empty."""

    caption: str
    kind: Literal["text", "count", "date"]
    field: str

    def value(self, practice: Practice) -> str | int | date | None:
        """Return what the programme's row states."""
        value: str | int | date | None = getattr(practice, self.field)
        return value


def list_programme_columns(layouts: Collection[LayoutCode], reference: Reference) -> tuple[ProgrammeColumn, ...]:
    """List the columns that the layouts have, in printed order; the expansion form's counts first."""
    columns: list[ProgrammeColumn] = []
    if "expansion" in layouts:
        columns += [_column(reference.layouts.expansion.column(field).short, field) for field in EXPANSION_COUNTS]
    if "monthly" in layouts:
        columns += [_column(reference.layouts.monthly.programmes.column(field).short, field) for field in _MONTHLY]
    return tuple(columns)


def _column(caption: str, field: str) -> ProgrammeColumn:
    if field in _COUNTS:
        return ProgrammeColumn(f"{caption}, чел.", "count", field)
    return ProgrammeColumn(caption, "date" if field == "start_date" else "text", field)
