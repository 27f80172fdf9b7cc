"""`cmn indicators`: every indicator at a period, of the region, its municipalities or their organisations."""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

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
from cmn_core.period import Period, parse_period

if TYPE_CHECKING:
    from cmn_core.analysis.figure import Figure, RegionFigure
    from cmn_core.reference import Reference
    from cmn_core.store.engine import Database
    from cmn_core.store.facts import YearFacts

LEVELS = ("region", "district", "organisation")
FIELDS = (
    "indicator", "district", "name", "organisation", "organisation_id", "numerator", "denominator",
    "denominator_source", "value_pct", "target_pct", "gap_people", "as_of", "fresh",
)  # fmt: skip
LevelOption = Annotated[
    str, typer.Option("--level", metavar="L", help="region, district (если не указано) или organisation.")
]


def indicators(
    period: NeededPeriodOption,
    level: LevelOption = "district",
    as_json: JsonFlag = False,
    as_csv: CsvFlag = False,
    accepted: AcceptedFlag = False,
    database: DatabaseOption = None,
) -> None:
    """Посчитать показатели за период: значение, план, сколько человек не хватает."""
    read_one_format(as_json, as_csv)
    asked = parse_period(period)
    read_choice("--level", level, LEVELS)
    with use_database(database) as opened:
        from cmn_core.store.settings import current_reference, is_demonstration

        reference, invented = current_reference(opened), is_demonstration(opened)
        counted = list(_compute(opened, reference, asked, level, accepted))
    figures = [as_object(figure) for figure in counted]
    if as_json:
        answer = {"period": str(asked), "snapshot": None, "figures": figures, "accepted_only": accepted}
        say(json.dumps(answer, ensure_ascii=False, indent=2))
    elif as_csv:
        _write_csv(figures, level)
    else:
        from cmn_core.commands.figure_table import describe_figures
        from cmn_core.store.way_words import COUNTED_LABELS

        for line in describe_figures(counted, reference, asked):
            say(line)
        say(f"Посчитано {COUNTED_LABELS[accepted]}.")
        if invented:
            say_invented()


def as_object(figure: "Figure | RegionFigure") -> dict[str, Any]:
    """Return a figure by the contract's names; the region's also tells how many municipalities are fresh."""
    plain = {
        "indicator": figure.indicator,
        "district": getattr(figure, "district", None),
        "name": figure.name,
        "organisation": getattr(figure, "organisation", None),
        "organisation_id": getattr(figure, "organisation_id", None),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "denominator_source": figure.denominator_source,
        "value_pct": None if figure.value_pct is None else float(figure.value_pct),
        "target_pct": None if figure.target_pct is None else float(figure.target_pct),
        "gap_people": figure.gap_people,
        "as_of": figure.as_of.isoformat() if figure.as_of else None,
        "fresh": figure.fresh,
    }
    if hasattr(figure, "fresh_count"):
        plain["fresh_count"] = figure.fresh_count
    return plain


def _compute(
    database: "Database", reference: "Reference", period: Period, level: str, accepted_only: bool
) -> "Iterator[Figure | RegionFigure]":
    from cmn_core.analysis.indicators import compute_indicators
    from cmn_core.store.facts_reading import read_year_facts

    facts = read_year_facts(database, period.year, accepted_only=accepted_only)
    if level == "organisation":
        yield from _compute_organisations(database, facts, reference, period)
        return
    for figures in compute_indicators(facts, reference, period).values():
        if level == "region":
            yield figures.region
        else:
            yield from figures.districts


def _compute_organisations(
    database: "Database", facts: "YearFacts", reference: "Reference", period: Period
) -> "Iterator[Figure]":
    from cmn_core.analysis.indicators import compute_organisation_figures
    from cmn_core.analysis.parts import select_parts
    from cmn_core.store.rows_reading import read_organisation_facts

    parts = select_parts(facts, period, reference)
    by_district = {
        oktmo: read_organisation_facts(database, oktmo, [part.report.report_id for part in each.parts])
        for oktmo, each in parts.items()
    }
    for indicator in reference.indicators:
        for oktmo, organisations in by_district.items():
            yield from compute_organisation_figures(organisations, parts, reference, indicator.code, period, oktmo)


def _write_csv(figures: Sequence[dict[str, Any]], level: str) -> None:
    fields = [*FIELDS, "fresh_count"] if level == "region" else FIELDS
    writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(figures)
