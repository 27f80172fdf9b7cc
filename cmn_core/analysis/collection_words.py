"""How a municipality's month is told: its state, its days, its completeness; the same on pages, letters and files."""

from cmn_core.analysis.collected_months import CollectedMonth
from cmn_core.analysis.completeness import Fullness
from cmn_core.analysis.timeliness import Timing
from cmn_core.reference import Reference
from cmn_core.wording import NBSP, count_of, format_date, genitive_count_of, plural

DAYS = ("день", "дня", "дней")
ORGANISATIONS = ("организация", "организации", "организаций")
_YEAR_DAYS = 365


def tell_days(days: int) -> str:
    """Write days, a long while as such."""
    return "больше года" if days > _YEAR_DAYS else count_of(days, *DAYS)


def tell_days_left(days: int) -> str:
    """Say how many days are left: «остался 1 день», «осталось 2 дня»."""
    verb = plural(min(days, _YEAR_DAYS + 1), "остался", "осталось", "осталось")
    return f"{verb} {tell_days(days)}"


def tell_timing(timing: Timing) -> str:
    """Say whether a report came in time, or how long it is waited for: «позже на 3 дня», «через 2 дня»."""
    if not timing.waits:
        return f"позже на {tell_days(timing.days_late)}" if timing.days_late else "в срок"
    if timing.days_late:
        return f"опаздывает: {tell_days(timing.days_late)}"
    if timing.days_left:
        return f"срок {format_date(timing.due)}, через {tell_days(timing.days_left)}"
    return f"срок {format_date(timing.due)}, последний день"


def tell_fullness(fullness: Fullness, reference: Reference) -> str:
    """Say how full a report is; of a part with the count: «18 из 24 организаций»."""
    label = reference.collection.grade_label(fullness.grade)
    if fullness.grade in ("absent", "zeros", "copied"):
        return label
    return f"{label}: {fullness.named} из {genitive_count_of(fullness.expected, *ORGANISATIONS)}"


def tell_amiss(month: CollectedMonth) -> str:
    """Say shortly what is not as it should be: days late, organisations left out: «+3 18/24»; empty: nothing."""
    days = month.timing.days_late
    late = f"+{days}" if 0 < days <= _YEAR_DAYS else "+год" if days else ""
    if not month.submissions:
        return late
    fullness = month.fullness
    short = {"zeros": "нули", "copied": "копия", "part": f"{fullness.named}/{fullness.expected}"}
    return f"{NBSP}".join(filter(None, (late, short.get(fullness.grade, ""))))


def tell_form(month: CollectedMonth, reference: Reference) -> str:
    """Name the form that a month is judged by, empty where nothing came."""
    return reference.layouts.label(month.layout) if month.layout else ""


def tell_missing(month: CollectedMonth, reference: Reference) -> str:
    """Name the organisations whose form is still expected beside the one that came; empty where none is."""
    if not month.missing:
        return ""
    scopes = ", ".join(reference.kinds.scope_label(scope) for scope in month.missing)
    return f"нет второй формы: {scopes}"
