"""Whether a report came in time: days by the region's calendar against the deadline."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Timing:
    """A report beside its deadline."""

    due: date
    """The last day in time."""
    days_late: int
    """0: in time, or the term has not ended yet."""
    waits: bool
    """Nothing stands for the month: the days run on."""
    days_left: int = 0
    """To the end of the term, while it waits; 0: today is the last day, or the term has ended."""

    @property
    def in_time(self) -> bool:
        """Tell what came, and not late."""
        return not self.waits and not self.days_late


def judge_timing(due: date, today: date, first_sent: datetime | None, returned_at: datetime | None = None) -> Timing:
    """Judge what was sent first, by the region's clock; None: nothing was.

    `returned_at`: when it was returned, while it is: days run anew, from the deadline or from the return if later.
    """
    if first_sent is not None and returned_at is None:
        return Timing(due, max(0, (first_sent.date() - due).days), waits=False)
    since = max(due, returned_at.date()) if returned_at else due
    return Timing(due, max(0, (today - since).days), waits=True, days_left=max(0, (due - today).days))
