"""What must hold before a report is saved; each refusal is a sentence and leaves everything as it was."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlmodel import Session, col

from cmn_core.intake.counting import count_reading
from cmn_core.intake.people_counts import COUNT_NAMES
from cmn_core.intake.problems import Problem, has_errors
from cmn_core.intake.reading import ExpansionRow, OrganisationCounts, Reading, ReportRow
from cmn_core.reference import Reference
from cmn_core.store.decisions import Decisions
from cmn_core.store.districts import sender_id
from cmn_core.store.failures import SavingRefused
from cmn_core.store.report_keys import ReportKey, describe_key, is_from
from cmn_core.store.tables import CurrentReport
from cmn_core.wording import count_of

LARGEST_COUNT = 2**31 - 1
"""What an integer column holds in every database."""


def check_problems(reading: Reading, confirmed: bool, left_out_sheets: frozenset[str]) -> tuple[Problem, ...]:
    """Return the problems that stay with the report; raise SavingRefused while they block it."""
    staying = tuple(problem for problem in reading.problems if problem.sheet not in left_out_sheets)
    errors = sum(1 for problem in staying if problem.severity == "error")
    if reading.layout is None or has_errors(staying):
        raise SavingRefused(
            f"В файле {count_of(max(errors, 1), 'ошибка', 'ошибки', 'ошибок')}: такой отчёт не сохраняется. "
            "Исправьте указанные ячейки и загрузите файл снова."
        )
    warnings = sum(1 for problem in staying if problem.severity == "warning")
    if warnings and not confirmed:
        raise SavingRefused(
            f"В файле {count_of(warnings, 'предупреждение', 'предупреждения', 'предупреждений')}. "
            "Просмотрите их и подтвердите, что данные верны, или исправьте файл."
        )
    return staying


def count_kept(reading: Reading, decisions: Decisions) -> tuple[OrganisationCounts, ...]:
    """Count the organisations to be saved: those of the sheets kept; raise SavingRefused where there is none."""
    if reading.layout != decisions.layout or reading.layout == "population":
        raise SavingRefused("Файл прочитан как отчёт другого вида. Проверьте вид отчёта и загрузите файл снова.")
    counted = count_reading(reading, decisions.left_out_sheets, decisions.different_children)
    if not counted:
        raise SavingRefused("В отчёте не осталось строк с организациями: сохранять нечего. Верните исключённые листы.")
    for organisation in counted:
        _check_size(organisation)
    return counted


def _check_size(organisation: OrganisationCounts) -> None:
    stated = [(row.row, count) for row in organisation.rows for count in _stated(row)]
    stated += [(organisation.row, getattr(organisation.people, name)) for name in COUNT_NAMES]
    for row, count in stated:
        if count is not None and count > LARGEST_COUNT:
            raise SavingRefused(f"Число {count} в строке {row} слишком велико. Исправьте его в файле.")


def _stated(row: ReportRow) -> tuple[int | None, ...]:
    if isinstance(row, ExpansionRow):
        return row.involved_before, row.added_mentors, row.added_mentees
    return row.mentors, row.mentees, row.mentees_10_19


def check_scope_alone(session: Session, key: ReportKey, districts: Mapping[str, int], reference: Reference) -> None:
    """Refuse «all organisations» beside a report of a part of them, and the other way round."""
    rivals = ("municipal", "state") if key.scope == "all" else ("all",)
    found = session.scalars(
        select(col(CurrentReport.scope)).where(
            is_from(CurrentReport, sender_id(districts, key.sender)),
            col(CurrentReport.scope).in_(rivals),
            col(CurrentReport.layout) == key.layout,
            col(CurrentReport.year) == key.period.year,
            col(CurrentReport.month) == key.period.month,
            col(CurrentReport.report_id).is_not(None),
        )
    ).all()
    if found:
        label = reference.kinds.scope_label
        there = " и ".join(f"«{label(scope)}»" for scope in sorted(found))
        raise SavingRefused(
            f"{describe_key(key, reference)}: за этот месяц уже действует отчёт {there}, "
            "и организации учлись бы дважды. Выберите ту же сферу отчёта или сначала отмените прежний отчёт."
        )
