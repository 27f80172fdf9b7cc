"""Real workbooks of every kind that the specification names, each against its truth in a manifest."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cmn_core.intake.apart.read_apart import read_report_apart
from cmn_core.intake.read_report import Expectation, read_report
from cmn_core.intake.reading import Reading
from cmn_core.period import parse_period
from cmn_core.reference import shipped_reference

DATA = Path(__file__).parents[1] / "data"
ROW_FIELDS = ("sheet", "row", "organisation", "involved_before", "added_mentors", "added_mentees", "programme",
              "mentoring_form")  # fmt: skip
ORGANISATION_FIELDS = ("sheet", "row", "organisation", "kind",
                       *shipped_reference().layouts.monthly.organisations.fields("count"))  # fmt: skip
PROGRAMME_FIELDS = ("sheet", "row", "organisation", "programme", "mentoring_form", "role_model", "mentors", "mentees",
                    "mentees_10_19", "partner")  # fmt: skip
POPULATION_FIELDS = ("sheet", "row", "district", "year", "group", "value", "source")
TOTAL_FIELDS = ("organisations", "programmes", "involved_before", "added_mentors", "added_mentees")
READ_APART = ("heading_three_rows.xlsx", "merged_counts.xls", "hidden_rows.ods", "csv_cp1251_semicolon.csv", "cut.xlsx",
              "external_link.xlsx", "macros.xlsm", "population_full.ods", "month_clean.ods",
              "month_both.csv")  # fmt: skip

ERRORS = {"not_a_spreadsheet", "corrupt_file", "wrong_form", "empty_form", "period_mismatch", "wrong_district",
          "old_template", "negative_count", "not_integer", "not_a_number", "date_in_count", "formula_error",
          "formula_no_cached_value", "missing_count", "missing_org", "duplicate_org",
          "cross_check"}  # fmt: skip
WARNINGS = {"ambiguous_sheet", "same_org_other_programme", "unknown_form", "own_form", "own_role_model",
            "implausible_count", "total_mismatch", "mixed_script", "hidden_rows", "hidden_sheet",
            "formula_injection_text", "macros_ignored", "external_link"}  # fmt: skip
INFOS = {"dash_as_zero", "continued_row", "personal_data"}


def _load(folder: str) -> list[Any]:
    entries = json.loads((DATA / folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    return [pytest.param(DATA / folder / file, entry, id=file) for entry in entries for file in entry["files"]]


FOLDERS = ("expansion", "population", "monthly")
ENTRIES = [entry for folder in FOLDERS for entry in _load(folder)]


def _as_seen(reading: Reading, entry: dict[str, Any]) -> dict[str, Any]:
    """Lay a reading out as the manifest does, in the parts that its entry states."""
    seen: dict[str, Any] = {
        "layout": reading.layout,
        "scope": reading.scope,
        "district": reading.district,
        "dates": [day.isoformat() for day in reading.dates],
        "as_of": reading.as_of.isoformat() if reading.as_of else None,
        "period": str(reading.period) if reading.period else None,
        "totals": [getattr(reading.totals, field) for field in TOTAL_FIELDS],
        "rows": [[getattr(row, field) for field in ROW_FIELDS] for row in reading.rows],
        "threshold": reading.satisfaction_threshold,
        "organisations": [[getattr(row, field) for field in ORGANISATION_FIELDS] for row in reading.organisations],
        "programmes": [
            [*(getattr(row, field) for field in PROGRAMME_FIELDS), row.start_date and row.start_date.isoformat()]
            for row in reading.programmes
        ],
        "population": [[getattr(row, field) for field in POPULATION_FIELDS] for row in reading.population],
        "problems": _ordered([[item.code, item.sheet, item.cell] for item in reading.problems]),
    }
    return {name: value for name, value in seen.items() if name in entry or (name == "population" and value)}


def _ordered(problems: list[list[str | None]]) -> list[list[str | None]]:
    return sorted(problems, key=lambda problem: [part or "" for part in problem])


def _expected(path: Path, entry: dict[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in entry.items() if name not in ("files", "rule", "asked")}
    if path.suffix == ".csv":
        told = {name: _without_sheets(name, value) for name, value in told.items()}
    return {**told, "problems": _ordered(told["problems"])}


def _without_sheets(name: str, value: Any) -> Any:
    place = {"rows": 0, "population": 0, "organisations": 0, "programmes": 0, "problems": 1}.get(name)
    return value if place is None else [[*item[:place], None, *item[place + 1 :]] for item in value]


def _asked(district: str | None = None, period: str | None = None) -> Expectation:
    return Expectation(district, parse_period(period) if period else None)


@cache
def _read(path: Path, **asked: str) -> Reading:
    return read_report(path.read_bytes(), path.name, _asked(**asked))


@pytest.mark.parametrize(("path", "entry"), ENTRIES)
def test_workbook_is_read_as_its_manifest_says(path: Path, entry: dict[str, Any]) -> None:
    reading = _read(path, **entry.get("asked", {}))
    assert _as_seen(reading, entry) == _expected(path, entry)


@pytest.mark.parametrize(("path", "entry"), [case for case in ENTRIES if case.id in READ_APART])
def test_workbook_is_read_the_same_in_a_process_of_its_own(path: Path, entry: dict[str, Any]) -> None:
    reading = read_report_apart(path.read_bytes(), path.name, _asked(**entry.get("asked", {})), one_shot=True)
    assert _as_seen(reading, entry) == _expected(path, entry)


def test_every_problem_has_a_sentence_a_remedy_and_its_own_severity() -> None:
    severities: dict[str, set[str]] = {}
    for case in ENTRIES:
        path, entry = case.values
        for item in _read(path, **entry.get("asked", {})).problems:
            assert item.message.endswith("."), (path.name, item)
            assert item.remedy.endswith("."), (path.name, item)
            severities.setdefault(item.severity, set()).add(item.code)
    assert severities == {"error": ERRORS, "warning": WARNINGS, "info": INFOS}


def test_every_made_file_is_in_a_manifest_and_small() -> None:
    listed = {case.values[0] for case in ENTRIES}
    made = {path for folder in FOLDERS for path in (DATA / folder).iterdir()}
    assert {path for path in made if path.name != "manifest.json"} == listed
    assert max(path.stat().st_size for path in listed) < 20_000
