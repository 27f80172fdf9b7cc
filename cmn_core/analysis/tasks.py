"""What a person has to do about reports: a municipality's own tasks, and what waits for the centre's judgement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cmn_core.analysis.collected_months import CollectedMonth, CollectedMonths
from cmn_core.analysis.collection_words import tell_days, tell_days_left
from cmn_core.analysis.submissions import Submission, sort_submissions
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.collecting import CollectedVersion
from cmn_core.store.report_keys import ReportKey
from cmn_core.wording import capital, count_of, format_date, format_period

_MONTHS_BACK = 11
REPORTS = ("отчёт", "отчёта", "отчётов")


@dataclass(frozen=True, slots=True)
class DistrictTasks:
    """What a municipality has to do, and what it has done."""

    district: str
    name: str
    to_send: tuple[CollectedMonth, ...]
    """Months without a report, or without a part of it: the latest first."""
    returned: tuple[Submission, ...]
    waiting: tuple[Submission, ...]
    accepted: tuple[Submission, ...]

    @property
    def overdue(self) -> tuple[CollectedMonth, ...]:
        """Months to send whose deadline is over."""
        return tuple(month for month in self.to_send if month.timing.days_late)


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """A report that the centre has not judged yet."""

    version: CollectedVersion
    month: CollectedMonth
    """How the sender's month stands by this form."""

    @property
    def is_clean(self) -> bool:
        """Tell a report of all organisations, neither empty nor copied."""
        return self.month.fullness.grade == "full" and not self.month.missing


def list_task_months(first: Period | None, today: date) -> tuple[Period, ...]:
    """List the months of which there may be something to do: a year back to this one, not before the first of all.

    Where nothing was ever reported: the last month and this one.
    """
    current = Period(today.year, today.month)
    begin = current.shifted(-1) if first is None else max(first, current.shifted(-_MONTHS_BACK))
    months = [min(begin, current)]
    while months[-1] < current:
        months.append(months[-1].shifted(1))
    return tuple(months)


def list_district_tasks(
    months: CollectedMonths, versions: Iterable[CollectedVersion], periods: Sequence[Period], place: str,
    reference: Reference,
) -> DistrictTasks:  # fmt: skip
    """List a municipality's tasks of these months, the latest first."""
    to_send = tuple(
        months[place, period]
        for period in reversed(periods)
        if not months[place, period].is_sent and months[place, period].state != "returned"
    )
    own = [version for version in versions if version.sender == place and version.period in periods]
    sent = [each for of_month in sort_submissions(own).values() for each in of_month.values()]
    sent.sort(key=lambda each: (each.version.period, each.version.layout), reverse=True)
    return DistrictTasks(
        district=place,
        name=reference.region.district(place).short,
        to_send=to_send,
        returned=tuple(each for each in sent if each.version.state == "returned"),
        waiting=tuple(each for each in sent if each.version.state == "sent"),
        accepted=tuple(each for each in sent if each.version.state == "accepted"),
    )


def list_waiting(by_form: Iterable[CollectedMonths]) -> tuple[WaitingReport, ...]:
    """List what waits for the centre: months judged by each form by itself; what was sent first comes first."""
    waiting = [
        WaitingReport(each.version, month)
        for months in by_form
        for month in months.values()
        for each in month.submissions
        if each.version.state == "sent" and each.version.in_force
    ]
    return tuple(sorted(waiting, key=lambda each: (each.version.sent_at, each.version.report_id)))


def tell_tasks(tasks: Sequence[DistrictTasks]) -> str:
    """Say in a sentence what is to be done, or that all is."""
    returned = sum(len(each.returned) for each in tasks)
    overdue = sum(len(each.overdue) for each in tasks)
    due = [month for each in tasks for month in each.to_send if not month.timing.days_late]
    parts = [f"исправить {count_of(returned, *REPORTS)}"] if returned else []
    parts += [f"отправить {count_of(overdue, *REPORTS)}, срок прошёл"] if overdue else []
    if parts:
        return "Нужно " + " и ".join(parts)
    if not due:
        return "Всё сдано: дел нет"
    first = min(due, key=lambda month: month.timing.due)
    return f"Всё сдано. Следующий отчёт — за {format_period(first.period)}, до {format_date(first.timing.due)}"


def tell_waiting(waiting: Sequence[WaitingReport]) -> str:
    """Say in a sentence how much waits for the centre."""
    if not waiting:
        return "Все отправленные отчёты рассмотрены"
    return f"{capital(count_of(len(waiting), 'отчёт ждёт', 'отчёта ждут', 'отчётов ждут'))} вашего решения"


def tell_due(month: CollectedMonth) -> str:
    """Say until when a month's report is to be sent, and how long that is."""
    timing = month.timing
    if timing.days_late:
        return f"срок был {format_date(timing.due)}, опоздание {tell_days(timing.days_late)}"
    left = tell_days_left(timing.days_left) if timing.days_left else "сегодня последний день"
    return f"до {format_date(timing.due)}, {left}"


def key_of_version(version: CollectedVersion) -> ReportKey:
    """Return the key that a version was saved under."""
    return ReportKey(version.sender, version.scope, version.layout, version.period)
