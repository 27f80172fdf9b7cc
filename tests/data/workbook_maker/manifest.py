"""The truth of the made workbooks as a file that a person can read: a line a row, a line a problem."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path, PurePath

from tests.data.workbook_maker.truth import Case, Truth, without_sheets

POLICY = {
    "files": "the same cells in several formats; in a csv each sheet is null",
    "rows": "sheet, row, organisation, involved_before, added_mentors, added_mentees, programme, mentoring_form",
    "population": "sheet, row, district, year, group, value, source",
    "organisations": "of a monthly form: sheet, row, organisation, kind, then the counts in printed order",
    "programmes": "of a monthly form: sheet, row, organisation, programme, form, role model, three counts, partner, "
    "date of beginning",
    "threshold": "the score from which a person counts as satisfied",
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
    lines += [_list(name, values) for name, values in _tables(truth)]
    return ",\n".join(lines) + "}"


def _heads(truth: Truth) -> list[tuple[str, object]]:
    heads: list[tuple[str, object]] = [("layout", truth.layout), ("scope", truth.scope), ("district", truth.district)]
    heads += [("dates", list(truth.dates)), ("as_of", truth.as_of), ("period", truth.period)]
    if truth.totals:
        heads.append(("totals", list(truth.totals)))
    if truth.threshold:
        heads.append(("threshold", truth.threshold))
    if truth.asked:
        heads.append(("asked", dict(truth.asked)))
    return heads


def _tables(truth: Truth) -> list[tuple[str, Sequence[Sequence[object]]]]:
    """Return the lists that the layout has; rows and problems always."""
    if truth.layout == "monthly":
        return [
            ("organisations", truth.organisations),
            ("programmes", truth.programmes),
            ("problems", truth.problems),
        ]
    population = [("population", truth.population)] if truth.population else []
    return [("rows", truth.rows), *population, ("problems", truth.problems)]


def _list(name: str, values: Iterable[Iterable[object]]) -> str:
    items = ",\n".join(f"    {_json(list(value))}" for value in values)
    return f'  "{name}": [\n{items}]' if items else f'  "{name}": []'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
