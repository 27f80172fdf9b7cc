"""A reading beside what is stored: whose names they are, what it changes, and what looks wrong only in comparison."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from cmn_core.intake.comparison import ReportDifference, compare_reports, settle_names
from cmn_core.intake.counting import RowPlace, count_reading
from cmn_core.intake.matching import KnownOrganisation, NameMatch, match_names
from cmn_core.intake.monthly_growth import check_last_monthly, compare_months
from cmn_core.intake.problems import Problem
from cmn_core.intake.reading import Reading
from cmn_core.intake.stored_checks import check_last_month, check_names
from cmn_core.reference import Reference
from cmn_core.store.engine import Database
from cmn_core.store.organisations import known_organisations
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.rows_reading import read_report_organisations, read_report_practices
from cmn_core.store.versions import ReportVersion, read_in_force, read_last_before


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has chosen so far on the way to saving; the same words as in `Decisions`."""

    organisation_choices: Mapping[str, int | None] | None = None
    districts_of_new: Mapping[str, str] | None = None
    left_out_sheets: frozenset[str] = frozenset()
    different_children: frozenset[RowPlace] = frozenset()


@dataclass(frozen=True, slots=True)
class StoredComparison:
    """A reading beside the version in force of its key and beside the last report of the year."""

    matches: tuple[NameMatch, ...]
    in_force: ReportVersion | None
    to_in_force: ReportDifference | None
    last: ReportVersion | None
    to_last: ReportDifference | None
    problems: tuple[Problem, ...]
    """Unknown names, counts that fell or jumped, a copied month; they are saved with the report."""

    def add_problems(self, reading: Reading) -> Reading:
        """Return the reading with these problems after its own."""
        return replace(reading, problems=(*reading.problems, *self.problems))


def compare_with_stored(
    database: Database, reading: Reading, key: ReportKey, reference: Reference, choices: Choices | None = None
) -> StoredComparison:
    """Compare a reading of a report with what is stored under and before its key; change nothing."""
    chosen = choices or Choices()
    counted = count_reading(reading, chosen.left_out_sheets, chosen.different_children)
    known = _known_to_sender(database, key, chosen.districts_of_new or {})
    matches = match_names((counts.name for counts in counted), known, reference.limits.name_proposal_score)
    picked = chosen.organisation_choices or {}
    known_ids = settle_names(matches, picked)
    in_force, last = read_in_force(database, key), read_last_before(database, key)
    differences = [
        compare_reports(counted, known_ids, read_report_organisations(database, report.report_id)) if report else None
        for report in (in_force, last)
    ]
    problems = check_names(counted, matches, reference, picked.keys())
    if last and differences[1] and key.layout == "monthly":
        earlier = read_report_practices(database, last.report_id)
        months = compare_months(differences[1], counted, known_ids, earlier)
        problems += check_last_monthly(months, reading, last.key.period, reference)
    elif last and differences[1]:
        problems += check_last_month(differences[1], last.key.period, reference)
    return StoredComparison(matches, in_force, differences[0], last, differences[1], problems)


def _known_to_sender(
    database: Database, key: ReportKey, districts_of_new: Mapping[str, str]
) -> tuple[KnownOrganisation, ...]:
    """Return the organisations that a sender may mean; the region's form needs names that only one of them bears."""
    known = known_organisations(database, key.sender)
    if key.sender is not None:
        return known
    bearers = Counter(organisation.key for organisation in known)
    return tuple(
        organisation
        for organisation in known
        if bearers[organisation.key] == 1 or districts_of_new.get(organisation.key) == organisation.district
    )
