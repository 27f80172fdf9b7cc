"""What a reading comes to in one sentence, why it cannot be saved yet, and what saving it would mean."""

from collections.abc import Sequence

from cmn_core.intake.people_counts import COUNT_NAMES, sum_people
from cmn_core.intake.problems import Problem
from cmn_core.intake.reading import OrganisationCounts, Reading
from cmn_core.reference import Reference
from cmn_core.reference.indicators import LayoutCode
from cmn_core.store.report_keys import ReportKey
from cmn_core.store.versions import ReportVersion
from cmn_core.store.way_telling import explain_lock
from cmn_core.wording import PEOPLE, count_of, decapitalise, format_count, format_moment, format_period

NEW_ORGANISATION = "unknown_org"
"""Asked about by name; told apart from the warnings about cells."""
ALREADY_IN_FORCE = "Этот файл уже сохранён и действует"
CLOSED = "Отчёт за этот месяц принят и закрыт"
_ERRORS = ("ошибка", "ошибки", "ошибок")
_WARNINGS = ("предупреждение", "предупреждения", "предупреждений")
_NEW = ("новую организацию", "новые организации", "новых организаций")


def judge_reading(reading: Reading, open_points: Sequence[str] = (), in_force: ReportVersion | None = None) -> str:
    """Say in a few words what stands between a file and its saving in the place of the version in force."""
    if explain_lock(in_force):
        return CLOSED
    errors, warnings = _count(reading.problems, "error"), _count_warnings(reading.problems)
    if reading.layout is None:
        return "Файл не прочитан как отчёт"
    if errors:
        return f"{count_of(errors, *_ERRORS)}: исправьте здесь или в своём файле"
    if open_points:
        return "Ошибок нет, осталось ответить на вопросы"
    if warnings:
        return f"Ошибок нет, есть {count_of(warnings, *_WARNINGS)}"
    return "Замечаний нет, можно сохранять"


def describe_confirmation(reading: Reading) -> str | None:
    """Return the sentence by which a person takes the warnings on, None where there is nothing to take on."""
    warnings = _count_warnings(reading.problems)
    unknown = sum(1 for item in reading.problems if item.code == NEW_ORGANISATION)
    parts = [count_of(warnings, *_WARNINGS)] if warnings else []
    parts += [count_of(unknown, *_NEW)] if unknown else []
    return f"Подтверждаю {' и '.join(parts)}: данные верны" if parts else None


def why_not_saved(
    reading: Reading, open_points: Sequence[str], *, confirmed: bool, in_force: ReportVersion | None = None
) -> str | None:
    """Return the first thing that keeps a reading from being saved, None where nothing does.

    `in_force`: the version whose place it would take.
    """
    closed = explain_lock(in_force)
    if closed is not None:
        return closed
    errors = _count(reading.problems, "error")
    if errors or reading.layout is None:
        return f"Сохранить нельзя: в файле {count_of(max(errors, 1), *_ERRORS)}."
    if open_points:
        return open_points[0]
    if not confirmed and describe_confirmation(reading):
        return "Чтобы сохранить, поставьте отметку."
    return None


def describe_saving(key: ReportKey, in_force: ReportVersion | None) -> str:
    """Say what saving a report of this key would do."""
    if in_force is None:
        return f"Станет действующим отчётом за {format_period(key.period)}."
    return f"Заменит версию {in_force.version} от {format_moment(in_force.saved_at)}; её можно будет вернуть."


def describe_counted(counted: Sequence[OrganisationCounts]) -> str:
    """Say what a report comes to: «5 организаций, 6 программ, вовлечено 418 человек»."""
    programmes = sum(item.programmes for item in counted)
    people = sum(item.people.drawn_in for item in counted)
    return (
        f"{count_of(len(counted), 'организация', 'организации', 'организаций')}, "
        f"{count_of(programmes, 'программа', 'программы', 'программ')}, вовлечено {count_of(people, *PEOPLE)}"
    )


def list_parts(layout: LayoutCode, reference: Reference) -> tuple[tuple[str, str], ...]:
    """Return the numbers that a layout states of an organisation: name of the count, and the caption of its column."""
    columns = reference.layouts.table(layout, "organisations").columns
    return tuple((column.field, decapitalise(column.short)) for column in columns if column.field in COUNT_NAMES)


def describe_parts(counted: Sequence[OrganisationCounts], layout: LayoutCode | None, reference: Reference) -> str:
    """Say what the people of a report are made of: first date, mentors, mentees; of a monthly one, each column."""
    people = sum_people(item.people for item in counted)
    if layout == "monthly":
        stated = [(caption, getattr(people, name)) for name, caption in list_parts(layout, reference)]
        return "; ".join(f"{caption}: {format_count(count)}" for caption, count in stated if count)
    return (
        f"{format_count(people.involved_before)} на первую дату, дополнительно "
        f"{count_of(people.added_mentors, 'наставник', 'наставника', 'наставников')} и "
        f"{count_of(people.added_mentees, 'наставляемый', 'наставляемых', 'наставляемых')}"
    )


def _count(problems: Sequence[Problem], severity: str) -> int:
    return sum(1 for problem in problems if problem.severity == severity)


def _count_warnings(problems: Sequence[Problem]) -> int:
    return sum(1 for item in problems if item.severity == "warning" and item.code != NEW_ORGANISATION)
