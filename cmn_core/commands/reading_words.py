"""A reading in Russian lines for the console: what was read, what is wrong where, and what to do."""

from collections.abc import Iterable, Iterator

from cmn_core.intake.problems import Problem, by_severity
from cmn_core.intake.reading import Reading
from cmn_core.reference import Reference
from cmn_core.wording import PEOPLE, count_of, format_count, format_date, format_period

SEVERITY_WORDS = {"error": "ошибка", "warning": "предупреждение", "info": "сведение"}
_COUNTED = {
    "error": ("ошибка", "ошибки", "ошибок"),
    "warning": ("предупреждение", "предупреждения", "предупреждений"),
    "info": ("сведение", "сведения", "сведений"),
}
_UNKNOWN = "не указано"
_INDENT = "    "


def describe_reading(reading: Reading, reference: Reference) -> Iterator[str]:
    """Yield what the file was read as, and its totals with their units."""
    yield f"Файл: {reading.file}"
    if reading.layout is None:
        return
    yield f"Вид отчёта: {reference.layouts.label(reading.layout)}"
    if reading.layout == "population":
        yield f"Прочитано: {count_of(len(reading.population), 'значение', 'значения', 'значений')} численности"
        return
    named = reference.region.district(reading.district).short if reading.district else _UNKNOWN
    yield f"Муниципалитет: {named}"
    yield f"Сфера: {reference.kinds.scope_label(reading.scope) if reading.scope else _UNKNOWN}"
    period = format_period(reading.period) if reading.period else _UNKNOWN
    as_of = f", на {format_date(reading.as_of)}" if reading.as_of else ""
    yield f"Период: {period}{as_of}"
    yield from describe_totals(reading)


def describe_totals(reading: Reading) -> Iterator[str]:
    """Yield the sums of a report with their units."""
    totals = reading.totals
    yield (
        f"Прочитано: {count_of(totals.organisations, 'организация', 'организации', 'организаций')}, "
        f"{count_of(totals.programmes, 'программа', 'программы', 'программ')}"
    )
    yield from _describe_monthly(reading) if reading.layout == "monthly" else _describe_expansion(reading)


def _describe_expansion(reading: Reading) -> Iterator[str]:
    totals = reading.totals
    first, *_ = [*reading.dates, None]
    since = f" на {format_date(first)}" if first and len(reading.dates) > 1 else ""
    yield f"Привлечено{since}: {count_of(totals.involved_before, *PEOPLE)}"
    yield (
        f"Дополнительно: наставников {format_count(totals.added_mentors)} чел., "
        f"наставляемых {format_count(totals.added_mentees)} чел."
    )


def _describe_monthly(reading: Reading) -> Iterator[str]:
    people = reading.totals.monthly
    yield (
        f"Обучающихся 10–19: {format_count(people.pupils_10_19)}, из них 15–19: {format_count(people.pupils_15_19)}; "
        f"молодых специалистов: {format_count(people.young_teachers)}"
    )
    yield (
        f"Вовлечено: {count_of(people.involved, *PEOPLE)}; наставляемых {format_count(people.mentees)}, наставников "
        f"{format_count(people.mentors)}, из них 15–19: {format_count(people.mentors_15_19)}; "
        f"молодых специалистов-наставляемых {format_count(people.young_mentees)}"
    )
    yield (
        f"Удовлетворены: {format_count(people.satisfied_mentees)} из {format_count(people.surveyed_mentees)} "
        f"опрошенных наставляемых, {format_count(people.satisfied_mentors)} из {format_count(people.surveyed_mentors)} "
        f"опрошенных наставников; оценка {reading.satisfaction_threshold} и выше"
    )
    yield (
        f"Участий в программах: наставников {format_count(people.programme_mentors)}, "
        f"наставляемых {format_count(people.programme_mentees)}"
    )


def describe_problems(reading: Reading) -> Iterator[str]:
    """Yield two lines a problem: where and what, then what to do; errors first."""
    yield from list_problems(reading.problems)


def list_problems(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield the lines of problems, the cell in a column of its own."""
    ordered = by_severity(problems)
    width = max((len(_place(problem)) for problem in ordered), default=0)
    for problem in ordered:
        yield f"{_place(problem):<{width}}  {SEVERITY_WORDS[problem.severity]}: {problem.message}"
        yield f"{'':<{width}}  → {problem.remedy}"


def describe_verdict(reading: Reading) -> str:
    """Say whether the file may be saved, and how much is wrong."""
    counts = count_problems(reading.problems)
    found = f" {counts}." if counts else ""
    if not reading.can_be_saved:
        return f"Сохранить нельзя:{found} Исправьте и проверьте снова."
    if counts:
        return f"Сохранить можно, но проверьте:{found}"
    return "Сохранить можно: замечаний нет."


def count_problems(problems: Iterable[Problem]) -> str:
    """Count problems by severity: «2 ошибки, 1 предупреждение»."""
    listed = list(problems)
    counted = {severity: sum(1 for problem in listed if problem.severity == severity) for severity in SEVERITY_WORDS}
    return ", ".join(count_of(count, *_COUNTED[severity]) for severity, count in counted.items() if count)


def _place(problem: Problem) -> str:
    """Name the cell as its sender finds it: «Лист1!C12»."""
    if problem.cell and problem.sheet:
        return f"{problem.sheet}!{problem.cell}"
    return problem.cell or problem.sheet or "файл"
