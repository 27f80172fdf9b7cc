"""The truth of the made workbooks as a file that a person can read: a line a row, a line a problem."""

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path, PurePath

from tests.data.workbook_maker.truth import Case, Truth, without_sheets

POLICY = {
    "files": "the same cells in several formats; in a csv each sheet is null",
    "rows": "sheet, row, organisation, involved_before, added_mentors, added_mentees, programme, mentoring_form",
    "population": "sheet, row, district, year, group, value, source",
    "problems": "code, sheet, cell: all of them, infos too; their order does not count",
    "totals": "organisations, programmes, involved_before, added_mentors, added_mentees; null: not worked by hand",
    "asked": "municipality and period that the person asked for",
}


def write_manifest(path: Path, cases: Iterable[Case]) -> None:
    """Write the truths of the cases, one object a file."""
    policy = json.dumps(POLICY, ensure_ascii=False, indent=1)
    alike = groupby(cases, key=lambda case: (PurePath(case.file).stem, case.rule, without_sheets(case.truth)))
    files = ",\n".join(_entry(list(group)) for _, group in alike)
    path.write_text(f'{{"policy": {policy},\n"files": [\n{files}\n]}}\n', encoding="utf-8")


def _entry(cases: list[Case]) -> str:
    truth = cases[0].truth
    lines = [f'{{"files": {_json([case.file for case in cases])}, "rule": {_json(cases[0].rule)}']
    lines += [f'  "{name}": {_json(value)}' for name, value in _heads(truth)]
    lines += [
        _list(name, values)
        for name, values in (("rows", truth.rows), ("population", truth.population), ("problems", truth.problems))
        if values or name != "population"
    ]
    return ",\n".join(lines) + "}"


def _heads(truth: Truth) -> list[tuple[str, object]]:
    heads: list[tuple[str, object]] = [("layout", truth.layout), ("scope", truth.scope), ("district", truth.district)]
    heads += [("dates", list(truth.dates)), ("as_of", truth.as_of), ("period", truth.period)]
    if truth.totals:
        heads.append(("totals", list(truth.totals)))
    if truth.asked:
        heads.append(("asked", dict(truth.asked)))
    return heads


def _list(name: str, values: Iterable[Iterable[object]]) -> str:
    items = ",\n".join(f"    {_json(list(value))}" for value in values)
    return f'  "{name}": [\n{items}]' if items else f'  "{name}": []'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
