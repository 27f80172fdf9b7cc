"""«Что изменилось»: the difference of two periods in Russian sentences."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cmn_core.analysis.changes import Changes, Fall
from cmn_core.analysis.figure import Figure
from cmn_core.reference import Indicator, Reference
from cmn_core.wording import (
    MONTHS_DATIVE,
    MUNICIPALITIES,
    count_of,
    format_count,
    format_period,
    format_points,
    genitive_count_of,
    join_names,
    plural,
)

_PRINTED_AS_ZERO = Decimal("0.05")


def describe_changes(changes: Changes, reference: Reference, most: int = 6) -> tuple[str, ...]:
    """Tell what changed; one sentence says so where nothing did or where years are not compared."""
    if not changes.comparable:
        since, until = format_period(changes.since), format_period(changes.until)
        return (f"Сравнения нет: {since} и {until} — разные годы, а счёт каждый год идёт с 1 января.",)
    sentences = tuple(_sentences(changes, reference, most))
    return sentences or (f"К {_since(changes)} изменений нет.",)


def _sentences(changes: Changes, reference: Reference, most: int) -> Iterator[str]:
    indicator = reference.indicator(changes.indicator)
    if changes.region_points is not None and abs(changes.region_points) >= _PRINTED_AS_ZERO:
        place = reference.region.facts.short_genitive
        yield f"{indicator.label}, значение {place}: {format_points(changes.region_points)} к {_since(changes)}."
    if changes.newly_reached:
        verb = _verb(changes.newly_reached, "достиг", "достигли")
        yield f"План {verb} ещё {_counted_names(changes.newly_reached, most)}."
    if changes.lost:
        verb = _verb(changes.lost, "оказался", "оказались")
        yield f"Снова ниже плана {verb} {_counted_names(changes.lost, most)}."
    for fall in changes.fell:
        yield _fall_sentence(fall, indicator.people, reference)
    if changes.newly_reported:
        names = join_names([figure.name for figure in changes.newly_reported], most)
        yield f"Появились данные ещё у {genitive_count_of(len(changes.newly_reported), *MUNICIPALITIES)}: {names}."
    if changes.dropped_out:
        names = join_names([figure.name for figure in changes.dropped_out], most)
        yield f"Больше не учитываются, {_why_dropped(indicator, reference)}: {names}."


def _why_dropped(indicator: Indicator, reference: Reference) -> str:
    age = genitive_count_of(reference.limits.carried_periods, "месяц", "месяца", "месяцев")
    if indicator.monthly_only:
        return f"ежемесячный отчёт старше {age} или после него пришёл отчёт о расширении"
    return f"последний отчёт старше {age}"


def _fall_sentence(fall: Fall, people: tuple[str, str, str], reference: Reference) -> str:
    place = reference.region.district(fall.district).genitive
    now = genitive_count_of(fall.after, *people)
    return f"Накопительный итог {place} уменьшился с {format_count(fall.before)} до {now}: проверьте отчёт."


def _since(changes: Changes) -> str:
    return f"{MONTHS_DATIVE[changes.since.month - 1]} {changes.since.year}"


def _verb(figures: tuple[Figure, ...], one: str, many: str) -> str:
    return plural(len(figures), one, many, many)


def _counted_names(figures: Iterable[Figure], most: int) -> str:
    names = [figure.name for figure in figures]
    return f"{count_of(len(names), *MUNICIPALITIES)}: {join_names(names, most)}"
