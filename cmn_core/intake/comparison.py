"""What a report changes: its organisations beside those of an earlier report, whether a version or the last month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from cmn_core.intake.matching import NameMatch
from cmn_core.intake.people_counts import NO_PEOPLE, PeopleCounts
from cmn_core.intake.reading import OrganisationCounts

DifferenceKind = Literal["added", "gone", "changed", "same"]


class EarlierCounts(Protocol):
    """What the store tells of an organisation in an earlier report."""

    @property
    def organisation_id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def people(self) -> PeopleCounts: ...
    @property
    def programmes(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ComparedCounts:
    """The numbers of an organisation, or of a whole report, that are laid side by side."""

    people: PeopleCounts
    programmes: int

    def plus(self, other: "ComparedCounts") -> "ComparedCounts":
        """Add another set of counts."""
        return ComparedCounts(self.people.plus(other.people), self.programmes + other.programmes)


NOTHING = ComparedCounts(NO_PEOPLE, 0)


@dataclass(frozen=True, slots=True)
class OrganisationDifference:
    """One organisation in both reports; None where a report does not name it."""

    organisation_id: int | None
    """None: an organisation that the store does not know yet."""
    name: str
    before: ComparedCounts | None
    now: ComparedCounts | None
    sheet: str | None = None
    """Where the new report first names the organisation."""
    cell: str | None = None
    row: int | None = None

    @property
    def kind(self) -> DifferenceKind:
        """Tell what became of the organisation."""
        if self.before is None:
            return "added"
        if self.now is None:
            return "gone"
        return "same" if self.before == self.now else "changed"

    @property
    def change(self) -> int:
        """People more, or fewer if below zero; a report that does not name the organisation counts none."""
        return (self.now or NOTHING).people.drawn_in - (self.before or NOTHING).people.drawn_in


@dataclass(frozen=True, slots=True)
class ReportDifference:
    """Two reports, organisation by organisation: in the new one's order, then those that are gone."""

    organisations: tuple[OrganisationDifference, ...]

    @property
    def before(self) -> ComparedCounts:
        """Sums of the earlier report."""
        return _sum(item.before for item in self.organisations)

    @property
    def now(self) -> ComparedCounts:
        """Sums of the new report."""
        return _sum(item.now for item in self.organisations)

    @property
    def differing(self) -> tuple[OrganisationDifference, ...]:
        """The organisations in which anything differs."""
        return tuple(item for item in self.organisations if item.kind != "same")


def settle_names(
    matches: Iterable[NameMatch], choices: Mapping[str, int | None] | None = None
) -> dict[str, int | None]:
    """Return the known organisation behind each name key; None: a new one.

    `choices`: name key → the organisation that a person chose, None for a new one; a likeness that nobody confirmed
    is a new organisation too.
    """
    return {match.key: _settle(match, choices or {}) for match in matches}


def compare_reports(
    counted: Sequence[OrganisationCounts], known_ids: Mapping[str, int | None], earlier: Sequence[EarlierCounts]
) -> ReportDifference:
    """Lay a reading's organisations beside those of an earlier report.

    `known_ids`: name key → known organisation, as `settle_names` gives it. Two spellings of one organisation are added.
    """
    before = {facts.organisation_id: facts for facts in earlier}
    found: dict[int | str, OrganisationDifference] = {}
    for counts in counted:
        known = known_ids.get(counts.key)
        place = counts.key if known is None else known
        found[place] = _add(found.get(place), counts, known, before)
    gone = (
        OrganisationDifference(number, facts.name, _as_compared(facts), None)
        for number, facts in before.items()
        if number not in found
    )
    return ReportDifference((*found.values(), *gone))


def _settle(match: NameMatch, choices: Mapping[str, int | None]) -> int | None:
    chosen = choices.get(match.key)
    if chosen is not None or match.known is None:
        return chosen
    # A remembered spelling may be told to be a name of its own; an equal name is the same organisation.
    is_known = match.kind == "exact" or (match.kind == "alias" and match.key not in choices)
    return match.known.organisation_id if is_known else None


def _add(
    so_far: OrganisationDifference | None,
    counts: OrganisationCounts,
    known: int | None,
    before: Mapping[int, EarlierCounts],
) -> OrganisationDifference:
    now = ComparedCounts(counts.people, counts.programmes)
    if so_far and so_far.now:
        now = now.plus(so_far.now)
    return OrganisationDifference(
        organisation_id=known,
        name=so_far.name if so_far else counts.name,
        before=_as_compared(before[known]) if known is not None and known in before else None,
        now=now,
        sheet=so_far.sheet if so_far else counts.sheet,
        cell=so_far.cell if so_far else counts.cell,
        row=so_far.row if so_far else counts.row,
    )


def _as_compared(facts: EarlierCounts) -> ComparedCounts:
    return ComparedCounts(facts.people, facts.programmes)


def _sum(counts: Iterable[ComparedCounts | None]) -> ComparedCounts:
    total = NOTHING
    for item in counts:
        total = total.plus(item or NOTHING)
    return total
