"""Checks that need what is stored: names that nobody knows, and numbers beside the last month's."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from cmn_core.intake.comparison import OrganisationDifference, ReportDifference
from cmn_core.intake.matching import NameMatch
from cmn_core.intake.problems import Problem, make_problem
from cmn_core.intake.reading import OrganisationCounts
from cmn_core.period import Period
from cmn_core.reference import Limits, Reference
from cmn_core.wording import format_count, format_period


def check_names(
    counted: Sequence[OrganisationCounts],
    matches: Iterable[NameMatch],
    reference: Reference,
    settled_keys: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Report each name that is neither known nor settled by a person, with the likeness that was found."""
    unknown = {match.key: match for match in matches if not match.is_settled and match.key not in settled_keys}
    return tuple(
        make_problem(
            reference.problem_texts,
            "unknown_org",
            sheet=counts.sheet,
            cell=counts.cell,
            value=counts.name,
            proposal=_proposal(unknown[counts.key]),
        )
        for counts in counted
        if counts.key in unknown
    )


def check_last_month(difference: ReportDifference, last_period: Period, reference: Reference) -> tuple[Problem, ...]:
    """Report cumulative counts that fell or jumped since the last report of the year, and a report copied whole."""
    problems = [problem for item in difference.organisations for problem in _check_growth(item, last_period, reference)]
    if _is_copy(difference):
        problems.append(copied_month(last_period, reference))
    return tuple(problems)


def growth_code(before: int, now: int, limits: Limits) -> str | None:
    """Return the code of a cumulative count that fell or jumped, None for one that grew in the usual way."""
    if now < before:
        return "fell_since_last_month"
    if now - before > limits.jump_people and (now - before) * 100 > limits.jump_pct * before:
        return "jumped_since_last_month"
    return None


def copied_month(last_period: Period, reference: Reference) -> Problem:
    """Report a month all of whose numbers are those of the last report."""
    return make_problem(reference.problem_texts, "copied_last_month", last_period=format_period(last_period))


def _proposal(match: NameMatch) -> str:
    if match.known is None:
        return ""
    return f" Похожа на «{match.known.name}» ({match.confidence_pct} %)."


def _check_growth(item: OrganisationDifference, last_period: Period, reference: Reference) -> Iterator[Problem]:
    if item.before is None:
        return
    before, now = item.before.people.drawn_in, item.now.people.drawn_in if item.now else 0
    code = growth_code(before, now, reference.limits)
    if code is None:
        return
    yield make_problem(
        reference.problem_texts,
        code,
        variant=None if item.now else "gone",
        sheet=item.sheet,
        cell=item.cell,
        value=format_count(now),
        organisation=item.name,
        now=format_count(now),
        before=format_count(before),
        last_period=format_period(last_period),
    )


def _is_copy(difference: ReportDifference) -> bool:
    """A month in which nobody takes part yet is no copy."""
    return bool(difference.now.people.drawn_in) and all(
        item.before is not None and item.now is not None and item.before.people == item.now.people
        for item in difference.organisations
    )
