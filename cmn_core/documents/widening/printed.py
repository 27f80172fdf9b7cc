"""What a scenario's page is written from."""

from dataclasses import dataclass
from datetime import datetime

from cmn_core.analysis.widening import ScenarioResult


@dataclass(frozen=True, slots=True)
class PrintedScenario:
    """A scenario with what stands around it."""

    name: str
    """Empty: it was not saved yet."""
    result: ScenarioResult
    author: str
    at: datetime
    """When it was changed last, by the region's clock."""
