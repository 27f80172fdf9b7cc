"""Reports as they stand for collecting: of each key the version that tells its state, and when it was sent first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.collecting import CollectedVersion


@dataclass(frozen=True, slots=True)
class Submission:
    """A sender's report of a scope, layout and month."""

    version: CollectedVersion
    """The one in force, or one returned after it."""
    first_sent: datetime
    """When the first version that was not undone was sent, by the region's clock."""

    @property
    def is_returned(self) -> bool:
        """Tell a report that its sender has to mend."""
        return self.version.state == "returned"


SubmissionsOfMonth = Mapping[tuple[LayoutCode, ScopeCode], Submission]


def sort_submissions(versions: Iterable[CollectedVersion]) -> dict[tuple[str, Period], SubmissionsOfMonth]:
    """Sort versions by municipality and month, then by form and scope."""
    by_key: defaultdict[tuple[str, Period], defaultdict[tuple[LayoutCode, ScopeCode], list[CollectedVersion]]]
    by_key = defaultdict(lambda: defaultdict(list))
    for version in versions:
        by_key[version.sender, version.period][version.layout, version.scope].append(version)
    return {
        place: {key: standing for key, each in of_month.items() if (standing := _stand(each)) is not None}
        for place, of_month in by_key.items()
    }


def _stand(versions: Iterable[CollectedVersion]) -> Submission | None:
    ordered = sorted(versions, key=lambda each: each.version)
    in_force = next((each for each in ordered if each.in_force), None)
    after = [
        each
        for each in ordered
        if each.state == "returned" and (not in_force or (each.returned_at or each.saved_at) > in_force.sent_at)
    ]
    told = after[-1] if after else in_force
    return Submission(told, min(each.saved_at for each in ordered)) if told else None
