"""Letters to those who have something to do about a month: polite, complete, ready to be copied."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmn_core.analysis.collected_months import CollectedMonth
from cmn_core.analysis.collection_words import ORGANISATIONS, tell_days, tell_days_left
from cmn_core.reference import Reference
from cmn_core.wording import format_date, format_period, genitive_count_of

_ASK = "Пожалуйста, отправьте отчёт на странице «Загрузка отчёта»: бланк с вашими организациями скачивается там же."
_MEND = "Пожалуйста, исправьте отчёт и отправьте его снова на странице «Загрузка отчёта»."
_HELP = "Если отчёт уже отправлен или что-то мешает, ответьте на это письмо."


@dataclass(frozen=True, slots=True)
class Reminder:
    """A municipality that is to be reminded."""

    district: str
    name: str
    gist: str
    """What it has to do, in a line."""
    days_late: int
    letter: str


def write_reminders(months: Sequence[CollectedMonth], reference: Reference) -> tuple[Reminder, ...]:
    """Write a letter for each month that needs one: the longest waited for first, then by the municipality's order."""
    waiting = [month for month in months if month.needs_reminder]
    waiting.sort(key=lambda month: (month.is_sent, -month.timing.days_late))
    return tuple(_write(month, reference) for month in waiting)


def write_common_letter(months: Sequence[CollectedMonth], reference: Reference) -> str:
    """Write one letter to all at once: a line a municipality."""
    waiting = [month for month in months if month.needs_reminder]
    lines = [f"– {reference.region.district(month.district).short}: {_tell(month, reference)}" for month in waiting]
    period = format_period(waiting[0].period)
    opening = f"Напоминаем об отчётности по наставничеству за {period}. Ждём от муниципалитетов:"
    return _compose(opening + "\n" + "\n".join(lines), f"{_ASK} {_HELP}", reference)


def _write(month: CollectedMonth, reference: Reference) -> Reminder:
    place = reference.region.district(month.district)
    gist = _tell(month, reference)
    opening = f"Напоминаем об отчётности {place.genitive} по наставничеству за {format_period(month.period)}: {gist}."
    return Reminder(
        district=month.district,
        name=place.short,
        gist=gist,
        days_late=month.timing.days_late if month.timing.waits else 0,
        letter=_compose(opening, f"{_MEND if month.submissions and not month.missing else _ASK} {_HELP}", reference),
    )


def _compose(opening: str, ask: str, reference: Reference) -> str:
    return "\n\n".join(["Здравствуйте!", opening, ask, f"С уважением,\n{reference.region.facts.centre}"])


def _tell(month: CollectedMonth, reference: Reference) -> str:
    """Say what is to be done about a month, until when, and how late it is."""
    parts = [_tell_fault(month, reference)]
    timing = month.timing
    if timing.waits:
        until = "срок был" if timing.days_late else "срок —"
        late = f", опоздание {tell_days(timing.days_late)}" if timing.days_late else ""
        if not timing.days_late and timing.days_left:
            late = f", {tell_days_left(timing.days_left)}"
        parts.append(f"{until} {format_date(timing.due)}{late}")
    return "; ".join(parts)


def _tell_fault(month: CollectedMonth, reference: Reference) -> str:
    if not month.submissions:
        began = " (начат черновик)" if month.state == "draft" else ""
        return f"{_awaited(reference)} не отправлен{began}"
    label = f"«{reference.layouts.label(month.submissions[0].version.layout)}»"
    if month.state == "returned":
        return f"отчёт {label} возвращён на исправление"
    if month.missing:
        scopes = ", ".join(reference.kinds.scope_label(scope) for scope in month.missing)
        return f"к отчёту {label} нет второй формы: {scopes}"
    fullness = month.fullness
    if fullness.grade == "zeros":
        return f"в отчёте {label} одни нули: ни одного участника"
    if fullness.grade == "copied":
        return f"отчёт {label} повторяет прошлый месяц: все числа те же"
    missing = fullness.expected - fullness.named
    of = genitive_count_of(fullness.expected, *ORGANISATIONS)
    return f"в отчёте {label} названо {fullness.named} из {of}, не хватает {missing}"


def _awaited(reference: Reference) -> str:
    labels = [reference.layouts.label(layout) for layout in reference.collection.deadlines.layouts]
    return "отчёт (" + " или ".join(f"«{label}»" for label in labels) + ")"
