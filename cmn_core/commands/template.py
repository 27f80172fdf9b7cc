"""`cmn template`: an empty form, pre-filled with what is known of the municipality."""

from datetime import date
from typing import Annotated, cast

import typer

from cmn_core.commands.console import say
from cmn_core.commands.databases import database_exists, use_database
from cmn_core.commands.files import check_output, write_output
from cmn_core.commands.options import (
    DatabaseOption,
    DistrictOption,
    OutputArgument,
    PeriodOption,
    read_choice,
    read_date,
    read_period,
    read_sender,
)
from cmn_core.errors import UsageError
from cmn_core.intake.reading import ScopeCode
from cmn_core.period import Period, period_of
from cmn_core.reference import District, shipped_reference
from cmn_core.reference.indicators import LAYOUT_CODES
from cmn_core.wording import format_date, format_period

LayoutOption = Annotated[
    str, typer.Option("--layout", metavar="L", help="Вид формы: monthly, expansion или population.")
]
ScopeOption = Annotated[
    str | None,
    typer.Option("--scope", metavar="S", help="municipal, state или all; для муниципалитета municipal, иначе state."),
]
DatesOption = Annotated[
    tuple[str, str] | None,
    typer.Option("--dates", metavar="D1 D2", help="Даты заголовка, например 01.10.2020 23.11.2020."),
]


def template(
    out: OutputArgument,
    layout: LayoutOption,
    district: DistrictOption = None,
    period: PeriodOption = None,
    scope: ScopeOption = None,
    dates: DatesOption = None,
    database: DatabaseOption = None,
) -> None:
    """Записать пустую форму отчёта с организациями муниципалитета."""
    read_choice("--layout", layout, LAYOUT_CODES)
    place = read_sender(district, shipped_reference().region)
    asked = read_period(period)
    check_output(out)
    if layout == "population":
        content = _make_population(place, asked)
    elif layout == "monthly":
        content = _make_monthly(place, asked, database)
    else:
        content = _make_expansion(place, asked, scope, dates, database)
    write_output(out, content)
    say(f"Форма записана: {out}")


def _make_expansion(
    place: District | None, period: Period | None, scope: str | None, dates: tuple[str, str] | None, url: str | None
) -> bytes:
    from cmn_core.documents.template_expansion import write_expansion_template

    reference = shipped_reference()
    default = "municipal" if place else "state"
    chosen = cast(ScopeCode, read_choice("--scope", scope or default, [item.code for item in reference.kinds.scopes]))
    both, of_period = _settle_dates(period, dates)
    return write_expansion_template(
        reference,
        district=place,
        organisations=_known_names(place, chosen, url),
        scope=chosen,
        dates=both,
        period=of_period,
    )


def _make_monthly(place: District | None, period: Period | None, url: str | None) -> bytes:
    """Make the monthly form, of the last whole month where none was asked; nothing is pre-filled without a database."""
    from cmn_core.documents.template_monthly import write_monthly_template

    reference, today = shipped_reference(), date.today()
    of_period = period or Period(today.year, today.month).shifted(-1)
    if place is None or not database_exists(url):
        return write_monthly_template(reference, period=of_period, district=place)
    from cmn_core.documents.monthly_templates import make_monthly_template
    from cmn_core.store.settings import current_reference

    with use_database(url) as database:
        return make_monthly_template(database, current_reference(database), place, of_period)


def _make_population(place: District | None, period: Period | None) -> bytes:
    from cmn_core.documents.template_population import write_population_template

    year = period.year if period else date.today().year
    return write_population_template(shipped_reference(), year=year, district=place)


def _settle_dates(period: Period | None, written: tuple[str, str] | None) -> tuple[tuple[date, date], Period]:
    """Return the two dates of the heading: those asked for, else the first days of the month and of the next."""
    if written is None:
        if period is None:
            raise UsageError("Неизвестно, на какие даты форма. Укажите --dates 01.10.2020 23.11.2020 или --period.")
        return (date(period.year, period.month, 1), period.closing_date), period
    first, second = (read_date(text) for text in written)
    if not first < second:
        raise UsageError(f"Первая дата {format_date(first)} должна быть раньше второй {format_date(second)}.")
    found = period_of(second)
    if period is not None and period != found:
        raise UsageError(
            f"Дата {format_date(second)} лежит в периоде «{format_period(found)}», а указан «{format_period(period)}»."
        )
    return (first, second), found


def _known_names(place: District | None, scope: ScopeCode, url: str | None) -> list[str]:
    """Return the names of the known organisations of the scope; without a database there are none, and none is made."""
    if not database_exists(url):
        return []
    from cmn_core.store.organisations import known_organisations

    with use_database(url) as database:
        known = known_organisations(database, place.oktmo if place else None)
    return [item.name for item in known if scope in ("all", item.subordination)]
