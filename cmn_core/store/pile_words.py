"""What is said of a file of a pile: its verdict in a few words, and what will happen in a sentence."""

from collections.abc import Callable
from dataclasses import dataclass

from cmn_core.intake.problems import by_severity
from cmn_core.intake.sender_guess import SenderGuess
from cmn_core.period import Period
from cmn_core.reference import Reference
from cmn_core.store.pile_files import PiledFile, Standing, StoredBeside
from cmn_core.store.verdict import NEW_ORGANISATION, describe_saving, judge_reading
from cmn_core.store.way_telling import describe_reason, explain_lock
from cmn_core.wording import NBSP, format_moment, format_period, join_names


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What stands around a file."""

    months: frozenset[Period]
    copy_of: int | None
    rivals: tuple[int, ...]
    """Other files of its key."""
    saved_rival: int | None
    """Another file that was saved under its key from this pile."""
    favourite: int | None
    """The file that was chosen for its key."""
    beside: StoredBeside | None
    is_foreign: bool
    """A report of a municipality that the person may not send for."""
    takes_own_names: bool
    """Own forms and role models were confirmed for the whole pile."""
    together: frozenset[str]
    """Codes of the warnings that are confirmed so."""


def describe_standing(
    standing: Standing, file: PiledFile, around: Circumstances, reference: Reference
) -> tuple[str, str]:
    """Return the verdict and what will happen or has to be done."""
    return _WORDS[standing](file, around, reference)


def explain_disagreement(guess: SenderGuess, reference: Reference) -> str:
    """Say whose the marks are and whose the organisations."""
    named = reference.region.district(guess.named).short if guess.named else ""
    filled = reference.region.district(guess.candidates[0]).short
    return f"В файле назван «{named}», а организации — «{filled}»: {guess.known} из {guess.of}"


def _rival(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    if around.saved_rival is not None:
        return (
            "Отчёт уже сохранён из другого файла",
            f"Из файла {_number(around.saved_rival)} этой стопки. Откройте, если заменить нужно этим.",
        )
    others = join_names([_number(number) for number in around.rivals])
    return "Несколько файлов за один отчёт", f"Ещё {others}: выберите над таблицей, какой верен."


def _foreign(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    sender = file.key.sender if file.key else None
    whose = reference.region.district(sender).short if sender else reference.region.facts.name
    return f"Чужой отчёт: {whose}", "Вы отправляете отчёты своего муниципалитета. Уберите этот файл или откройте его."


def _disagree(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    return "Чей отчёт, неясно", f"{explain_disagreement(file.guess, reference)}. Откройте и выберите муниципалитет."


def _unplaced(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    lacking = [
        *(["муниципалитет"] if file.guess.district is None else []),
        *(["месяц"] if file.reading.period is None else []),
    ]
    return f"Не узнан {' и '.join(lacking)}", "Откройте и выберите."


def _other_month(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    own = format_period(file.key.period) if file.key else ""
    most = join_names([format_period(month) for month in sorted(around.months)])
    if not most:
        return f"Месяц не отмечен: {own}", "Отметьте его над таблицей или откройте файл."
    return f"Другой месяц: {own}", f"Остальные за {most}. Если всё верно, отметьте и этот месяц над таблицей."


def _questions(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    points = around.beside.open_points if around.beside else ()
    return "Вопросы об организациях", points[0] if points else "Откройте и ответьте."


def _warnings(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    reading = around.beside.compared.add_problems(file.reading) if around.beside else file.reading
    if around.beside and around.beside.same.elsewhere:
        return (
            "Действует как другой отчёт",
            "Файл уже сохранён под другим месяцем или муниципалитетом. Откройте.",
        )
    new = sum(1 for item in reading.problems if item.code == NEW_ORGANISATION)
    if new and not any(item.severity == "warning" and item.code != NEW_ORGANISATION for item in reading.problems):
        return f"Новые организации: {new}", "Откройте и проверьте их: сохранение добавит их в список."
    return judge_reading(reading), "Откройте, просмотрите и подтвердите."


def _own_names(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    count = sum(1 for item in file.reading.problems if item.code in around.together)
    return f"Свои формы или ролевые модели: {count}", "Подтвердите их внизу для всех файлов разом или откройте этот."


def _older(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    older = around.beside.same.older if around.beside else None
    if older and older.judged and older.state == "returned":
        return (
            "Этот файл уже вернули",
            f"Версия {older.version}: {describe_reason(older.judged)}. Исправьте файл или откройте, если вернули зря.",
        )
    version = f"версия {older.version} от {format_moment(older.saved_at)}" if older else "прежняя версия"
    return (
        "Это прежняя версия",
        f"Такой файл уже сохранён: {version}, действует другая. Откройте, если нужна эта.",
    )


def _locked(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    closed = explain_lock(around.beside.compared.in_force) if around.beside else None
    return "Отчёт принят и закрыт", closed or ""


def _population(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    return "Это «Численность», не отчёт", "Откройте и сохраните отдельно."


def _errors(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    verdict = judge_reading(file.reading).partition(":")[0]
    return verdict, "Откройте: исправьте на месте или возьмите письмо отправителю."


def _unread(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    problem = next(iter(by_severity(file.reading.problems)), None)
    return "Не отчёт или не читается", problem.message if problem else ""


def _clean(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    in_force = around.beside.compared.in_force if around.beside else None
    older = around.beside.same.older if around.beside else None
    if older:
        return "Замечаний нет", f"Вернёт версию {older.version} от {format_moment(older.saved_at)}: она была отменена."
    return "Замечаний нет", describe_saving(file.key, in_force) if file.key else ""


def _unchanged(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    version = around.beside.same.in_force if around.beside else None
    told = f" {format_moment(version.saved_at)}, версия {version.version}" if version else ""
    return "Уже сохранён и действует", f"Сохранён{told}: ничего не изменится."


def _copy(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    return f"Копия файла {_number(around.copy_of)}", "Содержимое то же: второй раз не сохраняется."


def _set_aside(file: PiledFile, around: Circumstances, reference: Reference) -> tuple[str, str]:
    return "Отложен", f"Для этого отчёта выбран файл {_number(around.favourite)}."


def _number(number: int | None) -> str:
    return f"№{NBSP}{number}"


_WORDS: dict[Standing, Callable[[PiledFile, Circumstances, Reference], tuple[str, str]]] = {
    "rival": _rival,
    "foreign": _foreign,
    "disagree": _disagree,
    "unplaced": _unplaced,
    "other_month": _other_month,
    "questions": _questions,
    "warnings": _warnings,
    "older": _older,
    "locked": _locked,
    "population": _population,
    "errors": _errors,
    "unread": _unread,
    "own_names": _own_names,
    "clean": _clean,
    "unchanged": _unchanged,
    "copy": _copy,
    "set_aside": _set_aside,
}
