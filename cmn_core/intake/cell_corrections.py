"""A cell whose value was corrected by hand on the way in; kept with the report beside the original."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellCorrection:
    """What a cell is to hold instead of what the file says."""

    sheet: str | None
    cell: str
    now: str
    """As typed; empty: an empty cell."""
    was: str = ""
    """As the file shows it; filled in when the correction is applied."""

    @property
    def place(self) -> tuple[str | None, str]:
        """Return the sheet and the address."""
        return self.sheet, self.cell
