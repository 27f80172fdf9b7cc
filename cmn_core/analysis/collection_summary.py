"""A month of the region in one sentence and a few numbers: how many sent, in time, fully; who is to be reminded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cmn_core.analysis.collected_months import CollectedMonth
from cmn_core.analysis.collection_words import tell_days, tell_days_left
from cmn_core.period import Period
from cmn_core.reference.collection import MonthState
from cmn_core.wording import MUNICIPALITIES, count_of, format_date, format_period, genitive_count_of, plural


@dataclass(frozen=True, slots=True)
class CollectionSummary:
    """How a month's collection stands."""

    period: Period
    due: date
    """The last of the deadlines."""
    total: int
    """Municipalities."""
    sent: int
    in_time: int
    full: int
    states: Mapping[MonthState, int]
    finding: str
    deadline: str
    """«Срок 05.12.2020 прошёл 3 дня назад»."""


def summarise_month(period: Period, months: Sequence[CollectedMonth], today: date) -> CollectionSummary:
    """Sum up a month over municipalities; `months`: one of each."""
    sent = [month for month in months if month.is_sent]
    in_time = sum(1 for month in sent if month.timing.in_time)
    due = max((month.timing.due for month in months), default=period.closing_date)
    states: dict[MonthState, int] = {}
    for month in months:
        states[month.state] = states.get(month.state, 0) + 1
    return CollectionSummary(
        period=period,
        due=due,
        total=len(months),
        sent=len(sent),
        in_time=in_time,
        full=sum(1 for month in sent if month.fullness.grade == "full"),
        states=states,
        finding=_find(period, len(sent), in_time, len(months), has_ended=today > due),
        deadline=_tell_deadline(due, today),
    )


def _find(period: Period, sent: int, in_time: int, total: int, *, has_ended: bool) -> str:
    month = format_period(period)
    if total == 1:
        own = "ещё не сдан" if not sent else "сдан в срок" if in_time else "сдан с опозданием"
        return f"Отчёт за {month} {own}"
    if not sent:
        return f"За {month} ни один муниципалитет ещё не отчитался"
    if sent == total:
        late = _tell_in_time(in_time, sent)
        return f"За {month} отчитались все {count_of(total, *MUNICIPALITIES)}{late}"
    verb = plural(sent, "отчитался", "отчитались", "отчитались")
    already = "" if has_ended else " уже"
    late = _tell_in_time(in_time, sent) if has_ended else ""
    return f"За {month}{already} {verb} {sent} из {genitive_count_of(total, *MUNICIPALITIES)}{late}"


def _tell_in_time(in_time: int, sent: int) -> str:
    if in_time == sent:
        return ", все в срок" if sent > 1 else ", в срок"
    return f", в срок — {in_time}"


def _tell_deadline(due: date, today: date) -> str:
    days = (today - due).days
    if days > 0:
        return f"Срок {format_date(due)} прошёл: {tell_days(days)} назад"
    return f"Срок {format_date(due)}: " + (tell_days_left(-days) if days else "последний день")
