"""Russian numbers, dates and plural forms, written the same on every page, chart and document."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from cmn_core.period import Period

NBSP = "\u00a0"
MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
SHORT_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTHS_DATIVE = (
    "январю", "февралю", "марту", "апрелю", "маю", "июню",
    "июлю", "августу", "сентябрю", "октябрю", "ноябрю", "декабрю",
)  # fmt: skip
NO_DATA = "нет данных"
NO_TARGET = "план не задан"
FILES = ("файл", "файла", "файлов")
PEOPLE = ("человек", "человека", "человек")
PROGRAMMES = ("программа", "программы", "программ")
MUNICIPALITIES = ("муниципалитет", "муниципалитета", "муниципалитетов")


def plural(count: int, one: str, few: str, many: str) -> str:
    """Choose the form that agrees with the count: 1 школа, 2 школы, 5 школ."""
    tail = abs(count) % 100
    if 11 <= tail <= 14:
        return many
    if tail % 10 == 1:
        return one
    return few if 2 <= tail % 10 <= 4 else many


def format_count(count: int) -> str:
    """Write an integer with non-breaking thousands: 1 234."""
    return f"{count:,}".replace(",", NBSP)


def count_of(count: int, one: str, few: str, many: str) -> str:
    """Write a count with its noun: «5 школ»."""
    return f"{format_count(count)}{NBSP}{plural(count, one, few, many)}"


def genitive_count_of(count: int, one: str, few: str, many: str) -> str:
    """Write a count with its noun where the sentence wants the genitive: «не хватает 2 детей, 21 ребёнка»."""
    return f"{format_count(count)}{NBSP}{plural(count, few, many, many)}"


def format_share(value: Decimal) -> str:
    """Write a share in whole per cent; one that is not 0 or 100 never prints as such (99,96 %)."""
    shown = value.quantize(Decimal(1), ROUND_HALF_UP)
    if 0 < value < Decimal("0.05"):
        return f"менее 0,1{NBSP}%"
    if 0 < value < 100 and shown in (0, 100):
        return format_pct(value, Decimal(100))
    return f"{shown}{NBSP}%"


def format_pct(value: Decimal, target: Decimal | None = None) -> str:
    """Write per cent with one decimal; a value under its target never prints as the target (9,96 %)."""
    shown = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if target is not None and value < target <= shown:
        places = 2
        while (shown := value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)) >= target:
            places += 1
    return f"{shown}".replace(".", ",") + f"{NBSP}%"


def format_target(target: Decimal) -> str:
    """Write a target without idle decimals: «10 %», «12,5 %»."""
    return f"{target.normalize():f}".replace(".", ",") + f"{NBSP}%"


def format_points(difference: Decimal) -> str:
    """Write a change in percentage points with its sign: «+1,4 п. п.»."""
    shown = difference.quantize(Decimal("0.1"), ROUND_HALF_UP)
    sign = "+" if shown > 0 else "−" if shown < 0 else ""
    return f"{sign}{abs(shown)}".replace(".", ",") + f"{NBSP}п.{NBSP}п."


def format_date(day: date) -> str:
    """Write a date as 23.11.2020."""
    return day.strftime("%d.%m.%Y")


def format_moment(moment: datetime) -> str:
    """Write a date and time as 23.11.2020 16:40."""
    return moment.strftime("%d.%m.%Y %H:%M")


def format_period(period: Period) -> str:
    """Write a month as «ноябрь 2020»."""
    return f"{MONTHS[period.month - 1]} {period.year}"


def format_size(size: int) -> str:
    """Write a file's size in whole megabytes or kilobytes."""
    if size >= 1_000_000:
        return f"{round(size / 1_000_000)}{NBSP}МБ"
    return f"{max(1, round(size / 1000))}{NBSP}КБ"


def name_order(name: str) -> str:
    """Return what a municipality's name is sorted by: «г. Омск» under О, ё as е."""
    return name.removeprefix("г. ").replace("ё", "е")


def capital(words: str) -> str:
    """Begin a sentence with a capital letter."""
    return words[:1].upper() + words[1:]


def join_names(names: list[str], most: int | None = None) -> str:
    """Join names with commas; past `most` say how many are left out."""
    if most is not None and len(names) > most:
        return ", ".join(names[:most]) + f" и ещё {len(names) - most}"
    return ", ".join(names)


def decapitalise(words: str) -> str:
    """Write words for the middle of a sentence; a first word in capitals («ОКТМО») stays."""
    return words if words[:2].isupper() else f"{words[:1].lower()}{words[1:]}"
