"""`cmn ratios`: how programmes, mentees or organisations spread over the mentoring forms."""

import csv
import json
import sys
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from cmn_core.commands.console import say, say_invented
from cmn_core.commands.databases import use_database
from cmn_core.commands.options import (
    AcceptedFlag,
    CsvFlag,
    DatabaseOption,
    JsonFlag,
    NeededPeriodOption,
    read_choice,
    read_one_format,
)
from cmn_core.period import parse_period

if TYPE_CHECKING:
    from cmn_core.analysis.figure import FormRatios, FormShares
    from cmn_core.analysis.measures import MeasureCode
    from cmn_core.reference import Reference

MEASURES = ("programmes", "mentees", "organisations")
CSV_FIELDS = ("oktmo", "name", "form", "count", "share_pct", "unassigned")
MeasureOption = Annotated[
    str, typer.Option("--measure", metavar="M", help="programmes (если не указано), mentees или organisations.")
]


def ratios(
    period: NeededPeriodOption,
    measure: MeasureOption = "programmes",
    as_json: JsonFlag = False,
    as_csv: CsvFlag = False,
    accepted: AcceptedFlag = False,
    database: DatabaseOption = None,
) -> None:
    """Посчитать соотношение форм наставничества по муниципалитетам и области."""
    read_one_format(as_json, as_csv)
    asked = parse_period(period)
    read_choice("--measure", measure, MEASURES)
    from cmn_core.analysis.ratios import compute_ratios
    from cmn_core.store.facts_reading import read_year_facts
    from cmn_core.store.settings import current_reference, is_demonstration

    with use_database(database) as opened:
        reference, invented = current_reference(opened), is_demonstration(opened)
        facts = read_year_facts(opened, asked.year, accepted_only=accepted)
    found = compute_ratios(facts, reference, asked, cast("MeasureCode", measure))
    answer = as_object(found, reference)
    if as_json:
        say(json.dumps(answer, ensure_ascii=False, indent=2))
    elif as_csv:
        _write_csv(answer)
    else:
        _write_table(found, reference)
        if invented:
            say_invented()


def as_object(found: "FormRatios", reference: "Reference") -> dict[str, Any]:
    """Return the object of the contract, forms by their official labels."""
    return {
        "period": str(found.period),
        "measure": found.measure,
        "forms": [reference.forms.label(code) for code in found.forms],
        "districts": [_row(shares, reference) for shares in found.districts],
        "region": _row(found.region, reference),
        "accepted_only": found.region.accepted_only,
    }


def _row(shares: "FormShares", reference: "Reference") -> dict[str, Any]:
    label = reference.forms.label
    return {
        "oktmo": shares.district,
        "name": shares.name,
        "counts": {label(code): count for code, count in shares.counts.items()},
        "shares_pct": {label(code): float(share) for code, share in shares.shares_pct.items()},
        "unassigned": shares.unassigned,
    }


def _write_csv(answer: dict[str, Any]) -> None:
    """Write a line a municipality and form; the region's lines come last, without ОКТМО."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(CSV_FIELDS)
    for row in (*answer["districts"], answer["region"]):
        for form in answer["forms"]:
            share = row["shares_pct"].get(form)
            writer.writerow([row["oktmo"], row["name"], form, row["counts"][form], share, row["unassigned"]])


def _write_table(found: "FormRatios", reference: "Reference") -> None:
    from cmn_core.analysis.measures import MEASURES as MEASURE_WORDS
    from cmn_core.commands.figure_table import align
    from cmn_core.store.way_words import COUNTED_LABELS
    from cmn_core.wording import NO_DATA, format_count, format_period, format_share

    measure = MEASURE_WORDS[found.measure]  # type: ignore[index]
    say(f"Соотношение форм наставничества, {format_period(found.period)}: {measure.subtitle}")
    headings = ("", *(reference.forms.label(code) for code in found.forms), "всего", "не распределено")
    rows = [
        (
            shares.name,
            *(format_share(shares.shares_pct[code]) if shares.shares_pct else NO_DATA for code in found.forms),
            format_count(shares.total),
            format_count(shares.unassigned),
        )
        for shares in (*found.districts, found.region)
    ]
    for line in align([headings, *rows]):
        say(line)
    say(f"Посчитано {COUNTED_LABELS[found.region.accepted_only]}.")
