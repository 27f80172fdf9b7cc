"""What a person decided about a reading before saving it, and what came of the saving."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.report_keys import ReportKey


@dataclass(frozen=True, slots=True)
class Decisions:
    """The key of the report and every choice that the file itself does not make."""

    sender: str | None
    """ОКТМО of the municipality; None for the region's own form."""
    scope: ScopeCode
    layout: LayoutCode
    period: Period
    as_of: date
    author: str
    organisation_choices: dict[str, int | None] = field(default_factory=dict)
    """Name key → known organisation; None or absent: the known one of that very key, else a new one."""
    districts_of_new: dict[str, str] = field(default_factory=dict)
    """Name key → ОКТМО of a new organisation; needed for the region's own form."""
    kinds_of_new: dict[str, str] = field(default_factory=dict)
    """Name key → kind of a new organisation; absent: guessed by its name."""
    subordinations_of_new: dict[str, str] = field(default_factory=dict)
    """Name key → subordination of a new organisation; absent: by the scope and the name."""
    left_out_sheets: frozenset[str] = frozenset()
    different_children: frozenset[tuple[str | None, int]] = frozenset()
    """Places (sheet, row) where identical counts are other children."""
    confirmed: bool = False
    """The warnings were seen and accepted."""
    sent_by: str | None = None
    """Who sent the file, where that is another than who saves it."""
    compared_with: int | None = None
    """The report in force that the person compared with."""

    @property
    def key(self) -> ReportKey:
        """The key that the report is saved under."""
        return ReportKey(self.sender, self.scope, self.layout, self.period)

    def as_stored(self) -> dict[str, Any]:
        """Return the choices that change what the same bytes come to."""
        return {
            "as_of": self.as_of.isoformat(),
            "left_out_sheets": sorted(self.left_out_sheets),
            "different_children": sorted(
                ([sheet, row] for sheet, row in self.different_children), key=lambda place: (place[0] or "", place[1])
            ),
        }


@dataclass(frozen=True, slots=True)
class SavedReport:
    """What came of a saving."""

    report_id: int
    version: int
    outcome: Literal["saved", "unchanged"]
    notes: tuple[str, ...] = ()
    """Sentences for the sender."""
