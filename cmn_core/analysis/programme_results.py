"""Whether a programme's expected figures reach the targets of the year in which its school year ends."""

from collections.abc import Iterator

from cmn_core.analysis.programme_remark import Remark
from cmn_core.programme.opened_parts import current_aims
from cmn_core.programme.organisation_state import OrganisationState
from cmn_core.programme.programme import Programme
from cmn_core.programme.standing import Standing, describe_standing
from cmn_core.reference import Reference
from cmn_core.wording import NBSP, format_count, format_date, format_target, genitive_count_of, join_names


def check_results(programme: Programme, reference: Reference, state: OrganisationState) -> Iterator[Remark]:
    """Compare what the programme expects with the target's people and with what is reported already."""
    without_whole = []
    for aim in current_aims(programme, reference):
        standing = describe_standing(aim.indicator, programme, state, reference)
        indicator = standing.indicator
        expected = standing.planned if aim.people is None else aim.people
        if expected is not None:
            yield from _check_expected(expected, standing, state)
        elif not _speaks_for_itself(standing):
            yield Remark(
                "no_expected", "missing", 4, indicator.label,
                f"{indicator.label}: не указано, чего ждёт программа. Впишите число или пары и группы.",
            )  # fmt: skip
        if _lacks_whole(standing):
            without_whole.append(indicator.label)
    if without_whole:
        yield Remark(
            "no_whole", "missing", 4, reference.programme.section("results").title,
            f"Сравнить с планом {programme.school_year + 1} года нельзя: {join_names(without_whole)} – численность "
            "этих групп в организации не известна. Она придёт с ежемесячным отчётом.",
        )  # fmt: skip


def _speaks_for_itself(standing: Standing) -> bool:
    """Tell a survey's target, which the document prints in the place of a number."""
    return standing.indicator.is_survey and standing.target_pct is not None


def _lacks_whole(standing: Standing) -> bool:
    """Tell a target that waits for the contingent: enterprises are nobody's, a survey has its own whole."""
    indicator = standing.indicator
    is_of_contingent = bool(indicator.stated_whole) and not indicator.is_survey
    return is_of_contingent and standing.target_pct is not None and standing.denominator is None


def _check_expected(expected: int, standing: Standing, state: OrganisationState) -> Iterator[Remark]:
    indicator, target, needed = standing.indicator, standing.target_pct, standing.needed
    label = indicator.label
    if target is not None and needed is not None and expected < needed:
        yield Remark(
            "under_target", "odd", 4, label,
            f"{label}: по программе – {format_count(expected)}{NBSP}{indicator.unit}, а для плана {standing.year} года "
            f"({format_target(target)} от {format_count(standing.denominator or 0)}) нужно {format_count(needed)}: "
            f"не хватает {genitive_count_of(needed - expected, *indicator.people)}. "
            "Добавьте пары или группы либо укажите ожидаемое число.",
        )  # fmt: skip
    if standing.numerator is not None and state.as_of is not None and expected < standing.numerator:
        yield Remark(
            "under_fact", "odd", 4, label,
            f"{label}: по программе – {format_count(expected)}{NBSP}{indicator.unit}, а по отчёту на "
            f"{format_date(state.as_of)} уже {format_count(standing.numerator)}. Внесите в программу и то, что уже "
            "работает, или исправьте ожидаемое число.",
        )  # fmt: skip
