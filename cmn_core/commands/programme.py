"""`cmn programme`: an organisation's mentoring programme as a Word document, or its role models as a workbook."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cmn_core.commands.console import say, say_invented
from cmn_core.commands.databases import use_database
from cmn_core.commands.files import check_output, write_output
from cmn_core.commands.options import DatabaseOption, DistrictOption, PeriodOption, read_period, read_sender
from cmn_core.errors import UsageError
from cmn_core.period import Period
from cmn_core.reference import Reference, shipped_reference

if TYPE_CHECKING:
    from cmn_core.documents.programme.programme_file import FileKind
    from cmn_core.programme.organisation_state import OrganisationState
    from cmn_core.programme.programme import Programme
    from cmn_core.store.engine import Database

OrganisationArgument = Annotated[
    str, typer.Argument(metavar="ORGANISATION", help="Организация: номер, название или его часть.")
]
OutArgument = Annotated[
    Path, typer.Argument(metavar="OUT.docx", help="Куда записать; OUT.xlsx — таблица ролевых моделей.")
]
DraftOption = Annotated[
    str | None, typer.Option("--draft", metavar="NAME", help="Название черновика; без него — по последнему отчёту.")
]
_ENDINGS = (".docx", ".xlsx")


def programme(
    organisation: OrganisationArgument,
    out: OutArgument,
    district: DistrictOption = None,
    draft: DraftOption = None,
    period: PeriodOption = None,
    database: DatabaseOption = None,
) -> None:
    """Записать программу наставничества организации: по черновику или по её последнему отчёту."""
    ending = out.suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(f"«{out}»: нужно имя с окончанием .docx (программа) или .xlsx (таблица ролевых моделей).")
    asked = read_period(period)
    place = read_sender(district, shipped_reference().region)
    check_output(out)
    from cmn_core.commands.organisation_words import find_organisation
    from cmn_core.documents.programme.programme_file import make_programme
    from cmn_core.documents.programme.reading_states import read_states_at
    from cmn_core.store.organisations import known_organisations
    from cmn_core.store.settings import current_reference, is_demonstration

    with use_database(database) as opened:
        reference = current_reference(opened)
        known = known_organisations(opened, place.oktmo if place else None)
        found = find_organisation(organisation, known, reference.region)
        state = read_states_at(opened, reference, found.district, asked)[found.organisation_id]
        written = _read_draft(opened, state, draft) if draft else _make_from_report(opened, state, reference, asked)
        demonstration = is_demonstration(opened)
        kind = cast("FileKind", ending.removeprefix("."))
        content = make_programme(written, reference, state, kind, demonstration=demonstration)
    write_output(out, content)
    if demonstration:
        say_invented()
    say(f"Программа записана: {out}")


def _read_draft(database: "Database", state: "OrganisationState", name: str) -> "Programme":
    """Return the draft of this name, the last changed one of several."""
    from cmn_core.reference.spelling import fold_text
    from cmn_core.store.programme_reading import list_programmes, read_programme
    from cmn_core.wording import join_names

    lines = list_programmes(database, organisation_id=state.organisation_id)
    for line in lines:
        if fold_text(line.name) == fold_text(name):
            return read_programme(database, line.programme_id).programme
    there = join_names([f"«{line.name}»" for line in lines], most=20) or "ни одного"
    raise UsageError(f"Черновика «{name}» нет у организации {state.name}. Есть: {there}.")


def _make_from_report(
    database: "Database", state: "OrganisationState", reference: Reference, period: Period | None
) -> "Programme":
    """Return a programme of the school year that the period lies in, else of the one that goes on or comes next."""
    from cmn_core.programme.from_report import programme_from_report
    from cmn_core.programme.opening import school_year_of
    from cmn_core.store.facts_reading import latest_period

    asked = period or latest_period(database)
    day = date(asked.year, asked.month, 1) if asked else date.today()
    return programme_from_report(state, reference, school_year_of(day))
