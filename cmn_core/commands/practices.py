"""`cmn practices`: the practices of a period, as reports tell and programmes in the making plan them."""

import csv
import json
import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cmn_core.commands.console import say, say_invented
from cmn_core.commands.databases import use_database
from cmn_core.commands.options import (
    AcceptedFlag,
    CsvFlag,
    DatabaseOption,
    DistrictOption,
    JsonFlag,
    read_one_format,
    read_period,
    read_sender,
)
from cmn_core.errors import UsageError
from cmn_core.period import Period

if TYPE_CHECKING:
    from cmn_core.analysis.practice_filter import PracticeTotals
    from cmn_core.analysis.practices import ListedPractice
    from cmn_core.reference import Reference
    from cmn_core.store.engine import Database

FIELDS = (
    "district", "name", "organisation", "organisation_id", "kind", "subordination", "programme", "same_as",
    "mentoring_form", "form_code", "role_model", "mentors", "mentees", "counted_for", "source", "as_of", "fresh",
    "school_year", "shown",
)  # fmt: skip
LatestPeriodOption = Annotated[
    str | None, typer.Option("--period", metavar="YYYY-MM", help="Отчётный период; иначе последний с отчётами.")
]


def practices(
    period: LatestPeriodOption = None,
    district: DistrictOption = None,
    as_json: JsonFlag = False,
    as_csv: CsvFlag = False,
    accepted: AcceptedFlag = False,
    database: DatabaseOption = None,
) -> None:
    """Перечислить практики наставничества: из отчётов за период и из программ в работе."""
    read_one_format(as_json, as_csv)
    asked = read_period(period)
    with use_database(database) as opened:
        from cmn_core.store.settings import current_reference, is_demonstration

        reference, invented = current_reference(opened), is_demonstration(opened)
        place = read_sender(district, reference.region)
        places = [place.oktmo] if place else [each.oktmo for each in reference.region.districts]
        chosen = asked or _latest(opened)
        listed = _read(opened, reference, chosen, places, accepted_only=accepted)
        rows = _as_rows(opened, listed, reference)
    if as_json:
        answer = {"period": str(chosen), "practices": rows, "totals": _totals(listed), "accepted_only": accepted}
        say(json.dumps(answer, ensure_ascii=False, indent=2))
    elif as_csv:
        writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        _write_table(listed, rows, chosen, accepted_only=accepted)
        if invented:
            say_invented()


def _latest(database: "Database") -> Period:
    from cmn_core.store.facts_reading import latest_period

    found = latest_period(database)
    if found is None:
        raise UsageError("Отчётов в базе нет. Укажите --period YYYY-MM, чтобы увидеть программы в работе.")
    return found


def _read(
    database: "Database", reference: "Reference", period: Period, places: Collection[str], *, accepted_only: bool
) -> "tuple[ListedPractice, ...]":
    from cmn_core.analysis.parts import select_parts
    from cmn_core.analysis.practice_use import list_entering
    from cmn_core.analysis.practices import list_planned_practices, list_reported_practices
    from cmn_core.store.facts_reading import read_year_facts
    from cmn_core.store.practice_rows import read_practice_rows
    from cmn_core.store.programme_reading import read_planned_practices

    facts = read_year_facts(database, period.year, accepted_only=accepted_only)
    parts = {oktmo: each for oktmo, each in select_parts(facts, period, reference).items() if oktmo in places}
    rows = read_practice_rows(database, list_entering(parts), places)
    planned = read_planned_practices(database, places)
    return (*list_reported_practices(rows, parts, reference), *list_planned_practices(planned, reference))


def _as_rows(database: "Database", listed: "Sequence[ListedPractice]", reference: "Reference") -> list[dict[str, Any]]:
    from cmn_core.analysis.folded_practices import find_folds, fold_practices
    from cmn_core.analysis.practice_filter import is_shown
    from cmn_core.store.shown_practices import list_shown_practices

    shown = {(each.organisation_id, each.name_key) for each in list_shown_practices(database)}
    return [
        {
            "district": practice.district,
            "name": reference.region.district(practice.district).short,
            "organisation": practice.organisation,
            "organisation_id": practice.organisation_id,
            "kind": practice.kind,
            "subordination": practice.subordination,
            "programme": practice.name,
            "same_as": line.name,
            "mentoring_form": practice.form_words,
            "form_code": practice.form_code,
            "role_model": practice.role_model,
            "mentors": practice.count.mentors if practice.states_count else None,
            "mentees": practice.count.mentees if practice.states_count else None,
            "counted_for": practice.count.stands_for,
            "source": practice.source,
            "as_of": practice.as_of.isoformat() if practice.as_of else None,
            "fresh": practice.is_fresh if practice.source == "report" else None,
            "school_year": practice.school_year,
            "shown": is_shown(practice, reference, shown),
        }
        for line in fold_practices(listed, find_folds(listed, reference))
        for practice in line.practices
    ]


def _totals(listed: "Sequence[ListedPractice]") -> dict[str, dict[str, int]]:
    from cmn_core.analysis.practice_filter import total_practices

    return {
        name: _as_object(total_practices([practice for practice in listed if practice.source == source]))
        for name, source in (("reported", "report"), ("planned", "programme"))
    }


def _as_object(totals: "PracticeTotals") -> dict[str, int]:
    return {
        "programmes": totals.programmes,
        "organisations": totals.organisations,
        "mentors": totals.mentors,
        "mentees": totals.mentees,
    }


def _write_table(
    listed: "Sequence[ListedPractice]", rows: Sequence[dict[str, Any]], period: Period, *, accepted_only: bool
) -> None:
    from cmn_core.analysis.practice_filter import total_practices
    from cmn_core.analysis.practice_words import tell_participations, tell_planned
    from cmn_core.analysis.practices import SOURCE_LABELS
    from cmn_core.commands.figure_table import align
    from cmn_core.store.way_words import COUNTED_LABELS
    from cmn_core.wording import format_count, format_period

    say(f"Практики наставничества, {format_period(period)}; наставники и наставляемые — участия, чел.")
    headings = ("", "организация", "программа", "форма", "ролевая модель", "наставников", "наставляемых", "источник")
    body = [
        (
            str(row["name"]),
            str(row["organisation"]),
            str(row["programme"] or ""),
            str(row["mentoring_form"]),
            str(row["role_model"] or ""),
            *("" if row[field] is None else format_count(row[field]) for field in ("mentors", "mentees")),
            SOURCE_LABELS[row["source"]],
        )
        for row in rows
    ]
    for line in align([headings, *body], texts=True):
        say(line)
    say(f"{tell_participations(total_practices([each for each in listed if each.source == 'report']))}.")
    planned = tell_planned(total_practices([each for each in listed if each.source == "programme"]))
    if planned:
        say(f"{planned}.")
    say(f"Посчитано {COUNTED_LABELS[accepted_only]}.")
