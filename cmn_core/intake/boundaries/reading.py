"""What came of reading a file of boundaries."""

from dataclasses import dataclass
from typing import Literal

from cmn_core.reference.boundaries import Boundaries


@dataclass(frozen=True, slots=True)
class BoundaryNote:
    """Something to know about the file; an error keeps it from being saved."""

    severity: Literal["error", "warning"]
    message: str


@dataclass(frozen=True, slots=True)
class BoundaryReading:
    """Shapes by municipality, and by name what was and was not matched."""

    boundaries: Boundaries
    notes: tuple[BoundaryNote, ...] = ()
    matched: tuple[tuple[str, str], ...] = ()
    """ОКТМО and what the file calls it."""
    strangers: tuple[str, ...] = ()
    """Names of the file that are no municipality of the region."""
    missing: tuple[str, ...] = ()
    """ОКТМО of municipalities without a shape."""

    @property
    def can_be_saved(self) -> bool:
        """Tell whether there is a shape to show and no error."""
        return bool(self.boundaries.shapes) and all(note.severity != "error" for note in self.notes)


def refuse(message: str) -> BoundaryReading:
    """Return a reading of nothing with the reason."""
    return BoundaryReading(Boundaries({}), (BoundaryNote("error", message),))
